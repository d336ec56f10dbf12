package warrant.llm.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * From {@code tokenizer.json} and the files beside it to the metadata that a GGUF file has of a tokenizer, and to two
 * keys of our own for what such files only name: {@link #SPLIT}, the rules by which a text is split, and {@link #NFC}.
 */
public final class HuggingFaceTokenizer {
    /** A list of regular expressions; each isolates what it matches in what the one before it left. */
    public static final String SPLIT = "warrant.tokenizer.split";
    /** Whether texts are brought into Unicode's normalisation form C. */
    public static final String NFC = "warrant.tokenizer.nfc";
    /** Whether a piece that is a token is that token, whatever the merges say. */
    public static final String WHOLE_FIRST = "warrant.tokenizer.whole_first";

    private static final String GPT2 =
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
    private static final long NORMAL = 1;
    private static final long CONTROL = 3;
    private static final long USER_DEFINED = 4;
    private static final long UNUSED = 5;
    private static final long BYTE = 6;

    private final Path folder;
    private final JsonNode root;
    private final JsonNode settings;
    private final Map<String, Object> metadata;

    private HuggingFaceTokenizer(Path folder, JsonNode root, Map<String, Object> metadata) {
        this.folder = folder;
        this.root = root;
        this.settings = HuggingFaceFolder.read(folder, "tokenizer_config.json");
        this.metadata = metadata;
    }

    /**
     * Adds what a tokenizer needs; nothing where the folder has none.
     *
     * @param size tokens that the model has, some of which may be unused
     * @throws ModelException with code {@code USER} if the tokenizer is of a kind that is not read
     */
    static void describe(Path folder, JsonNode config, int size, Map<String, Object> metadata) {
        JsonNode root = HuggingFaceFolder.read(folder, "tokenizer.json");
        if (!root.isMissingNode()) {
            new HuggingFaceTokenizer(folder, root, metadata).all(config, size);
        }
    }

    private void all(JsonNode config, int size) {
        JsonNode model = root.path("model");
        if (!model.path("type").asText("BPE").equals("BPE")) {
            throw refused("of type " + model.path("type").asText() + "; BPE can be read");
        }
        boolean byteLevel = steps("pre_tokenizer").stream().anyMatch(step -> is(step, "ByteLevel"));
        boolean sentencePiece = model.path("byte_fallback").asBoolean(false);
        if (byteLevel == sentencePiece) {
            throw refused("neither byte-level nor falling back to bytes");
        }
        metadata.put("tokenizer.ggml.model", byteLevel ? "gpt2" : "llama");
        vocabulary(model, size, sentencePiece);
        metadata.put("tokenizer.ggml.merges", merges(model.path("merges")));
        if (byteLevel) {
            metadata.put(
                    SPLIT,
                    steps("pre_tokenizer").stream()
                            .flatMap(step -> rule(step).stream())
                            .toList());
            metadata.put(NFC, steps("normalizer").stream().anyMatch(step -> is(step, "NFC")));
            metadata.put(WHOLE_FIRST, model.path("ignore_merges").asBoolean(false));
        } else {
            metadata.put("tokenizer.ggml.add_space_prefix", addsSpace());
        }
        ends(config);
        template().ifPresent(template -> metadata.put("tokenizer.chat_template", template));
    }

    private List<JsonNode> steps(String name) {
        JsonNode node = root.path(name);
        JsonNode list = node.has("normalizers") ? node.get("normalizers") : node.path("pretokenizers");
        return node.isMissingNode() || node.isNull()
                ? List.of()
                : list.isArray()
                        ? StreamSupport.stream(list.spliterator(), false).toList()
                        : List.of(node);
    }

    private static boolean is(JsonNode step, String type) {
        return step.path("type").asText().equals(type);
    }

    private Optional<String> rule(JsonNode step) {
        return switch (step.path("type").asText()) {
            case "ByteLevel" -> step.path("use_regex").asBoolean(true) ? Optional.of(GPT2) : Optional.empty();
            case "Digits" -> Optional.of(step.path("individual_digits").asBoolean() ? "\\p{N}" : "\\p{N}+");
            case "Split" -> {
                if (!step.path("behavior").asText().equals("Isolated")
                        || step.path("invert").asBoolean()) {
                    throw refused("that splits by " + step);
                }
                yield Optional.of(step.path("pattern").path("Regex").asText());
            }
            default -> throw refused("that splits by " + step.path("type").asText());
        };
    }

    private boolean addsSpace() {
        boolean normalised = steps("normalizer").stream().anyMatch(step -> is(step, "Prepend"));
        return normalised
                || steps("pre_tokenizer").stream()
                        .anyMatch(step -> is(step, "Metaspace")
                                && step.path("prepend_scheme").asText("always").equals("always"));
    }

    private void vocabulary(JsonNode model, int size, boolean sentencePiece) {
        String[] tokens = new String[size];
        Long[] types = new Long[size];
        Arrays.fill(types, UNUSED);
        for (Map.Entry<String, JsonNode> entry : model.path("vocab").properties()) {
            int id = id(entry.getValue(), size, entry.getKey());
            tokens[id] = entry.getKey();
            boolean octet = sentencePiece && entry.getKey().matches("<0x[0-9A-F]{2}>");
            types[id] = octet ? BYTE : NORMAL;
        }
        for (JsonNode added : root.path("added_tokens")) {
            int id = id(added.path("id"), size, added.path("content").asText());
            tokens[id] = added.path("content").asText();
            types[id] = added.path("special").asBoolean() ? CONTROL : USER_DEFINED;
        }
        for (int id = 0; id < size; id++) {
            tokens[id] = tokens[id] == null ? "[unused-" + id + "]" : tokens[id];
        }
        metadata.put("tokenizer.ggml.tokens", List.of(tokens));
        metadata.put("tokenizer.ggml.token_type", List.of(types));
    }

    private int id(JsonNode number, int size, String token) {
        if (!number.canConvertToInt() || number.asInt() < 0 || number.asInt() >= size) {
            throw new ModelException(
                    Code.UPSTREAM,
                    "the tokenizer of %s gives the token %s the number %s, but the model has %d tokens"
                            .formatted(folder, token, number, size));
        }
        return number.asInt();
    }

    /** Older files have a merge as one text, newer ones as a pair. */
    private List<String> merges(JsonNode list) {
        List<String> merges = new ArrayList<>(list.size());
        list.forEach(merge -> merges.add(
                merge.isArray() ? merge.path(0).asText() + " " + merge.path(1).asText() : merge.asText()));
        return List.copyOf(merges);
    }

    /** The mark of a turn's end stands in several files; the tokenizer's own settings know best. */
    private void ends(JsonNode config) {
        JsonNode generation = HuggingFaceFolder.read(folder, "generation_config.json");
        token("bos_token").or(() -> number(config.path("bos_token_id"))).ifPresent(id -> {
            metadata.put("tokenizer.ggml.bos_token_id", id);
            metadata.put(
                    "tokenizer.ggml.add_bos_token",
                    settings.path("add_bos_token")
                            .asBoolean(root.path("post_processor").toString().contains("\"A\"")));
        });
        long end = token("eos_token")
                .or(() -> number(generation.path("eos_token_id")))
                .or(() -> number(config.path("eos_token_id")))
                .orElseThrow(() -> refused("that names no token with which a turn ends"));
        metadata.put("tokenizer.ggml.eos_token_id", end);
    }

    private Optional<Long> token(String name) {
        JsonNode token = settings.path(name);
        String text = token.path("content").asText(token.asText());
        for (JsonNode added : root.path("added_tokens")) {
            if (added.path("content").asText().equals(text)) {
                return Optional.of(added.path("id").asLong());
            }
        }
        return number(root.path("model").path("vocab").path(text));
    }

    private static Optional<Long> number(JsonNode node) {
        JsonNode one = node.isArray() ? node.path(0) : node;
        return one.isIntegralNumber() ? Optional.of(one.asLong()) : Optional.empty();
    }

    private Optional<String> template() {
        Path alone = folder.resolve("chat_template.jinja");
        if (Files.exists(alone)) {
            try {
                return Optional.of(Files.readString(alone));
            } catch (IOException failure) {
                throw new ModelException(Code.UPSTREAM, "cannot read " + alone + ": " + failure, failure);
            }
        }
        JsonNode template = settings.path("chat_template");
        if (template.isArray()) {
            for (JsonNode named : template) {
                if (named.path("name").asText().equals("default")) {
                    return Optional.of(named.path("template").asText());
                }
            }
        }
        return template.isTextual() ? Optional.of(template.asText()) : Optional.empty();
    }

    private ModelException refused(String what) {
        return new ModelException(Code.USER, "the folder " + folder + " has a tokenizer " + what);
    }
}
