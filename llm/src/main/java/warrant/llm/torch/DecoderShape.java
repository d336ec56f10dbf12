package warrant.llm.torch;

import java.util.List;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Gguf;

/**
 * The sizes of a decoder-only transformer of the llama family.
 *
 * @param hidden width of the residual stream
 * @param heads number of query heads
 * @param keyHeads number of key and value heads, a divisor of {@code heads}
 * @param headWidth numbers a head, even
 * @param inner width of the feed-forward layer
 * @param vocabulary number of tokens
 * @param window most positions that the model was made for
 * @param epsilon of the root-mean-square norm
 * @param ropeBase base of the rotary angles
 * @param ropeScale by which angles are divided (linear scaling), 1 for none
 * @param headNorms whether queries and keys are normed head by head before they are rotated (qwen3)
 * @param interleaved whether the file's query and key rows hold the two halves of a head alternately
 */
record DecoderShape(
        int layers,
        int hidden,
        int heads,
        int keyHeads,
        int headWidth,
        int inner,
        int vocabulary,
        int window,
        double epsilon,
        double ropeBase,
        double ropeScale,
        boolean headNorms,
        boolean interleaved) {

    private static final int MOST = 1 << 20;
    private static final List<String> KINDS = List.of("llama", "qwen2", "qwen3");
    /** Factors of the rotary angles, one for each pair of a head's numbers (Llama 3.1 and later). */
    static final String FACTORS = "rope_freqs.weight";

    DecoderShape {
        if (heads % keyHeads != 0 || headWidth % 2 != 0) {
            throw new ModelException(
                    Code.USER, "a model with %d heads of width %d over %d".formatted(heads, headWidth, keyHeads));
        }
    }

    /** @throws ModelException with code {@code USER} if the file holds another kind of model */
    static DecoderShape of(Gguf file) {
        String kind = file.text("general.architecture");
        if (!KINDS.contains(kind)) {
            throw new ModelException(
                    Code.USER,
                    file.path() + " holds a model of kind " + kind + "; " + String.join(", ", KINDS) + " can be run");
        }
        int hidden = file.number(kind + ".embedding_length", 1, MOST);
        int heads = file.number(kind + ".attention.head_count", 1, hidden);
        String width = kind + ".attention.key_length";
        return new DecoderShape(
                file.number(kind + ".block_count", 1, 1000),
                hidden,
                heads,
                file.has(kind + ".attention.head_count_kv")
                        ? file.number(kind + ".attention.head_count_kv", 1, heads)
                        : heads,
                file.has(width) ? file.number(width, 2, hidden) : hidden / heads,
                file.number(kind + ".feed_forward_length", 1, MOST),
                file.list("tokenizer.ggml.tokens", String.class).size(),
                file.number(kind + ".context_length", 1, 1 << 24),
                file.findReal(kind + ".attention.layer_norm_rms_epsilon").orElse(1e-5),
                file.findReal(kind + ".rope.freq_base").orElse(10000.0),
                ropeScale(file, kind),
                kind.equals("qwen3"),
                kind.equals("llama"));
    }

    private static double ropeScale(Gguf file, String kind) {
        String scaling = file.findText(kind + ".rope.scaling.type").orElse("none");
        double factor = file.findReal(kind + ".rope.scaling.factor").orElse(1.0);
        boolean known = scaling.equals("none") || scaling.equals("linear");
        if (!known || factor < 1) {
            throw new ModelException(
                    Code.USER,
                    "%s wants its positions scaled (%s, %s), which cannot be done yet; none and linear can"
                            .formatted(file.path(), scaling, factor));
        }
        return scaling.equals("none") ? 1 : factor;
    }

    /** @return the name of the matrix that makes logits: many models use the token vectors again */
    String headName(Gguf file) {
        return file.find("output.weight").isPresent() ? "output.weight" : "token_embd.weight";
    }

    /** @return rows of the joined query, key and value matrix */
    int qkvRows() {
        return (heads + 2 * keyHeads) * headWidth;
    }

    /**
     * @param rows positions from 0 on
     * @param factors by which the angle of each pair of a head's numbers is divided besides
     * @return the cosines, then the sines of the rotary angles, each {@code (rows, headWidth)}; Su et al. 2021
     */
    float[][] rotations(int rows, float[] factors) {
        int half = headWidth / 2;
        float[][] tables = new float[2][rows * headWidth];
        for (int i = 0; i < half; i++) {
            float frequency = (float) (1.0 / Math.pow(ropeBase, 2.0 * i / headWidth) / factors[i] / ropeScale);
            for (int row = 0; row < rows; row++) {
                double angle = row * frequency;
                int at = row * headWidth + i;
                tables[0][at] = (float) Math.cos(angle);
                tables[0][at + half] = tables[0][at];
                tables[1][at] = (float) Math.sin(angle);
                tables[1][at + half] = tables[1][at];
            }
        }
        return tables;
    }
}
