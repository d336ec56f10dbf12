package warrant.llm;

import java.time.Duration;
import java.util.List;

/**
 * How an answer is to be written.
 *
 * @param maxTokens most tokens, at least 1
 * @param constraint what the answer may be
 * @param sampling how each token is chosen
 * @param stops texts before the first of which the answer ends; none empty
 * @param alternatives of how many of the likeliest tokens {@link Context.Token} tells, 0 to 20
 * @param most time from the call on, after which the answer ends where it is
 */
public record Generation(
        int maxTokens, Constraint constraint, Sampling sampling, List<String> stops, int alternatives, Duration most) {
    /** Most alternatives to a token. */
    public static final int ALTERNATIVES = 20;

    private static final Duration LONG = Duration.ofHours(1);

    public Generation {
        stops = List.copyOf(stops);
        if (maxTokens < 1) {
            throw new IllegalArgumentException("an answer of at most " + maxTokens + " tokens");
        }
        if (stops.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("an empty text cannot end an answer");
        }
        if (alternatives < 0 || alternatives > ALTERNATIVES) {
            throw new IllegalArgumentException(alternatives + " alternatives are not in 0.." + ALTERNATIVES);
        }
    }

    /** Token by token the likeliest that the constraint allows. */
    public static Generation greedy(Constraint constraint, int maxTokens) {
        return new Generation(maxTokens, constraint, Sampling.GREEDY, List.of(), 0, LONG);
    }

    public Generation with(Sampling other) {
        return new Generation(maxTokens, constraint, other, stops, alternatives, most);
    }

    public Generation stoppedBy(List<String> others) {
        return new Generation(maxTokens, constraint, sampling, others, alternatives, most);
    }

    public Generation telling(int others) {
        return new Generation(maxTokens, constraint, sampling, stops, others, most);
    }

    public Generation within(Duration other) {
        return new Generation(maxTokens, constraint, sampling, stops, alternatives, other);
    }
}
