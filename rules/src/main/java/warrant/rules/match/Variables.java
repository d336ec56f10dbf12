package warrant.rules.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.rules.Condition;
import warrant.rules.Expr;
import warrant.rules.RuleTerm;
import warrant.rules.value.Comparison;

/** Which variables a condition mentions, shows to its surroundings, and can bind. */
public final class Variables {
    private Variables() {}

    /** @return every variable mentioned, at any depth */
    public static Set<String> all(List<Condition> conditions) {
        Set<String> names = new LinkedHashSet<>();
        conditions.forEach(condition -> all(condition, names));
        return names;
    }

    /** @return every variable mentioned, at any depth */
    public static Set<String> all(Condition condition) {
        Set<String> names = new LinkedHashSet<>();
        all(condition, names);
        return names;
    }

    private static void all(Condition condition, Set<String> names) {
        switch (condition) {
            case Condition.Pattern pattern -> {
                of(pattern.subject(), names);
                of(pattern.object(), names);
                if (pattern.when() instanceof Condition.When.At(RuleTerm day)) {
                    of(day, names);
                }
            }
            case Condition.Not(List<Condition> group) -> names.addAll(all(group));
            case Condition.Exists(List<Condition> group) -> names.addAll(all(group));
            case Condition.Forall(List<Condition> range, List<Condition> then) -> {
                names.addAll(all(range));
                names.addAll(all(then));
            }
            case Condition.Or(List<List<Condition>> branches) -> branches.forEach(branch -> names.addAll(all(branch)));
            case Condition.Aggregate aggregate -> {
                names.add(aggregate.result().name());
                names.addAll(all(aggregate.group()));
            }
            case Condition.Compare(Expr left, Comparison comparison, Expr right) -> {
                of(left, names);
                of(right, names);
            }
            case Condition.Holds(Expr.Call call) -> of(call, names);
        }
    }

    /** @return the variables of the conditions that are not inside negations, exists, forall or aggregates */
    public static Set<String> plain(List<Condition> conditions) {
        Set<String> names = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            switch (condition) {
                case Condition.Not not -> {}
                case Condition.Exists exists -> {}
                case Condition.Forall forall -> {}
                case Condition.Aggregate aggregate ->
                    names.add(aggregate.result().name());
                case Condition.Or(List<List<Condition>> branches) ->
                    branches.forEach(branch -> names.addAll(plain(branch)));
                case Condition.Pattern pattern -> all(pattern, names);
                case Condition.Compare compare -> all(compare, names);
                case Condition.Holds holds -> all(holds, names);
            }
        }
        return names;
    }

    /** @return the variables that satisfying the condition binds; a comparison that could assign counts as none */
    public static Set<String> bound(Condition condition) {
        Set<String> names = new LinkedHashSet<>();
        switch (condition) {
            case Condition.Pattern pattern -> {
                of(pattern.subject(), names);
                of(pattern.object(), names);
            }
            case Condition.Exists(List<Condition> group) -> names.addAll(boundOrAssigned(group));
            case Condition.Or(List<List<Condition>> branches) -> {
                names.addAll(boundOrAssigned(branches.getFirst()));
                branches.forEach(branch -> names.retainAll(boundOrAssigned(branch)));
            }
            case Condition.Aggregate aggregate -> names.add(aggregate.result().name());
            case Condition.Not not -> {}
            case Condition.Forall forall -> {}
            case Condition.Compare compare -> {}
            case Condition.Holds holds -> {}
        }
        return names;
    }

    /** @return the variables that the conditions together bind, assignments counted */
    public static Set<String> boundOrAssigned(List<Condition> conditions) {
        Set<String> names = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            names.addAll(bound(condition));
            String target = target(condition);
            if (target != null) {
                names.add(target);
            }
        }
        return names;
    }

    /** @return the variable that the condition would assign, if nothing else binds it; null if it cannot assign */
    public static @Nullable String target(Condition condition) {
        return condition instanceof Condition.Compare(RuleTerm.Variable(String name), Comparison comparison, Expr right)
                        && comparison == Comparison.EQUAL
                ? name
                : null;
    }

    /** Adds the variables of an expression. */
    public static void of(Expr expr, Set<String> names) {
        switch (expr) {
            case RuleTerm.Variable(String name) -> names.add(name);
            case RuleTerm.Constant constant -> {}
            case RuleTerm.Named named -> {}
            case Expr.Arithmetic(var operator, Expr left, Expr right) -> {
                of(left, names);
                of(right, names);
            }
            case Expr.Minus(Expr operand) -> of(operand, names);
            case Expr.Call call -> call.arguments().forEach(argument -> of(argument, names));
        }
    }

    /** @return the variables of an expression */
    public static Set<String> of(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        of(expr, names);
        return names;
    }
}
