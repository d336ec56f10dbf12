package warrant.llm.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes small GGUF files: models with random weights that can be run though they say nothing of sense. */
public final class GgufFixture {
    private static final String TEMPLATE = "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n'"
            + " + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}"
            + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";
    private static final List<String> MARKS = List.of("<|im_start|>", "<|im_end|>");

    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final Map<String, int[]> shapes = new LinkedHashMap<>();
    private final Map<String, byte[]> numbers = new LinkedHashMap<>();
    private final Set<String> rounded = new HashSet<>();
    private final Random random;

    private GgufFixture(long seed) {
        this.random = new Random(seed);
    }

    /** @param kind {@code llama}, {@code qwen2} or {@code qwen3}; those of kind llama have factors of rotary angles */
    public static Path model(Path folder, String kind, long seed) {
        GgufFixture fixture = new GgufFixture(seed);
        fixture.describe(kind);
        fixture.fill(kind);
        try {
            return Files.write(folder.resolve(kind + "-" + seed + ".gguf"), fixture.bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same with the matrices rounded to blocks of 4 bits (Q4_0). */
    public static Path fourBits(Path folder, String kind, long seed) {
        GgufFixture fixture = new GgufFixture(seed);
        fixture.describe(kind);
        fixture.fill(kind);
        fixture.shapes.keySet().stream()
                .filter(name -> fixture.shapes.getOrDefault(name, new int[0]).length == 2)
                .forEach(fixture::round);
        try {
            return Files.write(folder.resolve(kind + "-q4-" + seed + ".gguf"), fixture.bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void round(String name) {
        ByteBuffer in = ByteBuffer.wrap(numbers.getOrDefault(name, new byte[0])).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(in.remaining() / 128 * 18).order(ByteOrder.LITTLE_ENDIAN);
        float[] block = new float[32];
        while (in.hasRemaining()) {
            float most = 0;
            for (int i = 0; i < block.length; i++) {
                block[i] = in.getFloat();
                most = Math.max(most, Math.abs(block[i]));
            }
            out.putShort(Float.floatToFloat16(most / 7));
            for (int i = 0; i < 16; i++) {
                int low = Math.round(block[i] / most * 7) + 8;
                int high = Math.round(block[i + 16] / most * 7) + 8;
                out.put((byte) (low | (high << 4)));
            }
        }
        numbers.put(name, out.array());
        rounded.add(name);
    }

    private void describe(String kind) {
        List<String> tokens = new ArrayList<>();
        for (int b = 0; b < 256; b++) {
            tokens.add(letter(b));
        }
        List<String> merges = List.of("t h", "th e", "i n", "Ġ the", "e r", "y e", "ye s", "n o");
        merges.forEach(merge -> tokens.add(merge.replace(" ", "")));
        tokens.addAll(MARKS);
        metadata.put("general.architecture", kind);
        metadata.put(kind + ".block_count", 2);
        metadata.put(kind + ".context_length", 2048);
        metadata.put(kind + ".embedding_length", 64);
        metadata.put(kind + ".feed_forward_length", 96);
        metadata.put(kind + ".attention.head_count", 4);
        metadata.put(kind + ".attention.head_count_kv", 2);
        metadata.put(kind + ".attention.layer_norm_rms_epsilon", 1e-5f);
        metadata.put(kind + ".rope.freq_base", 10000f);
        if (kind.equals("qwen3")) {
            metadata.put(kind + ".rope.scaling.type", "linear");
            metadata.put(kind + ".rope.scaling.factor", 2f);
        }
        metadata.put("tokenizer.ggml.model", "gpt2");
        metadata.put("tokenizer.ggml.pre", kind.equals("llama") ? "smollm" : "qwen2");
        metadata.put("tokenizer.ggml.tokens", tokens);
        metadata.put(
                "tokenizer.ggml.token_type",
                IntStream.range(0, tokens.size())
                        .mapToObj(i -> i < tokens.size() - 2 ? 1 : 3)
                        .toList());
        metadata.put("tokenizer.ggml.merges", merges);
        metadata.put("tokenizer.ggml.eos_token_id", tokens.size() - 1);
        metadata.put("tokenizer.chat_template", TEMPLATE);
    }

    private static String letter(int b) {
        boolean itself = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || (b >= 0xAE && b <= 0xFF);
        if (itself) {
            return String.valueOf((char) b);
        }
        int before = (int) IntStream.range(0, b)
                .filter(c -> !((c >= '!' && c <= '~') || (c >= 0xA1 && c <= 0xAC) || c >= 0xAE))
                .count();
        return String.valueOf((char) (256 + before));
    }

    private void fill(String kind) {
        if (kind.equals("llama")) {
            matrix("rope_freqs.weight", 1, 8, 1, 4);
        }
        matrix("token_embd.weight", 266, 64, 1);
        matrix("output_norm.weight", 1, 64, 1);
        for (int layer = 0; layer < 2; layer++) {
            String at = "blk." + layer + ".";
            matrix(at + "attn_norm.weight", 1, 64, 1);
            matrix(at + "attn_q.weight", 64, 64, 0.3);
            matrix(at + "attn_k.weight", 32, 64, 0.3);
            matrix(at + "attn_v.weight", 32, 64, 0.3);
            if (kind.equals("qwen3")) {
                matrix(at + "attn_q_norm.weight", 1, 16, 1);
                matrix(at + "attn_k_norm.weight", 1, 16, 1);
            }
            if (kind.equals("qwen2")) {
                matrix(at + "attn_q.bias", 1, 64, 0.5);
                matrix(at + "attn_k.bias", 1, 32, 0.5);
                matrix(at + "attn_v.bias", 1, 32, 0.5);
            }
            matrix(at + "attn_output.weight", 64, 64, 0.3);
            matrix(at + "ffn_norm.weight", 1, 64, 1);
            matrix(at + "ffn_gate.weight", 96, 64, 0.3);
            matrix(at + "ffn_up.weight", 96, 64, 0.3);
            matrix(at + "ffn_down.weight", 64, 96, 0.3);
        }
    }

    private void matrix(String name, int rows, int columns, double spread) {
        matrix(name, rows, columns, spread, 0);
    }

    private void matrix(String name, int rows, int columns, double spread, double middle) {
        ByteBuffer bytes = ByteBuffer.allocate(rows * columns * 4).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putFloat((float) (middle + random.nextGaussian() * spread));
        }
        shapes.put(name, rows == 1 ? new int[] {columns} : new int[] {columns, rows});
        numbers.put(name, bytes.array());
    }

    private byte[] bytes() {
        Out out = new Out();
        out.int32(0x46554747).int32(3).int64(shapes.size()).int64(metadata.size());
        metadata.forEach((key, value) -> out.string(key).value(value));
        long offset = 0;
        for (Map.Entry<String, int[]> shape : shapes.entrySet()) {
            out.string(shape.getKey()).int32(shape.getValue().length);
            for (int length : shape.getValue()) {
                out.int64(length);
            }
            out.int32(rounded.contains(shape.getKey()) ? 2 : 0).int64(offset);
            offset += (numbers.getOrDefault(shape.getKey(), new byte[0]).length + 31L) / 32 * 32;
        }
        out.align();
        for (byte[] tensor : numbers.values()) {
            out.bytes(tensor).align();
        }
        return out.bytes.toByteArray();
    }

    /** Little-endian output. */
    private static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Out int32(int number) {
            return bytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(number)
                    .array());
        }

        Out int64(long number) {
            return bytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(number)
                    .array());
        }

        Out string(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return int64(utf8.length).bytes(utf8);
        }

        Out bytes(byte[] some) {
            bytes.writeBytes(some);
            return this;
        }

        void value(Object value) {
            int32(type(value));
            plain(value);
        }

        private void plain(Object value) {
            switch (value) {
                case Integer number -> int32(number);
                case Float number -> int32(Float.floatToIntBits(number));
                case String text -> string(text);
                case List<?> list -> {
                    int32(type(list.get(0))).int64(list.size());
                    list.forEach(this::plain);
                }
                default -> throw new IllegalArgumentException(value.toString());
            }
        }

        private static int type(Object value) {
            return switch (value) {
                case Integer number -> 5;
                case Float number -> 6;
                case String text -> 8;
                default -> 9;
            };
        }

        void align() {
            while (bytes.size() % 32 != 0) {
                bytes.write(0);
            }
        }
    }
}
