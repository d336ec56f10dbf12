package warrant.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.rules.value.Function;
import warrant.rules.value.Operator;

/** What can be computed from bound variables: a term, arithmetic, or a call of a built-in function. */
public sealed interface Expr permits RuleTerm, Expr.Arithmetic, Expr.Minus, Expr.Call {

    /** {@code left operator right}. */
    record Arithmetic(Operator operator, Expr left, Expr right) implements Expr {}

    /** {@code - operand}. */
    record Minus(Expr operand) implements Expr {}

    /**
     * A built-in function.
     *
     * @param option the bare word among the arguments: a way of rounding ({@code half-up}) or the name of a calendar
     */
    record Call(
            Function function,
            List<Expr> arguments,
            @Nullable String option) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
