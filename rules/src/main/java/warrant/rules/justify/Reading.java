package warrant.rules.justify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Expr;
import warrant.rules.HeadTerm;
import warrant.rules.RuleTerm;
import warrant.rules.value.Comparison;

/**
 * What a clause reads, by key. A key is a relation; of the type relation, each class has a key of its own, so that
 * rules about different classes do not depend on each other.
 *
 * @param plain keys of patterns that must hold today
 * @param strict keys of what is negated, aggregated or asked of another day
 * @param otherDays keys, of those, that are read as of another day or ever
 * @param labels labels looked up
 */
record Reading(Set<String> plain, Set<String> strict, Set<String> otherDays, Set<String> labels) {

    /** The key of types that no rule names. */
    static final String ANY_TYPE = Iris.TYPE;

    static Reading of(List<Condition> conditions) {
        Reading reading =
                new Reading(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        conditions.forEach(condition -> reading.add(condition, false));
        return reading;
    }

    static String key(Triple triple) {
        return key(triple.relation(), triple.object());
    }

    static String key(String relation, HeadTerm object) {
        return object instanceof RuleTerm.Constant(Term term) ? key(relation, term) : relation;
    }

    private static String key(String relation, Term object) {
        return relation.equals(Iris.TYPE) && object instanceof Entity(String iri) ? relation + " " + iri : relation;
    }

    private void add(Condition condition, boolean inside) {
        switch (condition) {
            case Condition.Pattern pattern -> pattern(pattern, inside);
            case Condition.Not(List<Condition> group) -> addAll(group, true);
            case Condition.Exists(List<Condition> group) -> addAll(group, inside);
            case Condition.Forall(List<Condition> range, List<Condition> then) -> {
                addAll(range, true);
                addAll(then, true);
            }
            case Condition.Or(List<List<Condition>> branches) -> branches.forEach(branch -> addAll(branch, inside));
            case Condition.Aggregate aggregate -> addAll(aggregate.group(), true);
            case Condition.Compare(Expr left, Comparison comparison, Expr right) -> {
                label(left);
                label(right);
            }
            case Condition.Holds(Expr.Call call) -> label(call);
        }
    }

    private void addAll(List<Condition> conditions, boolean inside) {
        conditions.forEach(condition -> add(condition, inside));
    }

    private void pattern(Condition.Pattern pattern, boolean inside) {
        label(pattern.subject());
        label(pattern.object());
        boolean otherDay = !(pattern.when() instanceof Condition.When.Today);
        Set<String> keys = inside || otherDay ? strict : plain;
        keys.add(key(pattern.relation(), pattern.object()));
        if (pattern.relation().equals(Iris.LABEL)) {
            keys.add(Iris.ALT_LABEL);
        }
        if (otherDay) {
            otherDays.add(key(pattern.relation(), pattern.object()));
        }
    }

    private void label(Expr expr) {
        switch (expr) {
            case RuleTerm.Named(String label) -> labels.add(label);
            case RuleTerm.Variable variable -> {}
            case RuleTerm.Constant constant -> {}
            case Expr.Arithmetic(var operator, Expr left, Expr right) -> {
                label(left);
                label(right);
            }
            case Expr.Minus(Expr operand) -> label(operand);
            case Expr.Call call -> call.arguments().forEach(this::label);
        }
    }
}
