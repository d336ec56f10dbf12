package warrant.llm.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tiny model of {@code tests/parity/architectures.py}: its weights are made from their names by the same formula, and
 * what transformers computed with them was recorded.
 *
 * @param logits by position
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HashedModel(String config, Map<String, int[]> shapes, int[] ids, Map<Integer, float[]> logits) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param name of a file in {@code parity/architectures} */
    public static HashedModel recorded(String name) {
        return read("/parity/architectures/" + name + ".tsv");
    }

    /** @param resource with lines as the script writes them; others are left out */
    public static HashedModel read(String resource) {
        String config = "";
        Map<String, int[]> shapes = new LinkedHashMap<>();
        int[] ids = {};
        Map<Integer, float[]> logits = new LinkedHashMap<>();
        for (String line : lines(resource)) {
            String[] cells = line.split("\t");
            switch (cells[0]) {
                case "C" -> config = cells[1];
                case "W" -> shapes.put(cells[1], new int[] {Integer.parseInt(cells[2]), Integer.parseInt(cells[3])});
                case "I" ->
                    ids = Arrays.stream(cells[1].split(","))
                            .mapToInt(Integer::parseInt)
                            .toArray();
                case "L" -> logits.put(Integer.parseInt(cells[1]), floats(cells[2]));
                default -> {}
            }
        }
        return new HashedModel(config, shapes, ids, logits);
    }

    /** @return the lines of a resource */
    public static List<String> lines(String resource) {
        try (var in = HashedModel.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @return numbers with commas between */
    public static float[] floats(String numbers) {
        String[] cells = numbers.split(",");
        float[] out = new float[cells.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Float.parseFloat(cells[i]);
        }
        return out;
    }

    /** @return a folder with a model of few weights and one of the tokenizers that lie beside the tests */
    public static Path withTokenizer(Path folder, String kind) {
        HashedModel recorded = recorded("qwen3");
        recorded.shapes().put("model.embed_tokens.weight", new int[] {600, 32});
        Path model = recorded.write(folder, TensorType.F32, 1);
        try {
            for (String file : List.of("tokenizer.json", "tokenizer_config.json")) {
                Files.copy(Path.of("src/test/resources/tokenizers", kind).resolve(file), model.resolve(file));
            }
            return model;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a folder as transformers do, the weights in so many files. */
    public Path write(Path folder, TensorType type, int files) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("config.json"), config);
            List<String> names = new ArrayList<>(shapes.keySet());
            ObjectNode index = JSON.createObjectNode();
            for (int f = 0; f < files; f++) {
                String file =
                        files == 1 ? "model.safetensors" : "model-%05d-of-%05d.safetensors".formatted(f + 1, files);
                List<String> some = names.subList(names.size() * f / files, names.size() * (f + 1) / files);
                Files.write(folder.resolve(file), safetensors(some, type));
                some.forEach(name -> index.withObject("weight_map").put(name, file));
            }
            if (files > 1) {
                Files.writeString(folder.resolve("model.safetensors.index.json"), index.toString());
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] safetensors(List<String> names, TensorType type) {
        ObjectNode header = JSON.createObjectNode();
        header.putObject("__metadata__").put("format", "pt");
        ByteArrayOutputStream numbers = new ByteArrayOutputStream();
        for (String name : names) {
            int[] shape = shapes.getOrDefault(name, new int[2]);
            int begin = numbers.size();
            numbers.writeBytes(stored(weights(name, shape[0], shape[1]), type));
            ObjectNode entry = header.putObject(name).put("dtype", type.name());
            var dimensions = entry.putArray("shape");
            if (shape[0] > 0) {
                dimensions.add(shape[0]);
            }
            dimensions.add(shape[1]);
            entry.putArray("data_offsets").add(begin).add(numbers.size());
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + numbers.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(numbers.toByteArray())
                .array();
    }

    private static byte[] stored(float[] numbers, TensorType type) {
        ByteBuffer bytes =
                ByteBuffer.allocate(numbers.length * type.blockBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            switch (type) {
                case F16 -> bytes.putShort(Float.floatToFloat16(number));
                case BF16 -> bytes.putShort((short) (Float.floatToIntBits(number) >>> 16));
                default -> bytes.putFloat(number);
            }
        }
        return bytes.array();
    }

    /** The formula of {@code weight} in the script. */
    private float[] weights(String name, int rows, int columns) {
        int hash = 0x811C9DC5;
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ octet) * 0x01000193;
        }
        float[] out = new float[Math.max(rows, 1) * columns];
        boolean gemma = config.contains("\"model_type\": \"gemma");
        boolean norm = rows == 0 && name.contains("norm");
        float spread = rows == 0 ? 0.25f : name.contains("embed") ? 1 : 0.5f;
        for (int i = 0; i < out.length; i++) {
            int x = i * 0x9E3779B1 + hash;
            x = (x ^ (x >>> 16)) * 0x85EBCA6B;
            x = (x ^ (x >>> 13)) * 0xC2B2AE35;
            int octet = (x ^ (x >>> 16)) >>> 24;
            out[i] = norm ? (gemma ? 0 : 1) + (octet >> 3) / 128f : (octet - 128) / 128f * spread;
        }
        return out;
    }
}
