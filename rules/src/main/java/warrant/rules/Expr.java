package warrant.rules;

import java.util.List;

/** What can be computed from bound variables: a term, arithmetic, or a call of a built-in function. */
public sealed interface Expr permits RuleTerm, Expr.Arithmetic, Expr.Minus, Expr.Call, Expr.Word {

    /** {@code left operator right}. */
    record Arithmetic(Operator operator, Expr left, Expr right) implements Expr {}

    /** {@code - operand}. */
    record Minus(Expr operand) implements Expr {}

    /**
     * A built-in function.
     *
     * @param function its name as written: {@code days}, {@code next-business-day}
     */
    record Call(String function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A bare word among the arguments of a call: a way of rounding ({@code half-up}) or the name of a calendar. */
    record Word(String name) implements Expr {}

    /** The four operations. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }
}
