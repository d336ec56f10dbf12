package warrant.rules.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.rules.Condition;
import warrant.rules.Condition.When;
import warrant.rules.Expr;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.value.Comparison;

/**
 * Checks that every variable that is read is bound. Triples bind, and so do assignments, aggregates' results and
 * alternatives that bind in each branch; what lies inside {@code not}, {@code unless}, {@code forall} or an aggregate
 * binds nothing outside.
 */
final class BindingCheck {
    private static final Pattern FIELD = Pattern.compile("\\{\\?([^{}]*)}");
    private static final Pattern ALMOST_FIELD = Pattern.compile("\\{(\\p{L}[\\p{L}0-9_]*)}");

    private final Draft draft;
    private final Rule rule;
    private final Problems problems;
    private final Set<String> reported = new HashSet<>();

    private BindingCheck(Draft draft, Problems problems) {
        this.draft = draft;
        this.rule = draft.rule();
        this.problems = problems;
    }

    static void check(Draft draft, Problems problems) {
        new BindingCheck(draft, problems).check();
    }

    private void check() {
        Set<String> bound = bound(rule.body(), Set.of(Variable.TODAY.name()));
        rule.body().forEach(condition -> check(condition, bound, rule.body()));
        rule.unless().forEach(group -> checkGroup(group, bound));
        for (Rule.Head head : rule.head()) {
            Walk.headVariables(head.subject(), v -> need(v, bound));
            Walk.headVariables(head.object(), v -> need(v, bound));
        }
        if (rule.forceDay() != null) {
            need(rule.forceDay(), bound);
        }
        rule.say().texts().values().forEach(text -> sentence(text, bound));
    }

    /** Names that occur in the head, in headers, or in the body outside of what keeps its variables to itself. */
    private Set<String> visible() {
        Set<String> names = plain(rule.body());
        for (Rule.Head head : rule.head()) {
            Walk.headVariables(head.subject(), v -> names.add(v.name()));
            Walk.headVariables(head.object(), v -> names.add(v.name()));
        }
        if (rule.forceDay() != null) {
            names.add(rule.forceDay().name());
        }
        return names;
    }

    private static Set<String> plain(List<Condition> conditions) {
        Set<String> names = new TreeSet<>();
        for (Condition condition : conditions) {
            switch (condition) {
                case Condition.Not not -> {}
                case Condition.Exists exists -> {}
                case Condition.Forall forall -> {}
                case Condition.Aggregate aggregate ->
                    names.add(aggregate.result().name());
                case Condition.Or(List<List<Condition>> branches) ->
                    branches.forEach(branch -> names.addAll(plain(branch)));
                case Condition.Pattern pattern -> names.addAll(Walk.names(List.of(pattern)));
                case Condition.Compare compare -> names.addAll(Walk.names(List.of(compare)));
                case Condition.Holds holds -> names.addAll(Walk.names(List.of(holds)));
            }
        }
        return names;
    }

    /** @return what the conditions bind, with what was bound before */
    private Set<String> bound(List<Condition> conditions, Set<String> before) {
        Set<String> bound = new TreeSet<>(before);
        int size;
        do {
            size = bound.size();
            conditions.forEach(condition -> bind(condition, bound));
        } while (bound.size() > size);
        return bound;
    }

    private void bind(Condition condition, Set<String> bound) {
        switch (condition) {
            case Condition.Pattern pattern -> {
                if (!(pattern.when() instanceof When.At(RuleTerm day)) || bound.containsAll(Walk.names(day))) {
                    bound.addAll(Walk.names(pattern.subject()));
                    bound.addAll(Walk.names(pattern.object()));
                }
            }
            case Condition.Or(List<List<Condition>> branches) -> {
                Set<String> each = bound(branches.getFirst(), bound);
                branches.forEach(branch -> each.retainAll(bound(branch, bound)));
                bound.addAll(each);
            }
            case Condition.Compare(Variable left, Comparison comparison, Expr right)
            when comparison == Comparison.EQUAL && bound.containsAll(Walk.names(right)) -> bound.add(left.name());
            // Where its groups are not bound, that alone is reported.
            case Condition.Aggregate aggregate -> bound.add(aggregate.result().name());
            case Condition.Compare compare -> {}
            case Condition.Exists(List<Condition> group) -> bound.addAll(bound(group, bound));
            case Condition.Not not -> {}
            case Condition.Forall forall -> {}
            case Condition.Holds holds -> {}
        }
    }

    /** The variables by which an aggregate is grouped: those that also occur outside it. */
    private Set<String> shared(Condition.Aggregate aggregate, List<Condition> siblings) {
        Set<String> names = Walk.names(aggregate.group());
        Set<String> others = visible();
        others.addAll(plain(siblings));
        names.retainAll(others);
        return names;
    }

    private void check(Condition condition, Set<String> bound, List<Condition> siblings) {
        switch (condition) {
            case Condition.Pattern pattern -> {
                if (pattern.when() instanceof When.At(RuleTerm day)) {
                    Walk.variables(day, v -> need(v, bound));
                }
            }
            case Condition.Not(List<Condition> group) -> checkGroup(group, bound);
            case Condition.Exists(List<Condition> group) -> checkGroup(group, bound);
            case Condition.Forall(List<Condition> range, List<Condition> then) -> {
                checkGroup(range, bound);
                checkGroup(then, bound(range, bound));
            }
            case Condition.Or(List<List<Condition>> branches) -> branches.forEach(branch -> checkGroup(branch, bound));
            case Condition.Aggregate aggregate -> aggregate(aggregate, bound, siblings);
            case Condition.Compare(Expr left, var comparison, Expr right) -> {
                Walk.variables(left, v -> need(v, bound));
                Walk.variables(right, v -> need(v, bound));
            }
            case Condition.Holds(Expr.Call call) -> Walk.variables(call, v -> need(v, bound));
        }
    }

    private void checkGroup(List<Condition> group, Set<String> before) {
        Set<String> bound = bound(group, before);
        group.forEach(condition -> check(condition, bound, group));
    }

    private void aggregate(Condition.Aggregate aggregate, Set<String> bound, List<Condition> siblings) {
        Set<String> inside = Walk.names(aggregate.group());
        if (!inside.contains(aggregate.over().name())) {
            report(
                    aggregate.over(),
                    "?" + aggregate.over().name() + " does not occur in the braces it is aggregated over",
                    Nearest.to(aggregate.over().name(), inside)
                            .map(near -> "?" + near)
                            .orElse(null));
        }
        if (inside.contains(aggregate.result().name())) {
            report(aggregate.result(), "the result ?" + aggregate.result().name() + " occurs in its own braces", null);
        }
        for (String name : shared(aggregate, siblings)) {
            if (!bound.contains(name)) {
                Walk.variables(aggregate, v -> {
                    if (v.name().equals(name)) {
                        report(
                                v,
                                "?" + name + " groups the aggregate, since it also occurs outside, but nothing outside"
                                        + " binds it",
                                "a triple about ?" + name + " beside the aggregate");
                    }
                });
            }
        }
        checkGroup(aggregate.group(), bound);
    }

    private void need(Variable variable, Set<String> bound) {
        if (bound.contains(variable.name())) {
            return;
        }
        Set<String> all = Walk.names(Walk.conditions(rule).toList());
        boolean elsewhere = rule.body().stream()
                .anyMatch(c -> isScope(c) && Walk.names(List.of(c)).contains(variable.name()));
        String message = elsewhere
                ? "?" + variable.name() + " is not bound: what occurs only inside not, unless, forall, an"
                        + " aggregate or some alternatives is local to it"
                : "?" + variable.name() + " is not bound by any triple or assignment";
        Set<String> others = new TreeSet<>(bound);
        others.retainAll(all);
        others.remove(variable.name());
        String cure = Nearest.to(variable.name(), others)
                .map(near -> "?" + near)
                .orElse(elsewhere ? "a triple about ?" + variable.name() + " outside it" : null);
        report(variable, message, cure);
    }

    private static boolean isScope(Condition condition) {
        return !(condition instanceof Condition.Pattern
                || condition instanceof Condition.Compare
                || condition instanceof Condition.Holds);
    }

    private void report(Variable variable, String message, @org.jspecify.annotations.Nullable String cure) {
        if (reported.add(variable.name())) {
            problems.error(draft.marks().of(variable), message, cure);
        }
    }

    private void sentence(String text, Set<String> bound) {
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            String name = field.group(1);
            if (!bound.contains(name) && reported.add(name)) {
                problems.error(
                        draft.marks().of(rule),
                        "the sentence names {?" + name + "}, which is not bound",
                        Nearest.to(name, bound).map(near -> "{?" + near + "}").orElse(null));
            }
        }
        Matcher almost = ALMOST_FIELD.matcher(text);
        if (almost.find() && bound.contains(almost.group(1))) {
            problems.warning(
                    draft.marks().of(rule),
                    "{" + almost.group(1) + "} is shown as it stands",
                    "{?" + almost.group(1) + "}");
        }
    }
}
