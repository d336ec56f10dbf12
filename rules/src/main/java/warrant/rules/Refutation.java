package warrant.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;

/**
 * Why something does not hold.
 *
 * @param object null: why there is no value at all
 * @param defeats conclusions of it that were beaten
 * @param conflicts conclusions or statements of it that nothing settles
 * @param otherDays statements of it that are not valid on the day
 * @param failures for each rule that could conclude it, what is missing; the nearest to success first
 * @param suppositions what abducible statements would be enough, if they were supposed; the fewest first
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
        List<Supposition> suppositions,
        Deduction.Completeness completeness) {

    public Refutation {
        defeats = List.copyOf(defeats);
        conflicts = List.copyOf(conflicts);
        otherDays = List.copyOf(otherDays);
        failures = List.copyOf(failures);
        suppositions = List.copyOf(suppositions);
    }

    /** A rule that could conclude it, and why it does not. */
    public sealed interface Failure {
        Rule rule();

        /** The rule is not in force on the day that decides. */
        record NotInForce(Rule rule, @Nullable LocalDate day) implements Failure {}

        /**
         * The way of satisfying the body that lacks least.
         *
         * @param bindings of that way
         * @param met proofs of the triples found
         * @param lacks the fewest conditions that are not met; at least one
         * @param open conditions that can be decided only when what is missing is known
         */
        record Unmet(Rule rule, Map<String, Term> bindings, List<Proof> met, List<Lack> lacks, List<Condition> open)
                implements Failure {
            public Unmet {
                bindings = Map.copyOf(bindings);
                met = List.copyOf(met);
                lacks = List.copyOf(lacks);
                open = List.copyOf(open);
                if (lacks.isEmpty()) {
                    throw new IllegalArgumentException("nothing is unmet in rule " + rule.id());
                }
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

    /** A condition of a rule that is not met. */
    public sealed interface Lack {

        /**
         * Nothing states or concludes it.
         *
         * @param supposable whether its relation is abducible
         * @param because why rules that could conclude it do not, the nearest first; empty where none could
         */
        record Missing(Condition condition, boolean supposable, List<Failure> because) implements Lack {
            public Missing {
                because = List.copyOf(because);
            }
        }

        /**
         * It is computed, and false.
         *
         * @param values of both sides of a comparison; empty where there are none
         */
        record Untrue(Condition condition, List<Term> values) implements Lack {
            public Untrue {
                values = List.copyOf(values);
            }
        }

        /** What must be absent is there. */
        record Excepted(Condition condition, List<Proof> because) implements Lack {
            public Excepted {
                because = List.copyOf(because);
            }
        }

        /** The rule is not in force on the as-of day. */
        record OutOfForce(LocalDate day) implements Lack {}
    }

    /**
     * Statements that would be enough together.
     *
     * @param statements patterns of abducible relations; a variable in them stands for anything
     */
    public record Supposition(List<Condition.Pattern> statements) {
        public Supposition {
            statements = List.copyOf(statements);
        }

        /** @return the triples; empty where some place is open */
        public List<Triple> triples() {
            List<Triple> triples = new ArrayList<>();
            for (Condition.Pattern pattern : statements) {
                if (!(pattern.subject() instanceof RuleTerm.Constant(Entity subject))
                        || !(pattern.object() instanceof RuleTerm.Constant(Term object))) {
                    return List.of();
                }
                triples.add(new Triple(subject, pattern.relation(), object));
            }
            return triples;
        }
    }

    /** @return the reasons in words */
    public String text() {
        return RefutationText.of(this);
    }
}
