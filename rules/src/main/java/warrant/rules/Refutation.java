package warrant.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Statement;
import warrant.graph.Term;

/**
 * Why something does not hold.
 *
 * @param object null: why there is no value at all
 * @param defeats conclusions of it that were beaten
 * @param conflicts conclusions or statements of it that nothing settles
 * @param otherDays statements of it that are not valid on the day
 * @param failures for each rule that could conclude it, what is missing; the nearest to success first
 * @param completeness of the deduction: the absence of an incomplete one proves nothing
 */
public record Refutation(
        Entity subject,
        String relation,
        @Nullable Term object,
        LocalDate asOf,
        List<Deduction.Defeat> defeats,
        List<Deduction.Conflict> conflicts,
        List<Statement> otherDays,
        List<Failure> failures,
        Deduction.Completeness completeness) {

    public Refutation {
        defeats = List.copyOf(defeats);
        conflicts = List.copyOf(conflicts);
        otherDays = List.copyOf(otherDays);
        failures = List.copyOf(failures);
    }

    /** A rule that could conclude it, and why it does not. */
    public sealed interface Failure {
        Rule rule();

        /** The rule is not in force on the day that decides. */
        record NotInForce(Rule rule, @Nullable LocalDate day) implements Failure {}

        /**
         * The furthest that the body could be satisfied.
         *
         * @param bindings of the attempt that got furthest
         * @param met proofs of the triples found
         * @param unmet the condition that no binding satisfies
         * @param open how many further conditions were not reached
         */
        record Unmet(Rule rule, Map<String, Term> bindings, List<Proof> met, Condition unmet, int open)
                implements Failure {
            public Unmet {
                bindings = Map.copyOf(bindings);
                met = List.copyOf(met);
            }
        }

        /**
         * All conditions are met, but an exception stops the rule.
         *
         * @param met proofs of the triples that satisfy the body
         * @param exception the condition of {@code unless} or {@code not} that stops it
         * @param because proofs of the triples that satisfy the exception
         */
        record Stopped(Rule rule, Map<String, Term> bindings, List<Proof> met, Condition exception, List<Proof> because)
                implements Failure {
            public Stopped {
                bindings = Map.copyOf(bindings);
                met = List.copyOf(met);
                because = List.copyOf(because);
            }
        }
    }

    /** @return the reasons in words */
    public String text() {
        return RefutationText.of(this);
    }
}
