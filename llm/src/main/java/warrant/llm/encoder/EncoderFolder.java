package warrant.llm.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Dequantiser;
import warrant.llm.weights.Safetensors;
import warrant.llm.weights.Tensor;

/**
 * A folder with an encoder: {@code config.json}, {@code tokenizer.json}, {@code model.safetensors} or
 * {@code model.onnx}, and how states become a vector in {@code 1_Pooling/config.json}.
 */
final class EncoderFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ROBERTA = Set.of("roberta", "xlm-roberta");
    private static final int MOST = 512;

    private final Path folder;
    private final JsonNode config;

    private EncoderFolder(Path folder) {
        this.folder = folder;
        this.config = read("config.json")
                .orElseThrow(() -> new ModelException(Code.USER, "the folder " + folder + " has no config.json"));
    }

    /**
     * @param scores whether it is to score pairs of texts
     * @throws ModelException with code {@code USER} if it holds no such encoder, {@code UPSTREAM} if a file is damaged
     */
    static Bert open(Path folder, boolean scores, int threads) {
        EncoderFolder opened = new EncoderFolder(folder);
        try (InputStream vocabulary = Files.newInputStream(opened.need("tokenizer.json"))) {
            BertShape shape = opened.shape(scores);
            Optional<Path> safe = opened.find("model.safetensors");
            if (safe.isEmpty()) {
                try (InputStream onnx = Files.newInputStream(opened.need("model.onnx", "onnx/model.onnx"))) {
                    return Bert.load(shape, opened.oneNumber(OnnxWeights.read(onnx)::get), vocabulary, threads);
                }
            }
            try (Safetensors file = Safetensors.open(safe.get())) {
                return Bert.load(shape, opened.oneNumber(named(file, folder)), vocabulary, threads);
            }
        } catch (IOException failure) {
            throw new ModelException(Code.UPSTREAM, "cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private Optional<JsonNode> read(String name) {
        return find(name).map(file -> {
            try {
                return JSON.readTree(file.toFile());
            } catch (IOException failure) {
                throw new ModelException(Code.UPSTREAM, "cannot read " + file + ": " + failure.getMessage(), failure);
            }
        });
    }

    private Optional<Path> find(String... names) {
        return Stream.of(names)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Path need(String... names) {
        return find(names)
                .orElseThrow(() -> new ModelException(
                        Code.USER, "the folder %s has no %s".formatted(folder, String.join(" and no ", names))));
    }

    private BertShape shape(boolean scores) {
        String type = config.path("model_type").asText();
        boolean roberta = ROBERTA.contains(type);
        boolean plain = config.path("hidden_act").asText("gelu").equals("gelu")
                && config.path("position_embedding_type").asText("absolute").equals("absolute");
        if (!(roberta || type.equals("bert")) || !plain) {
            throw new ModelException(
                    Code.USER,
                    "the folder %s holds an encoder of type '%s' (%s); bert, roberta and xlm-roberta with gelu can be run"
                            .formatted(folder, type, config.path("hidden_act").asText()));
        }
        int first = roberta ? config.path("pad_token_id").asInt(1) + 1 : 0;
        int positions = config.path("max_position_embeddings").asInt(MOST) - first;
        return new BertShape(
                config.path("num_hidden_layers").asInt(),
                config.path("num_attention_heads").asInt(1),
                config.path("hidden_size").asInt(),
                config.path("layer_norm_eps").asDouble(1e-12),
                first,
                Math.min(MOST, positions),
                use(scores, roberta));
    }

    private BertShape.Use use(boolean scores, boolean roberta) {
        if (scores) {
            return roberta ? BertShape.Use.ROBERTA_SCORE : BertShape.Use.BERT_SCORE;
        }
        JsonNode pooling = read("1_Pooling/config.json").orElse(JSON.missingNode());
        return pooling.path("pooling_mode_cls_token").asBoolean(false) ? BertShape.Use.FIRST : BertShape.Use.MEAN;
    }

    /** Classifiers of several classes, such as those of entailment, tell no one number of a pair. */
    private Function<String, Bert.Matrix> oneNumber(Function<String, Bert.Matrix> tensors) {
        return name -> {
            Bert.Matrix tensor = tensors.apply(name);
            boolean head = name.equals("classifier.bias") || name.equals("classifier.out_proj.bias");
            if (head && tensor.numbers().length != 1) {
                throw new ModelException(
                        Code.USER,
                        "the folder %s holds a classifier of %d classes, not a cross-encoder, which tells one number"
                                .formatted(folder, tensor.numbers().length));
            }
            return tensor;
        };
    }

    /** Files name tensors with or without the name of the whole before them. */
    private static Function<String, Bert.Matrix> named(Safetensors file, Path folder) {
        return name -> Stream.of("", "bert.", "roberta.")
                .map(before -> before + name)
                .filter(file.tensors()::containsKey)
                .findFirst()
                .map(found -> matrix(file, found))
                .orElseThrow(() -> new ModelException(
                        Code.USER,
                        "the folder " + folder + " lacks the tensor " + name + ", or has it in whole numbers"));
    }

    private static Bert.Matrix matrix(Safetensors file, String name) {
        Tensor tensor = Optional.ofNullable(file.tensors().get(name)).orElseThrow();
        float[] numbers = new float[Math.multiplyExact(tensor.rows(), tensor.columns())];
        Dequantiser.read(tensor.type(), file.map(tensor, 0, tensor.rows()), numbers, 0, numbers.length);
        boolean vector = tensor.rows() == 1 && !name.endsWith(".weight");
        boolean norm = tensor.rows() == 1 && name.contains("LayerNorm");
        return new Bert.Matrix(
                numbers, vector || norm ? new long[] {tensor.columns()} : new long[] {tensor.rows(), tensor.columns()});
    }
}
