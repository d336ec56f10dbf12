package warrant.rules.language;

import java.util.ArrayList;
import java.util.List;
import warrant.rules.Condition;
import warrant.rules.Condition.Compare;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.value.Calculator;
import warrant.rules.value.Calendars;
import warrant.rules.value.Comparison;
import warrant.rules.value.Value;
import warrant.rules.value.ValueException;
import warrant.rules.value.Values;

/** Warns of rules whose own conditions exclude each other. */
final class DeadCheck {
    private final Draft draft;
    private final Calculator calculator;
    private final Problems problems;

    private DeadCheck(Draft draft, Calculator calculator, Problems problems) {
        this.draft = draft;
        this.calculator = calculator;
        this.problems = problems;
    }

    static void check(Draft draft, Calendars calendars, Problems problems) {
        DeadCheck check = new DeadCheck(draft, new Calculator(calendars, warning -> {}), problems);
        check.denied(draft.rule());
        check.apart(draft.rule().body());
    }

    private void denied(Rule rule) {
        List<List<Condition>> never = new ArrayList<>(rule.unless());
        rule.body().stream()
                .filter(Condition.Not.class::isInstance)
                .map(Condition.Not.class::cast)
                .forEach(not -> never.add(not.group()));
        if (never.stream().anyMatch(rule.body()::containsAll)) {
            warn("it needs what it excludes");
        }
    }

    private void apart(List<Condition> body) {
        List<Compare> bounds = body.stream()
                .filter(Compare.class::isInstance)
                .map(Compare.class::cast)
                .filter(compare -> compare.right() instanceof RuleTerm.Constant)
                .toList();
        for (Condition condition : body) {
            if (condition instanceof Compare(var left, Comparison sign, var right)
                    && left.equals(right)
                    && (sign == Comparison.UNEQUAL || sign == Comparison.LESS || sign == Comparison.GREATER)) {
                warn("something would have to differ from itself");
            }
        }
        for (int i = 0; i < bounds.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (bounds.get(i).left().equals(bounds.get(j).left()) && exclude(bounds.get(i), bounds.get(j))) {
                    warn("two of its comparisons exclude each other");
                }
            }
        }
    }

    private boolean exclude(Compare one, Compare other) {
        try {
            Value a = value(one);
            Value b = value(other);
            if (one.comparison() == Comparison.EQUAL) {
                return !calculator.test(other.comparison(), a, b);
            }
            if (other.comparison() == Comparison.EQUAL) {
                return !calculator.test(one.comparison(), b, a);
            }
            boolean upward = isLower(one.comparison()) && isUpper(other.comparison());
            boolean downward = isUpper(one.comparison()) && isLower(other.comparison());
            int order = upward || downward ? calculator.compare(upward ? a : b, upward ? b : a) : -1;
            boolean both = one.comparison() == Comparison.AT_LEAST || one.comparison() == Comparison.AT_MOST;
            boolean closed =
                    both && (other.comparison() == Comparison.AT_LEAST || other.comparison() == Comparison.AT_MOST);
            return order > 0 || (order == 0 && !closed);
        } catch (ValueException notComparable) {
            return false;
        }
    }

    private static Value value(Compare compare) {
        return compare.right() instanceof RuleTerm.Constant(var term) ? Values.of(term) : Value.number(0);
    }

    private static boolean isLower(Comparison sign) {
        return sign == Comparison.GREATER || sign == Comparison.AT_LEAST;
    }

    private static boolean isUpper(Comparison sign) {
        return sign == Comparison.LESS || sign == Comparison.AT_MOST;
    }

    private void warn(String why) {
        problems.warning(draft.place(), "rule " + draft.rule().id() + " can never fire: " + why, null);
    }
}
