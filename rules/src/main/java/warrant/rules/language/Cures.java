package warrant.rules.language;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Literal;
import warrant.rules.Condition;
import warrant.rules.Expr;
import warrant.rules.RuleTerm;
import warrant.rules.value.Operator;

/** What was probably meant where kinds of values do not meet. */
final class Cures {
    private static final Set<ValueKind> DATE = Set.of(ValueKind.DATE);
    private static final Set<ValueKind> NUMBER = Set.of(ValueKind.NUMBER);
    private static final Set<ValueKind> MONEY = Set.of(ValueKind.MONEY);
    private static final Set<ValueKind> TEXT = Set.of(ValueKind.TEXT);
    private static final Set<ValueKind> DURATION = Set.of(ValueKind.DURATION);

    private Cures() {}

    static @Nullable String compared(Condition.Compare compare, Set<ValueKind> left, Set<ValueKind> right) {
        Expr other = compare.right();
        if (left.equals(MONEY) && right.equals(NUMBER)) {
            return "an amount with its currency, such as EUR " + (isWritten(other) ? written(other) : "100.00");
        }
        if (left.equals(DATE) && right.equals(TEXT) && isWritten(other)) {
            return "the date without quotation marks: 2024-06-04";
        }
        if (left.equals(DATE) && right.equals(NUMBER)) {
            return other instanceof Expr.Arithmetic
                    ? "a date with two digits for month and day: 2024-06-04"
                    : "a date such as 2024-06-04";
        }
        if (left.equals(NUMBER) && right.equals(DURATION)) {
            return "the number alone, or a date that lies so much later";
        }
        return left.equals(DURATION) && right.equals(NUMBER) ? "a duration such as 30 days" : null;
    }

    static @Nullable String computed(Operator operator, Set<ValueKind> left, Set<ValueKind> right) {
        if (left.equals(DATE) && right.equals(DATE)) {
            return "days(a, b), the days from a to b";
        }
        if (left.equals(DATE) && right.equals(NUMBER)) {
            return "a duration such as 30 days, or ?n * 1 day";
        }
        if (left.equals(MONEY) && right.equals(NUMBER) && operator != Operator.OVER) {
            return "an amount with its currency, such as EUR 100.00";
        }
        return left.equals(TEXT) && operator == Operator.PLUS ? "concat(a, b)" : null;
    }

    private static boolean isWritten(Expr expr) {
        return expr instanceof RuleTerm.Constant(Literal literal);
    }

    private static String written(Expr expr) {
        return expr instanceof RuleTerm.Constant(Literal literal) ? literal.lexical() : "";
    }
}
