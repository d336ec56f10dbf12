package warrant.orchestrator.eval.sentence;

import java.util.Locale;
import java.util.Set;

/**
 * A sentence and what it states according to whoever labelled it.
 *
 * @param facts at least one where the set scores only sentences that state something
 */
public record Labelled(String id, String text, Set<Fact> facts) {
    public Labelled {
        facts = Set.copyOf(facts);
    }

    /** A fact in words. */
    public record Fact(String subject, String relation, String object) {

        /**
         * Two facts are the same where these keys are equal: case, white space, underscores and quotation marks do not
         * count (Text2KGBench, Mihindukulasooriya et al. 2023, whose script leaves the quotation marks).
         */
        String key() {
            return normal(subject) + "|" + normal(relation) + "|" + normal(object);
        }

        String relationKey() {
            return normal(relation);
        }

        private static String normal(String words) {
            return words.replaceAll("[_\\s\"]+", "").toLowerCase(Locale.ROOT);
        }
    }
}
