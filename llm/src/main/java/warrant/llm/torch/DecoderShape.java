package warrant.llm.torch;

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
        boolean interleaved) {

    private static final int MOST = 1 << 20;

    DecoderShape {
        if (heads % keyHeads != 0 || headWidth % 2 != 0) {
            throw new ModelException(
                    Code.USER, "a model with %d heads of width %d over %d".formatted(heads, headWidth, keyHeads));
        }
    }

    /** @throws ModelException with code {@code USER} if the file holds another kind of model */
    static DecoderShape of(Gguf file) {
        String kind = file.text("general.architecture");
        boolean llama = kind.equals("llama");
        if (!llama && !kind.equals("qwen2")) {
            throw new ModelException(
                    Code.USER, file.path() + " holds a model of kind " + kind + "; llama and qwen2 can be run");
        }
        String scaling = file.findText(kind + ".rope.scaling.type").orElse("none");
        if (!scaling.equals("none")) {
            throw new ModelException(
                    Code.USER, file.path() + " wants its positions scaled (" + scaling + "), which cannot be done yet");
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
                llama);
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
     * @return the cosines, then the sines of the rotary angles, each {@code (rows, headWidth)}; Su et al. 2021
     */
    float[][] rotations(int rows) {
        int half = headWidth / 2;
        float[][] tables = new float[2][rows * headWidth];
        for (int i = 0; i < half; i++) {
            float frequency = (float) (1.0 / Math.pow(ropeBase, 2.0 * i / headWidth));
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
