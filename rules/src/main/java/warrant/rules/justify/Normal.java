package warrant.rules.justify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.rules.Condition;
import warrant.rules.Expr;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleException;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.match.Variables;
import warrant.rules.value.Comparison;

/** The body of a rule as conjunctions: branches of {@code or} multiplied out, {@code exists} opened. */
final class Normal {
    private static final int MOST_BRANCHES = 256;

    private final Rule rule;
    private final Set<String> visible;
    private int renamed;

    private Normal(Rule rule) {
        this.rule = rule;
        this.visible = new LinkedHashSet<>(Variables.plain(rule.body()));
        rule.head().forEach(head -> {
            headVariables(head.subject());
            headVariables(head.object());
        });
    }

    private void headVariables(HeadTerm term) {
        switch (term) {
            case RuleTerm place -> Variables.of(place, visible);
            case Fresh(String name, List<RuleTerm> arguments) ->
                arguments.forEach(argument -> Variables.of(argument, visible));
        }
    }

    /** @return conjunctions, any of which satisfies the rule */
    static List<List<Condition>> of(Rule rule) {
        Normal normal = new Normal(rule);
        List<Condition> all = new ArrayList<>(rule.body());
        rule.unless().forEach(exception -> all.add(new Condition.Not(exception)));
        all.addAll(inForce(rule));
        return normal.multiply(all);
    }

    private static List<Condition> inForce(Rule rule) {
        List<Condition> tests = new ArrayList<>();
        if (rule.forceDay() != null) {
            Interval force = rule.force();
            if (force.from() != null) {
                Constant from = new Constant(Literal.date(force.from()));
                tests.add(new Condition.Compare(rule.forceDay(), Comparison.AT_LEAST, from));
            }
            if (force.until() != null) {
                Constant until = new Constant(Literal.date(force.until()));
                tests.add(new Condition.Compare(rule.forceDay(), Comparison.LESS, until));
            }
        }
        return tests;
    }

    private List<List<Condition>> multiply(List<Condition> conditions) {
        List<List<Condition>> product = List.of(List.of());
        for (Condition condition : conditions) {
            List<List<Condition>> longer = pair(product, choices(condition));
            if (longer.size() > MOST_BRANCHES) {
                throw new RuleException("rule " + rule.id() + " has more than " + MOST_BRANCHES
                        + " combinations of 'or'. Maybe it can be written as several rules.");
            }
            product = longer;
        }
        return product;
    }

    private List<List<Condition>> choices(Condition condition) {
        if (condition instanceof Condition.Or(List<List<Condition>> branches)) {
            return branches.stream()
                    .flatMap(branch -> multiply(branch).stream())
                    .toList();
        }
        if (condition instanceof Condition.Exists(List<Condition> group)) {
            return multiply(apart(group));
        }
        return List.of(List.of(condition));
    }

    private static List<List<Condition>> pair(List<List<Condition>> befores, List<List<Condition>> choices) {
        List<List<Condition>> longer = new ArrayList<>();
        for (List<Condition> before : befores) {
            for (List<Condition> choice : choices) {
                List<Condition> both = new ArrayList<>(before);
                both.addAll(choice);
                longer.add(both);
            }
        }
        return longer;
    }

    /** @return the group with the variables that only it knows renamed, so that no other group's are meant */
    private List<Condition> apart(List<Condition> group) {
        Set<String> local = new LinkedHashSet<>(Variables.all(group));
        local.removeAll(visible);
        Map<String, String> names = new HashMap<>();
        renamed++;
        local.forEach(name -> names.put(name, name + "~" + renamed));
        names.remove(RuleTerm.Variable.TODAY.name());
        return new Renaming(names).of(group);
    }

    /** Renames variables throughout. */
    private record Renaming(Map<String, String> names) {
        List<Condition> of(List<Condition> conditions) {
            return conditions.stream().map(this::of).toList();
        }

        Condition of(Condition condition) {
            return switch (condition) {
                case Condition.Pattern(RuleTerm subject, String relation, RuleTerm object, Condition.When when) ->
                    new Condition.Pattern(of(subject), relation, of(object), of(when));
                case Condition.Not(List<Condition> group) -> new Condition.Not(of(group));
                case Condition.Exists(List<Condition> group) -> new Condition.Exists(of(group));
                case Condition.Forall(List<Condition> range, List<Condition> then) ->
                    new Condition.Forall(of(range), of(then));
                case Condition.Or(List<List<Condition>> branches) ->
                    new Condition.Or(branches.stream().map(this::of).toList());
                case Condition.Aggregate(var result, var fold, var over, var group) ->
                    new Condition.Aggregate(of(result), fold, of(over), of(group));
                case Condition.Compare(Expr left, Comparison comparison, Expr right) ->
                    new Condition.Compare(of(left), comparison, of(right));
                case Condition.Holds(Expr.Call call) -> new Condition.Holds(of(call));
            };
        }

        Condition.When of(Condition.When when) {
            return when instanceof Condition.When.At(RuleTerm day) ? new Condition.When.At(of(day)) : when;
        }

        RuleTerm.Variable of(RuleTerm.Variable variable) {
            return new RuleTerm.Variable(names.getOrDefault(variable.name(), variable.name()));
        }

        RuleTerm of(RuleTerm place) {
            return place instanceof RuleTerm.Variable variable ? of(variable) : place;
        }

        Expr.Call of(Expr.Call call) {
            return new Expr.Call(
                    call.function(), call.arguments().stream().map(this::of).toList(), call.option());
        }

        Expr of(Expr expr) {
            return switch (expr) {
                case RuleTerm place -> of(place);
                case Expr.Arithmetic(var operator, Expr left, Expr right) ->
                    new Expr.Arithmetic(operator, of(left), of(right));
                case Expr.Minus(Expr operand) -> new Expr.Minus(of(operand));
                case Expr.Call call -> of(call);
            };
        }
    }
}
