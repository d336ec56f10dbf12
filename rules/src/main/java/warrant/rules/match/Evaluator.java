package warrant.rules.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Term;
import warrant.rules.Expr;
import warrant.rules.RuleTerm;
import warrant.rules.value.Calculator;
import warrant.rules.value.Function;
import warrant.rules.value.Operator;
import warrant.rules.value.Value;
import warrant.rules.value.Values;

/** Expressions under bindings. */
final class Evaluator {
    private final Calculator calculator;

    Evaluator(Calculator calculator) {
        this.calculator = calculator;
    }

    /** @return the term in a place of a pattern; null for a variable that is not bound */
    @Nullable Term term(RuleTerm place, Bindings bindings) {
        return switch (place) {
            case RuleTerm.Variable(String name) -> bindings.get(name);
            case RuleTerm.Constant(Term term) -> term;
            case RuleTerm.Named(String label) -> bindings.get("@" + label);
        };
    }

    /** @throws warrant.rules.value.ValueException when there is no such value */
    Value value(Expr expr, Bindings bindings) {
        return switch (expr) {
            case RuleTerm place -> {
                Term term = term(place, bindings);
                if (term == null) {
                    throw new IllegalStateException("not bound: " + place + " in " + bindings.map());
                }
                yield Values.of(term);
            }
            case Expr.Arithmetic(Operator operator, Expr left, Expr right) ->
                calculator.apply(operator, value(left, bindings), value(right, bindings));
            case Expr.Minus(Expr operand) -> calculator.negate(value(operand, bindings));
            case Expr.Call(Function function, List<Expr> arguments, String option) ->
                calculator.call(
                        function,
                        arguments.stream()
                                .map(argument -> value(argument, bindings))
                                .toList(),
                        option);
        };
    }
}
