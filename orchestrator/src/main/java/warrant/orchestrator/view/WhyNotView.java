package warrant.orchestrator.view;

import java.util.List;

/**
 * What something lacks.
 *
 * @param says what is asked about, in words
 * @param holds whether it holds after all; then only {@code reasoning} is given
 * @param text everything below in words
 * @param rules for each rule that could conclude it, what it lacks; the nearest first
 * @param suppositions statements that would be enough, of relations that may be supposed
 * @param reasoning the proof where it holds, else the proofs of what stands against it
 */
public record WhyNotView(
        String says,
        boolean holds,
        String asOf,
        String text,
        List<Shortfall> rules,
        List<Supposed> suppositions,
        List<StepView> reasoning) {
    public WhyNotView {
        rules = List.copyOf(rules);
        suppositions = List.copyOf(suppositions);
        reasoning = List.copyOf(reasoning);
    }

    /**
     * What one rule lacks.
     *
     * @param unmet how many conditions, at the least
     * @param lacks these in words, with what was found on the way
     */
    public record Shortfall(String rule, String name, int unmet, List<String> lacks) {
        public Shortfall {
            lacks = List.copyOf(lacks);
        }
    }

    /** @param enough whether it holds when this is supposed: it was tried */
    public record Supposed(String says, boolean enough) {}
}
