package warrant.rules.language.trial;

import warrant.rules.language.RuleTest;

/**
 * Whether one expectation was met.
 *
 * @param explanation why not, in words; empty when it was
 */
public record Outcome(RuleTest test, RuleTest.Expectation expectation, boolean passed, String explanation) {

    /** @return one line when met, otherwise with the explanation indented below */
    public String text() {
        String line =
                (passed ? "passed " : "FAILED ") + expectation.source() + " " + test.name() + ": " + expectation.text();
        return passed ? line : line + "\n" + explanation.strip().indent(4).stripTrailing();
    }
}
