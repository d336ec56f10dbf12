package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * Questions on their way through the model: packed into batches in the order in which they were asked, cut where a
 * batch holds {@link TorchLanguageModel#BATCH_TOKENS} tokens, so that the numbers depend on this call alone.
 */
final class Asking {
    private final Decoder decoder;
    private final IValue state;
    private final int read;
    private final int window;
    private final boolean whole;
    private final List<Place> open = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();
    private final List<Long> tokens = new ArrayList<>();
    private Batch batch;

    /** Where the sum of a sequence's numbers belongs. */
    private static final class Place {
        private final double[] sums;
        private final int index;
        private final int firstPair;
        private final int pairs;

        Place(double[] sums, int index, int firstPair, int pairs) {
            this.sums = sums;
            this.index = index;
            this.firstPair = firstPair;
            this.pairs = pairs;
        }
    }

    /**
     * @param state what was read
     * @param read its positions
     * @param whole whether numbers are log-probabilities; else logits, which compare only within a question
     */
    Asking(Decoder decoder, IValue state, int read, int window, boolean whole) {
        this.decoder = decoder;
        this.state = state;
        this.read = read;
        this.window = window;
        this.whole = whole;
        this.batch = new Batch(read);
    }

    /**
     * Asks for the sums of the numbers of sequences after a question; they stand in the result after {@link #finish}.
     *
     * @param question all tokens between what was read and the answer
     */
    double[] ask(int[] question, List<int[]> sequences) {
        double[] sums = new double[sequences.size()];
        for (int i = 0; i < sums.length; i++) {
            int[] sequence = sequences.get(i);
            if (read + question.length + sequence.length > window) {
                throw new ModelException(
                        Code.LIMIT,
                        "a question of %d tokens after a text of %d does not fit the window of %d"
                                .formatted(question.length + sequence.length, read, window));
            }
            if (batch.size() >= TorchLanguageModel.BATCH_TOKENS) {
                finish();
            }
            int at = batch.add(question, Batch.PREFIX);
            open.add(new Place(sums, i, rows.size(), sequence.length));
            for (int token : sequence) {
                rows.add((long) batch.want(at));
                tokens.add((long) token);
                if (rows.size() - open.getLast().firstPair < sequence.length) {
                    at = batch.add(new int[] {token}, at);
                }
            }
        }
        return sums;
    }

    /** Runs what is waiting. */
    void finish() {
        if (open.isEmpty()) {
            return;
        }
        Worker.pause();
        long[] row = rows.stream().mapToLong(Long::longValue).toArray();
        long[] token = tokens.stream().mapToLong(Long::longValue).toArray();
        try (IValue output = decoder.step(state, batch, false)) {
            float[] numbers = whole ? decoder.logProbabilities(output, row, token) : decoder.logits(output, row, token);
            for (Place place : open) {
                for (int i = 0; i < place.pairs; i++) {
                    place.sums[place.index] += numbers[place.firstPair + i];
                }
            }
        }
        open.clear();
        rows.clear();
        tokens.clear();
        batch = new Batch(read);
    }
}
