package warrant.rules;

import java.time.Duration;

/**
 * How much a deduction may cost. What reaches a limit is cut, and the deduction says so.
 *
 * @param triples triples concluded, over all days evaluated
 * @param firings ways of satisfying a rule's body
 * @param derivations derivations kept for one triple; further ones are counted
 * @param listed triples listed as the extension of one absence
 * @param time from the start of one evaluation
 */
public record Limits(int triples, long firings, int derivations, int listed, Duration time) {
    public static final Limits GENEROUS = new Limits(2_000_000, 20_000_000, 64, 1_000, Duration.ofMinutes(5));

    public Limits {
        if (triples <= 0 || firings <= 0 || derivations <= 0 || listed <= 0 || !time.isPositive()) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
