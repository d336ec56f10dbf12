package warrant.llm.decode;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import warrant.llm.Sampling;

/**
 * Chooses tokens as a {@link Sampling} says. What it draws depends on the seed and on how often it drew before, on
 * nothing else. Not for many threads.
 */
public final class Sampler {
    /** Tokens as likely as this times the likeliest are looked at first; if they are not enough, less likely ones. */
    private static final double FIRST_CUT = 1e-2;

    private final Sampling how;
    private final SplittableRandom random;
    private final BitSet seen = new BitSet();

    public Sampler(Sampling how) {
        this.how = how;
        this.random = new SplittableRandom(how.seed());
    }

    /** @return whether it takes the likeliest of the model's logits as they are */
    public boolean takesTheLikeliest() {
        return how.temperature() == 0 && how.repetition() == 1;
    }

    /** Tells of a token in the prompt or in the answer. */
    public void see(int token) {
        if (how.repetition() != 1) {
            seen.set(token);
        }
    }

    /**
     * @param logits of all tokens; not changed
     * @param allowed the tokens to choose from, at least one
     * @return one of them
     */
    public int choose(float[] logits, BitSet allowed) {
        int[] tokens = allowed.stream().toArray();
        double[] numbers = new double[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            numbers[i] = penalised(logits[tokens[i]], tokens[i]);
        }
        if (how.temperature() == 0) {
            return tokens[greatest(numbers)];
        }
        return tokens[draw(weights(numbers))];
    }

    private double penalised(float logit, int token) {
        if (!seen.get(token)) {
            return logit;
        }
        return logit > 0 ? logit / how.repetition() : logit * how.repetition();
    }

    private static int greatest(double[] numbers) {
        int greatest = 0;
        for (int i = 1; i < numbers.length; i++) {
            greatest = numbers[i] > numbers[greatest] ? i : greatest;
        }
        return greatest;
    }

    /** @return for each token what its probability is proportional to; 0 if it is left out */
    private double[] weights(double[] logits) {
        double most = Arrays.stream(logits).max().orElse(0);
        double[] weights = new double[logits.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp((logits[i] - most) / how.temperature());
        }
        if (how.topK() > 0 && how.topK() < weights.length) {
            keep(weights, how.topK(), Double.POSITIVE_INFINITY);
        }
        if (how.topP() < 1) {
            keep(weights, weights.length, how.topP() * Arrays.stream(weights).sum());
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] < how.minP() ? 0 : weights[i];
        }
        return weights;
    }

    /** Leaves the greatest weights, the earlier of equal ones: so many, or as many as together reach a sum. */
    private static void keep(double[] weights, int most, double sum) {
        double cut = FIRST_CUT;
        while (!kept(weights, most, sum, cut)) {
            cut = cut < Double.MIN_NORMAL ? 0 : cut * cut;
        }
    }

    /**
     * @return false if there is not enough among those that are at least as great as the cut; nothing is changed then
     */
    private static boolean kept(double[] weights, int most, double sum, double cut) {
        double[] order = Arrays.stream(weights)
                .filter(weight -> weight > 0 && weight >= cut)
                .sorted()
                .toArray();
        int count = 0;
        double reached = 0;
        while (count < order.length && count < most && reached < sum) {
            reached += order[order.length - ++count];
        }
        if (count < most && reached < sum && cut > 0) {
            return false;
        }
        double least = count == 0 ? Double.MAX_VALUE : order[order.length - count];
        int equal = count
                - (int) Arrays.stream(order).filter(weight -> weight > least).count();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < least || (weights[i] == least && equal-- <= 0)) {
                weights[i] = 0;
            }
        }
        return true;
    }

    private int draw(double[] weights) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }
}
