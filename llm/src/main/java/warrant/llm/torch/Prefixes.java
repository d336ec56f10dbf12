package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What was read lately, so that a text that begins like one of them is not read anew. The one used longest ago goes
 * when memory runs out. For the thread that computes.
 *
 * <p>Texts are read in pieces of {@link TorchLanguageModel#BATCH_TOKENS}, and only whole pieces or whole texts are used
 * again: so the numbers are those of a reading from the beginning, bit for bit.
 */
final class Prefixes implements AutoCloseable {
    private final Decoder decoder;
    private final long mostTokens;
    private final Deque<Reading> latest = new ArrayDeque<>();
    private long held;
    private long reused;

    /** @param state owned by this */
    @SuppressWarnings("ArrayRecordComponent") // compared by content where it is compared
    private record Reading(int[] tokens, IValue state) {}

    /**
     * @param state after the first tokens; belongs to who asked
     * @param tokens how many those are
     */
    record Found(IValue state, int tokens) {}

    /** @param mostTokens that all readings may hold together; those of a prefix that two share count twice */
    Prefixes(Decoder decoder, long mostTokens) {
        this.decoder = decoder;
        this.mostTokens = mostTokens;
    }

    /** @return the state after the longest beginning of these tokens that was read before, which may be none of them */
    Found find(int[] tokens) {
        int best = 0;
        @Nullable Reading of = null;
        for (Reading reading : latest) {
            int common = usable(reading.tokens(), tokens);
            if (common > best) {
                best = common;
                of = reading;
            }
        }
        if (of == null) {
            return new Found(decoder.start(), 0);
        }
        latest.remove(of);
        latest.addFirst(of);
        reused += best;
        boolean whole = best == of.tokens().length;
        return new Found(whole ? decoder.share(of.state()) : decoder.cut(of.state(), best), best);
    }

    private static int usable(int[] read, int[] wanted) {
        int mismatch = Arrays.mismatch(read, wanted);
        if (mismatch < 0) {
            return read.length;
        }
        int whole = mismatch / TorchLanguageModel.BATCH_TOKENS * TorchLanguageModel.BATCH_TOKENS;
        // the last token's prediction must be there, so something must be left to read
        return whole == wanted.length ? whole - TorchLanguageModel.BATCH_TOKENS : whole;
    }

    /** @param state after all the tokens; stays the caller's */
    void keep(int[] tokens, IValue state) {
        if (latest.stream().anyMatch(reading -> Arrays.equals(reading.tokens(), tokens))
                || tokens.length > mostTokens) {
            return;
        }
        latest.addFirst(new Reading(tokens.clone(), decoder.share(state)));
        held += tokens.length;
        for (Iterator<Reading> oldest = latest.descendingIterator(); held > mostTokens; ) {
            Reading gone = oldest.next();
            oldest.remove();
            gone.state().close();
            held -= gone.tokens().length;
        }
    }

    /** @return tokens that all readings hold together */
    long held() {
        return held;
    }

    /** @return tokens that need not be read again since this was made */
    long reused() {
        return reused;
    }

    @Override
    public void close() {
        latest.forEach(reading -> reading.state().close());
        latest.clear();
    }
}
