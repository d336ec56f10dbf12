package warrant.rules.language;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Interval;
import warrant.graph.Triple;
import warrant.rules.RuleTerm;

/**
 * A test of rules: what is given, and what must follow from it and nothing else.
 *
 * @param name as written after {@code test}
 * @param source file and line
 */
public record RuleTest(String name, String source, List<Given> given, List<Expectation> expectations) {
    public RuleTest {
        given = List.copyOf(given);
        expectations = List.copyOf(expectations);
    }

    /** A statement of a test. */
    public record Given(Triple triple, Interval valid) {}

    /** How an expectation reads its triple. */
    public enum Kind {
        /** It holds. */
        HOLDS,
        /** It does not hold. */
        ABSENT,
        /** It is concluded or stated, but clashes with something, and nothing settles it. */
        CONFLICT
    }

    /**
     * What must be so.
     *
     * @param subject an entity, or a variable for anything
     * @param object an entity or a value, or a variable for anything
     * @param by the rule that must conclude it, or null
     * @param asOf the day, or null for the matter's own
     * @param source file and line
     * @param text as it reads in the file, in one line
     */
    public record Expectation(
            Kind kind,
            RuleTerm subject,
            String relation,
            RuleTerm object,
            @Nullable String by,
            @Nullable LocalDate asOf,
            String source,
            String text) {}
}
