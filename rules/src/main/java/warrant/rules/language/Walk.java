package warrant.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import warrant.rules.Condition;
import warrant.rules.Condition.Pattern;
import warrant.rules.Condition.When;
import warrant.rules.Expr;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Variable;

/** Goes through the parts of rules. */
final class Walk {
    private Walk() {}

    /** @return the body and the exceptions, one list after the other */
    static Stream<Condition> conditions(Rule rule) {
        return Stream.concat(rule.body().stream(), rule.unless().stream().flatMap(List::stream));
    }

    /** @return all patterns, however deep */
    static List<Pattern> patterns(Rule rule) {
        List<Pattern> found = new ArrayList<>();
        conditions(rule).forEach(condition -> patterns(condition, found::add));
        return found;
    }

    static void patterns(Condition condition, Consumer<Pattern> sink) {
        switch (condition) {
            case Pattern pattern -> sink.accept(pattern);
            case Condition.Not(List<Condition> group) -> group.forEach(c -> patterns(c, sink));
            case Condition.Exists(List<Condition> group) -> group.forEach(c -> patterns(c, sink));
            case Condition.Forall(List<Condition> range, List<Condition> then) -> {
                range.forEach(c -> patterns(c, sink));
                then.forEach(c -> patterns(c, sink));
            }
            case Condition.Or(List<List<Condition>> branches) ->
                branches.forEach(branch -> branch.forEach(c -> patterns(c, sink)));
            case Condition.Aggregate aggregate -> aggregate.group().forEach(c -> patterns(c, sink));
            case Condition.Compare compare -> {}
            case Condition.Holds holds -> {}
        }
    }

    /** Visits every occurrence of a variable in the condition, however deep. */
    static void variables(Condition condition, Consumer<Variable> sink) {
        switch (condition) {
            case Pattern pattern -> {
                variables(pattern.subject(), sink);
                variables(pattern.object(), sink);
                if (pattern.when() instanceof When.At(RuleTerm day)) {
                    variables(day, sink);
                }
            }
            case Condition.Not(List<Condition> group) -> group.forEach(c -> variables(c, sink));
            case Condition.Exists(List<Condition> group) -> group.forEach(c -> variables(c, sink));
            case Condition.Forall(List<Condition> range, List<Condition> then) -> {
                range.forEach(c -> variables(c, sink));
                then.forEach(c -> variables(c, sink));
            }
            case Condition.Or(List<List<Condition>> branches) ->
                branches.forEach(branch -> branch.forEach(c -> variables(c, sink)));
            case Condition.Aggregate aggregate -> {
                sink.accept(aggregate.result());
                sink.accept(aggregate.over());
                aggregate.group().forEach(c -> variables(c, sink));
            }
            case Condition.Compare(Expr left, var comparison, Expr right) -> {
                variables(left, sink);
                variables(right, sink);
            }
            case Condition.Holds(Expr.Call call) -> variables(call, sink);
        }
    }

    static void variables(Expr expr, Consumer<Variable> sink) {
        switch (expr) {
            case Variable variable -> sink.accept(variable);
            case RuleTerm.Constant constant -> {}
            case RuleTerm.Named named -> {}
            case Expr.Arithmetic arithmetic -> {
                variables(arithmetic.left(), sink);
                variables(arithmetic.right(), sink);
            }
            case Expr.Minus minus -> variables(minus.operand(), sink);
            case Expr.Call call -> call.arguments().forEach(argument -> variables(argument, sink));
        }
    }

    static void headVariables(HeadTerm term, Consumer<Variable> sink) {
        switch (term) {
            case RuleTerm plain -> variables(plain, sink);
            case Fresh fresh -> fresh.arguments().forEach(argument -> variables(argument, sink));
        }
    }

    static Set<String> names(List<Condition> conditions) {
        Set<String> names = new TreeSet<>();
        conditions.forEach(condition -> variables(condition, v -> names.add(v.name())));
        return names;
    }

    static Set<String> names(Expr expr) {
        Set<String> names = new TreeSet<>();
        variables(expr, v -> names.add(v.name()));
        return names;
    }
}
