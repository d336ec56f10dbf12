package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import warrant.llm.weights.Checkpoint;

/**
 * The transformer: states in, states and logits out. For one thread. A state is a value of the native library that the
 * caller closes; see {@link DecoderScript}.
 */
final class Decoder implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 64;
    /** Likeliest tokens of a row whose logits are made exact. */
    private static final int EXACT = 32;

    private final Checkpoint file;
    private final ScriptModule script;
    private final DecoderShape shape;
    private final Precision precision;
    private final FileRows embeddings;
    private final FileRows head;
    private final IValue weights;

    private Decoder(Checkpoint file, ScriptModule script, DecoderShape shape, Precision precision, IValue weights) {
        this.file = file;
        this.script = script;
        this.shape = shape;
        this.precision = precision;
        this.embeddings = rows(file, shape, "token_embd.weight");
        this.head = rows(file, shape, shape.headName(file));
        this.weights = weights;
    }

    private static FileRows rows(Checkpoint file, DecoderShape shape, String name) {
        return new FileRows(file, file.tensor(name, shape.vocabulary(), shape.hidden()), 0, shape.vocabulary());
    }

    /** @param window most positions that will be asked for */
    static Decoder load(Checkpoint file, DecoderShape shape, Precision precision, int threads, int window) {
        ScriptModule script = ScriptModule.compile(
                TorchEngine.start(threads), DecoderScript.of(shape, precision, TorchLanguageModel.BATCH_TOKENS));
        IValue weights = WeightLoading.load(file, shape, precision, script, window);
        return new Decoder(file, script, shape, precision, weights);
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

    /** @return a state as if only the first tokens of what it read had been read, without a prediction */
    IValue cut(IValue state, int tokens) {
        try (IValue count = IValue.from((long) tokens)) {
            return script.call("cut", state, count);
        }
    }

    /** @return bytes that the keys and values of one token take */
    long bytesOfToken() {
        return Float.BYTES * shape.keptNumbers();
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
        try (IValue x = script.tensor(embeddings.of(tokens), tokens.length, shape.hidden());
                IValue at = script.tensor(batch.positions());
                IValue seen = script.tensor(mask, tokens.length, mask.length / tokens.length);
                IValue rows = script.tensor(batch.wanted());
                IValue kept = IValue.from(keep ? 1L : 0L)) {
            return script.call("step", x, at, seen, rows, kept, state, weights);
        }
    }

    /** @return for each pair of an output row and a token its logit, with the head in F32 */
    float[] logits(IValue output, long[] rows, long[] tokens) {
        int[] distinct = Arrays.stream(tokens)
                .sorted()
                .distinct()
                .mapToInt(Math::toIntExact)
                .toArray();
        long[] places = Arrays.stream(tokens)
                .map(token -> Arrays.binarySearch(distinct, Math.toIntExact(token)))
                .toArray();
        try (IValue row = script.tensor(rows);
                IValue place = script.tensor(places);
                IValue some = script.tensor(head.of(distinct), distinct.length, shape.hidden())) {
            return script.floats("exact", output, row, place, some);
        }
    }

    /**
     * The token's logit is that of the head in F32; the norm is the sum over the head as it is packed, in which the
     * token's own part is put right, so that no probability exceeds 1.
     *
     * @return for each pair of an output row, ascending or not, and a token its log-probability
     */
    float[] logProbabilities(IValue output, long[] rows, long[] tokens) {
        float[] exact = logits(output, rows, tokens);
        float[] result = new float[rows.length];
        int count = (int) Arrays.stream(rows).max().orElse(-1) + 1;
        for (int begin = 0; begin < count; begin += ROWS_AT_ONCE) {
            int first = begin;
            int end = Math.min(count, begin + ROWS_AT_ONCE);
            int[] pairs = IntStream.range(0, rows.length)
                    .filter(i -> rows[i] >= first && rows[i] < end)
                    .toArray();
            float[] norms = norms(
                    output,
                    begin,
                    end,
                    Arrays.stream(pairs).mapToLong(i -> rows[i] - first).toArray(),
                    Arrays.stream(pairs).mapToLong(i -> tokens[i]).toArray());
            for (int i = 0; i < pairs.length; i++) {
                double norm = norms[i];
                double own = norms[pairs.length + i];
                double logit = exact[pairs[i]];
                result[pairs[i]] =
                        (float) (logit - norm - Math.log1p(Math.exp(logit - norm) - Math.min(1, Math.exp(own - norm))));
            }
        }
        return result;
    }

    /** @return for each pair the norm of its row, then for each pair the logit of its token, both as packed */
    private float[] norms(IValue output, int begin, int end, long[] rows, long[] tokens) {
        try (IValue from = IValue.from((long) begin);
                IValue to = IValue.from((long) end);
                IValue row = script.tensor(rows);
                IValue token = script.tensor(tokens)) {
            return script.floats("norms", output, from, to, row, token, weights);
        }
    }

    /** @return the logits of all tokens at an output row; the greatest are those of the head in F32 */
    float[] allLogits(IValue output, int at) {
        float[] logits;
        try (IValue from = IValue.from((long) at);
                IValue to = IValue.from(at + 1L)) {
            logits = script.floats("logits", output, from, to, weights);
        }
        if (precision != Precision.F32) {
            long[] top = greatest(logits);
            long[] rows = new long[top.length];
            Arrays.fill(rows, at);
            float[] exact = logits(output, rows, top);
            for (int i = 0; i < top.length; i++) {
                logits[(int) top[i]] = exact[i];
            }
        }
        return logits;
    }

    private static long[] greatest(float[] logits) {
        PriorityQueue<Integer> least = new PriorityQueue<>(Comparator.comparingDouble(token -> logits[token]));
        for (int token = 0; token < logits.length; token++) {
            if (least.size() < EXACT) {
                least.add(token);
            } else if (logits[token] > logits[least.element()]) {
                least.remove();
                least.add(token);
            }
        }
        return least.stream().mapToLong(Integer::longValue).toArray();
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
                logits[i] = allLogits(output, i);
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
