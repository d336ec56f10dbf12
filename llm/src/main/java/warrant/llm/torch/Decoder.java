package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import warrant.llm.weights.Checkpoint;

/**
 * The transformer: states in, states and logits out. For one thread. A state is a value of the native library that the
 * caller closes; see {@link DecoderScript}.
 */
final class Decoder implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 64;

    /**
     * Rows that go through the model at once when answers are written. In floating-point precisions it is always so
     * many, if need be with rows that mean nothing: other numbers of rows may be summed in another order, and a text
     * must not depend on what else is being written.
     */
    private static final int ROWS = 8;

    private final Checkpoint file;
    private final DecoderShape shape;
    private final FileRows embeddings;
    private final FileRows head;
    private final Network reading;
    private final Supplier<Network> loading;
    private @Nullable Network writing;

    private Decoder(Checkpoint file, DecoderShape shape, Network reading, Supplier<Network> loading) {
        this.file = file;
        this.shape = shape;
        this.embeddings = rows(file, shape, "token_embd.weight");
        this.head = rows(file, shape, shape.headName(file));
        this.reading = reading;
        this.loading = loading;
    }

    private static FileRows rows(Checkpoint file, DecoderShape shape, String name) {
        return new FileRows(file, file.tensor(name, shape.vocabulary(), shape.hidden()), 0, shape.vocabulary());
    }

    /**
     * @param choice the weights for writing are loaded with the first answer
     * @param window most positions that will be asked for
     */
    static Decoder load(Checkpoint file, DecoderShape shape, PrecisionPolicy.Choice choice, int threads, int window) {
        Network network = Network.load(file, shape, choice.reading(), choice.place(), threads, window);
        return new Decoder(
                file,
                shape,
                network,
                () -> choice.writing() == choice.reading()
                        ? network
                        : Network.load(file, shape, choice.writing(), choice.place(), threads, window));
    }

    /**
     * @return most rows that go through the model at once when answers are written; the rows of an expert are as many
     *     as chose it, so where floating-point numbers are summed there is only one
     */
    int rowsAtOnce() {
        boolean experts = shape.feed().experts().isPresent();
        return experts && !writing().precision().exactSums() ? 1 : ROWS;
    }

    private Network writing() {
        Network loaded = writing;
        if (loaded == null) {
            loaded = loading.get();
            writing = loaded;
        }
        return loaded;
    }

    /** @return bytes that the weights take by count: those for reading, and those for writing if they are others */
    long[] bytesOfWeights() {
        Network loaded = writing;
        return new long[] {reading.bytes(), loaded == null || loaded.equals(reading) ? 0 : loaded.bytes()};
    }

    int vocabulary() {
        return shape.vocabulary();
    }

    /** @return the state before anything was read */
    IValue start() {
        return reading.script().call("start", reading.weights());
    }

    /** @return another state with the same tensors, which no step changes */
    IValue share(IValue state) {
        return reading.script().call("share", state);
    }

    /** @return a state as if only the first tokens of what it read had been read, without a prediction */
    IValue cut(IValue state, int tokens) {
        try (IValue count = IValue.from((long) tokens)) {
            return reading.script().call("cut", state, count);
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
        try (IValue x = reading.script().tensor(embeddings.of(tokens), tokens.length, shape.hidden());
                IValue at = reading.script().tensor(batch.positions());
                IValue seen = reading.script().tensor(mask, tokens.length, mask.length / tokens.length);
                IValue rows = reading.script().tensor(batch.wanted());
                IValue kept = IValue.from(keep ? 1L : 0L)) {
            return reading.script().call("step", x, at, seen, rows, kept, state, reading.weights());
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
        try (IValue row = reading.script().tensor(rows);
                IValue place = reading.script().tensor(places);
                IValue some = reading.script().tensor(head.of(distinct), distinct.length, shape.hidden())) {
            return reading.script().floats("exact", output, row, place, some);
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
                IValue row = reading.script().tensor(rows);
                IValue token = reading.script().tensor(tokens)) {
            return reading.script().floats("norms", output, from, to, row, token, reading.weights());
        }
    }

    /** @return what comes after an output row; the likeliest logits are those of the head in F32 */
    Prediction prediction(IValue output, int at) {
        float[] numbers;
        try (IValue row = IValue.from((long) at)) {
            numbers = reading.script().floats("prediction", output, row, reading.weights());
        }
        return predictions(output, at, numbers, reading.precision()).get(0);
    }

    /** @param numbers for each output row from the first on, the logits and their norm */
    private List<Prediction> predictions(IValue output, int first, float[] numbers, Precision precision) {
        int width = shape.vocabulary() + 1;
        int count = numbers.length / width;
        List<float[]> rows = new ArrayList<>();
        List<int[]> tops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Arrays.copyOfRange(numbers, i * width, (i + 1) * width - 1));
            tops.add(Prediction.greatest(rows.get(i)));
        }
        long[] places = IntStream.range(0, count)
                .mapToObj(i -> Arrays.stream(tops.get(i)).mapToLong(token -> first + (long) i))
                .flatMapToLong(row -> row)
                .toArray();
        long[] tokens =
                tops.stream().flatMapToInt(Arrays::stream).asLongStream().toArray();
        float[] exact = precision == Precision.F32 ? new float[0] : logits(output, places, tokens);
        List<Prediction> predictions = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            float[] some = Arrays.copyOfRange(
                    exact, Math.min(at, exact.length), Math.min(at + tops.get(i).length, exact.length));
            predictions.add(Prediction.corrected(rows.get(i), numbers[(i + 1) * width - 1], tops.get(i), some));
            at += tops.get(i).length;
        }
        return predictions;
    }

    /**
     * Rows of a sequence that is being written.
     *
     * @param state with room for them, which they are written into
     * @param begin the position of the first
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Rows(IValue state, int begin, int[] tokens) {}

    /** @return a state with the same keys and values and room for more */
    IValue room(IValue state, int positions) {
        try (IValue most = IValue.from((long) positions)) {
            return reading.script().call("room", state, most);
        }
    }

    /**
     * Runs at most {@link #rowsAtOnce} rows of one or more sequences through the model.
     *
     * @return for each row, in order, what comes after it; the same as if it had come alone
     */
    List<Prediction> write(List<Rows> sequences) {
        Network network = writing();
        int[] tokens = sequences.stream()
                .flatMapToInt(rows -> Arrays.stream(rows.tokens()))
                .toArray();
        boolean independent = network.precision().exactSums() && shape.isPlain();
        int count = independent ? tokens.length : rowsAtOnce();
        long[] positions = Arrays.copyOf(
                sequences.stream()
                        .flatMapToLong(rows ->
                                LongStream.range(0, rows.tokens().length).map(i -> rows.begin() + i))
                        .toArray(),
                count);
        float[] x = Arrays.copyOf(embeddings.of(tokens), count * shape.hidden());
        ScriptModule script = network.script();
        try (IValue input = script.tensor(x, count, shape.hidden());
                IValue at = script.tensor(positions);
                IValue begins = IValue.listFrom(
                        sequences.stream().mapToLong(Rows::begin).toArray());
                IValue counts = IValue.listFrom(sequences.stream()
                        .mapToLong(rows -> rows.tokens().length)
                        .toArray());
                IValue states =
                        IValue.listFrom(sequences.stream().map(Rows::state).toArray(IValue[]::new));
                IValue used = IValue.from((long) tokens.length);
                IValue output = script.call("write", input, at, begins, counts, states, network.weights())) {
            return predictions(output, 0, script.floats("predicted", output, used), network.precision());
        }
    }

    /** @return the log-probabilities of all tokens of a sequence but the first, summed */
    double logProbability(int[] tokens) {
        Batch batch = new Batch(0);
        batch.add(tokens, Batch.PREFIX);
        IntStream.range(0, tokens.length - 1).forEach(batch::want);
        long[] rows = LongStream.range(0, tokens.length - 1).toArray();
        long[] next =
                IntStream.range(1, tokens.length).mapToLong(i -> tokens[i]).toArray();
        double sum = 0;
        try (IValue start = start();
                IValue output = step(start, batch, false)) {
            for (float number : logProbabilities(output, rows, next)) {
                sum += number;
            }
        }
        return sum;
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
                logits[i] = prediction(output, i).logits();
            }
        }
        return logits;
    }

    @Override
    public void close() {
        Network loaded = writing;
        if (loaded != null && !loaded.equals(reading)) {
            loaded.close();
        }
        reading.close();
        file.close();
    }
}
