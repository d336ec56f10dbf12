package warrant.llm.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import warrant.llm.export.GgufExport;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.Tensor;
import warrant.llm.weights.TensorType;

/**
 * A model of random weights, in a shape that is given, with the vocabulary of another: speed does not depend on what
 * weights say. Of kind qwen2, its head tied to its token vectors.
 */
public final class RandomModel implements Checkpoint {
    private static final String KIND = "qwen2";
    /** Of a block of numbers between -128 and 127, so that rows have length 1 or so. */
    private static final float SCALE = 0.0004f;

    private final Checkpoint vocabulary;
    private final Shape shape;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    /** How large it is. */
    enum Shape {
        /** As Qwen2.5-0.5B. */
        HALF(24, 896, 4864, 14, 2),
        /** As small as can be run, for requests without number. */
        TINY(4, 128, 256, 4, 2);

        private final int layers;
        private final int hidden;
        private final int inner;
        private final int heads;
        private final int keyHeads;

        Shape(int layers, int hidden, int inner, int heads, int keyHeads) {
            this.layers = layers;
            this.hidden = hidden;
            this.inner = inner;
            this.heads = heads;
            this.keyHeads = keyHeads;
        }
    }

    /** @param vocabulary a model whose tokens are taken; closed with this */
    RandomModel(Checkpoint vocabulary, Shape shape) {
        this.vocabulary = vocabulary;
        this.shape = shape;
        int words = vocabulary.list("tokenizer.ggml.tokens", String.class).size();
        int keys = shape.hidden / shape.heads * shape.keyHeads;
        matrix("token_embd.weight", words, shape.hidden);
        vector("output_norm.weight", shape.hidden);
        for (int layer = 0; layer < shape.layers; layer++) {
            String at = "blk." + layer + ".";
            vector(at + "attn_norm.weight", shape.hidden);
            matrix(at + "attn_q.weight", shape.hidden, shape.hidden);
            vector(at + "attn_q.bias", shape.hidden);
            matrix(at + "attn_k.weight", keys, shape.hidden);
            vector(at + "attn_k.bias", keys);
            matrix(at + "attn_v.weight", keys, shape.hidden);
            vector(at + "attn_v.bias", keys);
            matrix(at + "attn_output.weight", shape.hidden, shape.hidden);
            vector(at + "ffn_norm.weight", shape.hidden);
            matrix(at + "ffn_gate.weight", shape.inner, shape.hidden);
            matrix(at + "ffn_up.weight", shape.inner, shape.hidden);
            matrix(at + "ffn_down.weight", shape.hidden, shape.inner);
        }
    }

    /** @param arguments a model with a vocabulary, {@code HALF} or {@code TINY}, and the file to be written */
    public static void main(String[] arguments) {
        try (RandomModel model = new RandomModel(Checkpoint.open(Path.of(arguments[0])), Shape.valueOf(arguments[1]))) {
            GgufExport.write(model, Path.of(arguments[2]), TensorType.Q4_0);
        }
    }

    private void matrix(String name, int rows, int columns) {
        tensors.put(name, new Tensor(name, TensorType.Q8_0, rows, columns, 0));
    }

    private void vector(String name, int length) {
        tensors.put(name, new Tensor(name, TensorType.F32, 1, length, 0));
    }

    @Override
    public Path path() {
        return vocabulary.path();
    }

    @Override
    public Convention convention() {
        return Convention.GGUF;
    }

    @Override
    public Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        vocabulary.metadata().forEach((key, value) -> {
            if (key.startsWith("tokenizer.")) {
                metadata.put(key, value);
            }
        });
        metadata.put("general.architecture", KIND);
        metadata.put("general.name", "random weights");
        metadata.put(KIND + ".block_count", (long) shape.layers);
        metadata.put(KIND + ".embedding_length", (long) shape.hidden);
        metadata.put(KIND + ".feed_forward_length", (long) shape.inner);
        metadata.put(KIND + ".attention.head_count", (long) shape.heads);
        metadata.put(KIND + ".attention.head_count_kv", (long) shape.keyHeads);
        metadata.put(KIND + ".attention.layer_norm_rms_epsilon", 1e-6);
        metadata.put(KIND + ".rope.freq_base", 1e6);
        metadata.put(KIND + ".context_length", 32_768L);
        return metadata;
    }

    @Override
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    @Override
    public ByteBuffer map(Tensor tensor, int firstRow, int rows) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(rows, tensor.rowBytes())).order(ByteOrder.LITTLE_ENDIAN);
        SplittableRandom random = new SplittableRandom(31L * tensor.name().hashCode() + firstRow);
        if (tensor.type() == TensorType.F32) {
            while (bytes.hasRemaining()) {
                bytes.putFloat(tensor.name().endsWith("norm.weight") ? 1 : (random.nextInt(256) - 128) * SCALE);
            }
            return bytes.flip();
        }
        random.nextBytes(bytes.array());
        for (int at = 0; at < bytes.capacity(); at += tensor.type().blockBytes()) {
            bytes.putShort(at, Float.floatToFloat16(SCALE));
        }
        return bytes;
    }

    @Override
    public String sha256() {
        return "";
    }

    @Override
    public void close() {
        vocabulary.close();
    }
}
