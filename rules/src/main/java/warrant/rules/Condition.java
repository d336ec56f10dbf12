package warrant.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.value.Comparison;

/** One condition of a body. Conditions of a body hold together; their order means nothing. */
public sealed interface Condition {

    /**
     * {@code ?s :relation ?o}, perhaps {@code at ?day} or {@code ever}.
     *
     * @param relation IRI; {@link warrant.graph.Iris#TYPE} for {@code a}
     */
    record Pattern(RuleTerm subject, String relation, RuleTerm object, When when) implements Condition {
        public Pattern(RuleTerm subject, String relation, RuleTerm object) {
            this(subject, relation, object, When.Today.TODAY);
        }
    }

    /** The day for which a pattern is evaluated. */
    sealed interface When {
        /** The as-of day. */
        enum Today implements When {
            TODAY
        }

        /** Another day: a variable bound elsewhere, or a date. */
        record At(RuleTerm day) implements When {}

        /** Any day at all, among stored statements. */
        enum Ever implements When {
            EVER
        }
    }

    /** {@code not …}: no binding of the local variables satisfies the group. */
    record Not(List<Condition> group) implements Condition {
        public Not {
            group = List.copyOf(group);
        }
    }

    /** {@code exists { … }}: some binding does; it does not multiply. */
    record Exists(List<Condition> group) implements Condition {
        public Exists {
            group = List.copyOf(group);
        }
    }

    /** {@code forall { range } : { then }}. */
    record Forall(List<Condition> range, List<Condition> then) implements Condition {
        public Forall {
            range = List.copyOf(range);
            then = List.copyOf(then);
        }
    }

    /** {@code { … } or { … }}; at least two branches. */
    record Or(List<List<Condition>> branches) implements Condition {
        public Or {
            branches = branches.stream().map(List::copyOf).toList();
        }
    }

    /**
     * {@code ?result = sum(?over) over { … }}: over the distinct bindings of all variables of the group, grouped by
     * those that also occur outside.
     */
    record Aggregate(Variable result, Fold fold, Variable over, List<Condition> group) implements Condition {
        public Aggregate {
            group = List.copyOf(group);
        }
    }

    /** How an aggregate folds. */
    enum Fold {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVG;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @param word as rules write it; {@code average} is {@code avg} written out */
        public static Optional<Fold> of(String word) {
            return word.equals("average")
                    ? Optional.of(AVG)
                    : Arrays.stream(values())
                            .filter(fold -> fold.word().equals(word))
                            .findFirst();
        }
    }

    /**
     * {@code left sign right}, by value and type. With {@code =} and a variable on the left that nothing else in the
     * body binds, it assigns.
     */
    record Compare(Expr left, Comparison comparison, Expr right) implements Condition {}

    /** A call that must give {@code true}: {@code contains(?a, "x")}. */
    record Holds(Expr.Call call) implements Condition {}
}
