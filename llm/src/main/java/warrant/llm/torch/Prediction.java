package warrant.llm.torch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What may come next.
 *
 * @param logits of all tokens
 * @param norm the logarithm of the sum of their exponentials
 * @param top the likeliest tokens, likeliest first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Prediction(float[] logits, double norm, int[] top) {
    /** Likeliest tokens that are known. */
    static final int TOP = 32;

    /** @return the natural logarithm of a token's probability */
    double logProbability(int token) {
        return logits[token] - norm;
    }

    /** @return of a row of logits the places of the greatest, in no order */
    static int[] greatest(float[] logits) {
        PriorityQueue<Integer> least = new PriorityQueue<>(Comparator.comparingDouble(token -> logits[token]));
        float bar = Float.NEGATIVE_INFINITY;
        for (int token = 0; token < logits.length; token++) {
            if (least.size() < TOP || logits[token] > bar) {
                if (least.size() == TOP) {
                    least.remove();
                }
                least.add(token);
                bar = logits[least.element()];
            }
        }
        return least.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * @param logits of which the greatest are put right
     * @param norm of the logits before that
     * @param greatest their places
     * @param exact what they ought to be
     */
    static Prediction corrected(float[] logits, double norm, int[] greatest, float[] exact) {
        double change = 0;
        for (int i = 0; i < exact.length; i++) {
            change += Math.exp(exact[i] - norm) - Math.exp(logits[greatest[i]] - norm);
            logits[greatest[i]] = exact[i];
        }
        return of(logits, norm + Math.log1p(Math.max(change, -1 + 1e-9)), greatest);
    }

    static Prediction of(float[] logits, double norm, int[] greatest) {
        int[] top = Arrays.stream(greatest)
                .boxed()
                .sorted((a, b) -> logits[a] == logits[b] ? a - b : Float.compare(logits[b], logits[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Prediction(logits, norm, top);
    }
}
