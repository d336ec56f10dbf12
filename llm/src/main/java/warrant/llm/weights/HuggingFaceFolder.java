package warrant.llm.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * A folder as Hugging Face's transformers write it: {@code config.json}, weights in one or several safetensors files,
 * {@code tokenizer.json} with its settings, {@code generation_config.json} and the chat template.
 */
public final class HuggingFaceFolder implements Checkpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDEX = "model.safetensors.index.json";

    private final Path folder;
    private final Map<String, Object> metadata;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, Safetensors> fileOf = new HashMap<>();
    private final List<Safetensors> files = new ArrayList<>();

    private HuggingFaceFolder(Path folder, Map<String, Object> metadata) {
        this.folder = folder;
        this.metadata = metadata;
    }

    /**
     * @throws ModelException with code {@code UPSTREAM} if a file cannot be read or contradicts itself, {@code USER} if
     *     the folder holds no model that can be run
     */
    public static HuggingFaceFolder open(Path folder) {
        JsonNode config = read(folder, "config.json");
        if (config.isMissingNode()) {
            throw new ModelException(Code.USER, "the folder " + folder + " holds no model: it has no config.json");
        }
        Map<String, Object> metadata = HuggingFaceConfig.metadata(folder, config);
        HuggingFaceFolder opened = new HuggingFaceFolder(folder, metadata);
        try {
            String kind = String.valueOf(metadata.get("general.architecture"));
            opened.openFiles(new HuggingFaceNames(kind.startsWith("gemma"), HuggingFaceConfig.tied(config)));
            HuggingFaceTokenizer.describe(folder, config, opened.vocabulary(), metadata);
            return opened;
        } catch (RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /** @return a JSON file of the folder; a missing node if there is none */
    static JsonNode read(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException failure) {
            throw new ModelException(Code.UPSTREAM, "cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    private void openFiles(HuggingFaceNames names) {
        JsonNode index = read(folder, INDEX).path("weight_map");
        for (String name : index.isObject() ? named(index) : found()) {
            Safetensors file = Safetensors.open(folder.resolve(name));
            files.add(file);
            file.tensors().forEach((given, tensor) -> names.of(given).ifPresent(known -> add(known, tensor, file)));
        }
        index.properties()
                .forEach(entry -> names.of(entry.getKey()).ifPresent(known -> {
                    if (!tensors.containsKey(known)) {
                        throw new ModelException(
                                Code.UPSTREAM,
                                "%s says that %s holds the tensor %s, which it does not, or not as F32, F16 or BF16"
                                        .formatted(
                                                folder.resolve(INDEX),
                                                entry.getValue().asText(),
                                                entry.getKey()));
                    }
                }));
    }

    private void add(String known, Tensor tensor, Safetensors file) {
        Tensor renamed = new Tensor(known, tensor.type(), tensor.rows(), tensor.columns(), tensor.offset());
        if (tensors.put(known, renamed) != null) {
            throw new ModelException(Code.UPSTREAM, "%s holds the tensor %s again".formatted(file.path(), known));
        }
        fileOf.put(known, file);
    }

    private Iterable<String> named(JsonNode index) {
        TreeSet<String> names = new TreeSet<>();
        index.forEach(name -> names.add(name.asText()));
        for (String name : names) {
            if (name.contains("/") || name.contains("\\") || !Files.isRegularFile(folder.resolve(name))) {
                throw new ModelException(
                        Code.UPSTREAM,
                        "the folder %s lacks the file %s that its index names. Maybe its download was cut short"
                                .formatted(folder, name));
            }
        }
        return names;
    }

    private List<String> found() {
        if (Files.exists(folder.resolve("model.safetensors"))) {
            return List.of("model.safetensors");
        }
        try (Stream<Path> list = Files.list(folder)) {
            List<String> names = list.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".safetensors"))
                    .sorted()
                    .toList();
            if (names.isEmpty()) {
                throw new ModelException(
                        Code.USER, "the folder " + folder + " has no weights: no file ends in .safetensors");
            }
            return names;
        } catch (IOException failure) {
            throw new ModelException(Code.UPSTREAM, "cannot read the folder " + folder + ": " + failure, failure);
        }
    }

    private int vocabulary() {
        return find("token_embd.weight")
                .orElseThrow(() -> lacks("the tensor model.embed_tokens.weight"))
                .rows();
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public Convention convention() {
        return Convention.HUGGING_FACE;
    }

    @Override
    public Map<String, Object> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    @Override
    public Map<String, Tensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    @Override
    public ByteBuffer map(Tensor tensor, int firstRow, int rows) {
        Safetensors file = fileOf.get(tensor.name());
        if (file == null) {
            throw lacks("the tensor " + tensor.name());
        }
        return file.map(tensor, firstRow, rows);
    }

    /** Of the lines "name, blank, SHA-256" of all files that say what the model is. */
    @Override
    public String sha256() {
        TreeSet<String> names =
                new TreeSet<>(List.of("config.json", "tokenizer.json", "tokenizer_config.json", "chat_template.jinja"));
        files.forEach(file -> names.add(file.path().getFileName().toString()));
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                lines.append(name).append(' ').append(Digests.of(file)).append('\n');
            }
        }
        return Digests.of(lines.toString());
    }

    @Override
    public void close() {
        files.forEach(Safetensors::close);
    }
}
