package warrant.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;

/** Why a triple holds: a statement, or a rule with everything that its conditions rest on. Small, immutable. */
public sealed interface Proof {
    Triple conclusion();

    /** @return the day for which it holds; null where the validity of a statement was disregarded ({@code ever}) */
    @Nullable LocalDate asOf();

    /** @return the reasoning in numbered steps, quotations at the leaves */
    default String text() {
        return ProofText.of(this);
    }

    /**
     * It is stated.
     *
     * @param statements all that state it for the day; at least one
     */
    record Leaf(Triple conclusion, @Nullable LocalDate asOf, List<Statement> statements) implements Proof {
        public Leaf {
            statements = List.copyOf(statements);
            if (statements.isEmpty()) {
                throw new IllegalArgumentException("a leaf without a statement: " + conclusion);
            }
        }
    }

    /**
     * A rule concludes it.
     *
     * @param bindings variables by name, without those local to a negation or an aggregate; entities found by label
     *     stand under {@code @label}
     * @param premises proofs of the triples that satisfy the conditions
     * @param absences what had to be absent
     * @param computations what was computed
     * @param rivals conclusions that clash with this one and were beaten
     */
    record Step(
            Rule rule,
            LocalDate asOf,
            SortedMap<String, Term> bindings,
            Triple conclusion,
            List<Proof> premises,
            List<Absence> absences,
            List<Computation> computations,
            List<Rival> rivals)
            implements Proof {
        public Step {
            bindings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(bindings));
            premises = List.copyOf(premises);
            absences = List.copyOf(absences);
            computations = List.copyOf(computations);
            rivals = List.copyOf(rivals);
        }

        /** Without the premises: a proof that shares its parts would otherwise be walked once for every way to each. */
        @Override
        public int hashCode() {
            return java.util.Objects.hash(rule.id(), asOf, conclusion, bindings);
        }
    }

    /**
     * A triple as some condition saw it.
     *
     * @param day the day for which it holds; null: on some day
     */
    record Seen(Triple triple, @Nullable LocalDate day) {}

    /**
     * Something that had to be absent, and was.
     *
     * @param condition a negation, a forall, or an exception
     * @param bindings the variables that it shares with the rest of the body
     * @param extension all triples that the condition speaks of
     * @param complete whether the extension was listed in full
     */
    record Absence(Condition condition, Map<String, Term> bindings, List<Seen> extension, boolean complete) {
        public Absence {
            bindings = Map.copyOf(bindings);
            extension = List.copyOf(extension);
        }
    }

    /**
     * Something computed.
     *
     * @param condition a comparison, an assignment, a call, or an aggregate
     * @param bindings the variables it reads, and the one it binds
     * @param values the values of its sides, or the one result of an aggregate
     * @param extension the triples an aggregate ran over; otherwise empty
     */
    record Computation(Condition condition, Map<String, Term> bindings, List<Term> values, List<Seen> extension) {
        public Computation {
            bindings = Map.copyOf(bindings);
            values = List.copyOf(values);
            extension = List.copyOf(extension);
        }
    }

    /**
     * A conclusion that clashed with this one and lost.
     *
     * @param conclusion what it would have been
     * @param rule the rule that concluded it; null: a statement
     * @param winner the rule that it lost to; null: a statement
     */
    record Rival(
            Triple conclusion,
            @Nullable Rule rule,
            Deduction.Preference preference,
            @Nullable Rule winner) {}
}
