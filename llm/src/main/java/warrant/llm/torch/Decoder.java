package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.stream.IntStream;
import warrant.llm.weights.Gguf;

/**
 * The transformer: states in, states and logits out. For one thread. A state is a value of the native library that the
 * caller closes; see {@link DecoderScript}.
 */
final class Decoder implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 64;

    private final Gguf file;
    private final ScriptModule script;
    private final DecoderShape shape;
    private final EmbeddingTable embeddings;
    private final IValue weights;

    private Decoder(Gguf file, ScriptModule script, DecoderShape shape, EmbeddingTable embeddings, IValue weights) {
        this.file = file;
        this.script = script;
        this.shape = shape;
        this.embeddings = embeddings;
        this.weights = weights;
    }

    /** @param window most positions that will be asked for */
    static Decoder load(Gguf file, DecoderShape shape, Precision precision, int threads, int window) {
        ScriptModule script = ScriptModule.compile(
                TorchEngine.start(threads), DecoderScript.of(shape, precision, TorchLanguageModel.BATCH_TOKENS));
        EmbeddingTable embeddings =
                new EmbeddingTable(file, file.tensor("token_embd.weight", shape.vocabulary(), shape.hidden()));
        IValue weights = WeightLoading.load(file, shape, precision, script, window);
        return new Decoder(file, script, shape, embeddings, weights);
    }

    int vocabulary() {
        return shape.vocabulary();
    }

    /** @return the state before anything was read */
    IValue start() {
        return script.call("start");
    }

    /** @return another state with the same tensors, which no step changes */
    IValue share(IValue state) {
        return script.call("share", state);
    }

    /**
     * Runs a batch over what a state has read.
     *
     * @param keep whether the result is a whole state or only its first tensor
     * @return the outputs at the wanted places, and if kept the keys and values with the batch added
     */
    IValue step(IValue state, Batch batch, boolean keep) {
        int[] tokens = batch.tokens();
        float[] mask = batch.mask();
        try (IValue x = script.tensor(embeddings.rows(tokens), tokens.length, shape.hidden());
                IValue at = script.tensor(batch.positions());
                IValue seen = script.tensor(mask, tokens.length, mask.length / tokens.length);
                IValue rows = script.tensor(batch.wanted());
                IValue kept = IValue.from(keep ? 1L : 0L)) {
            return script.call("step", x, at, seen, rows, kept, state, weights);
        }
    }

    /** @return for each pair of an output row and a token its logit */
    float[] logits(IValue output, long[] rows, long[] tokens) {
        try (IValue row = script.tensor(rows);
                IValue token = script.tensor(tokens)) {
            return script.floats("chosen", output, row, token, weights);
        }
    }

    /** @return for each pair of an output row, ascending or not, and a token its log-probability */
    float[] logProbabilities(IValue output, long[] rows, long[] tokens) {
        float[] result = new float[rows.length];
        int count = (int) Arrays.stream(rows).max().orElse(-1) + 1;
        for (int begin = 0; begin < count; begin += ROWS_AT_ONCE) {
            int first = begin;
            int end = Math.min(count, begin + ROWS_AT_ONCE);
            int[] pairs = IntStream.range(0, rows.length)
                    .filter(i -> rows[i] >= first && rows[i] < end)
                    .toArray();
            try (IValue from = IValue.from((long) begin);
                    IValue to = IValue.from((long) end);
                    IValue row = script.tensor(
                            Arrays.stream(pairs).mapToLong(i -> rows[i] - first).toArray());
                    IValue token = script.tensor(
                            Arrays.stream(pairs).mapToLong(i -> tokens[i]).toArray())) {
                float[] some = script.floats("sure", output, from, to, row, token, weights);
                for (int i = 0; i < pairs.length; i++) {
                    result[pairs[i]] = some[i];
                }
            }
        }
        return result;
    }

    /** @return the logits of all tokens at the output rows from {@code begin} to before {@code end} */
    float[] allLogits(IValue output, int begin, int end) {
        try (IValue from = IValue.from((long) begin);
                IValue to = IValue.from((long) end)) {
            return script.floats("logits", output, from, to, weights);
        }
    }

    /** @return the logits after each token of a sequence, {@code (tokens, vocabulary)} */
    float[][] allLogits(int[] tokens) {
        Batch batch = new Batch(0);
        batch.add(tokens, Batch.PREFIX);
        IntStream.range(0, tokens.length).forEach(batch::want);
        float[][] logits = new float[tokens.length][];
        try (IValue start = start();
                IValue output = step(start, batch, false)) {
            for (int i = 0; i < logits.length; i++) {
                logits[i] = allLogits(output, i, i + 1);
            }
        }
        return logits;
    }

    @Override
    public void close() {
        weights.close();
        script.close();
        file.close();
    }
}
