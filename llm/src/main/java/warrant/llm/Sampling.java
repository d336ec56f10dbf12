package warrant.llm;

/**
 * How the next token is chosen among those that may follow. First logits of tokens that stand in the prompt or the
 * answer are made smaller by {@code repetition}; then, unless the likeliest is taken, all are divided by the
 * temperature, and of the probabilities that this gives those are drawn from that {@code topK}, {@code topP} and
 * {@code minP} leave, each applied to what the one before left.
 *
 * @param temperature 0: always the likeliest token
 * @param topK only so many of the likeliest tokens; 0: all
 * @param topP only the fewest of the likeliest tokens that together have at least this probability, in (0, 1]; nucleus
 *     sampling, Holtzman et al. 2020
 * @param minP only tokens at least this fraction as likely as the likeliest, in [0, 1]; Nguyen et al. 2024
 * @param repetition by which a seen token's logit is divided if positive, else multiplied, at least 1; Keskar et al.
 *     2019
 * @param seed of what is drawn: the same seed and model profile, the same text
 */
public record Sampling(double temperature, int topK, double topP, double minP, double repetition, long seed) {
    /** Always the likeliest token. */
    public static final Sampling GREEDY = new Sampling(0, 0, 1, 0, 1, 0);

    public Sampling {
        require(temperature >= 0 && temperature <= 100, "temperature " + temperature + " is not in [0, 100]");
        require(topK >= 0, "top-k " + topK + " is negative");
        require(topP > 0 && topP <= 1, "top-p " + topP + " is not in (0, 1]");
        require(minP >= 0 && minP <= 1, "min-p " + minP + " is not in [0, 1]");
        require(repetition >= 1 && repetition <= 100, "repetition penalty " + repetition + " is not in [1, 100]");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** @return as it comes from the model's probabilities at a temperature, all tokens possible */
    public static Sampling at(double temperature, long seed) {
        return new Sampling(temperature, 0, 1, 0, 1, seed);
    }
}
