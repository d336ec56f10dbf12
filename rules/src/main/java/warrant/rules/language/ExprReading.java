package warrant.rules.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import warrant.graph.Literal;
import warrant.rules.Condition;
import warrant.rules.Expr;
import warrant.rules.RuleTerm;
import warrant.rules.language.grammar.RulesParser;
import warrant.rules.language.grammar.RulesParser.CallContext;
import warrant.rules.value.Function;
import warrant.rules.value.Operator;
import warrant.rules.value.Rounding;

/** Reads expressions. */
final class ExprReading {
    private final ValueReading values;
    private final Marks marks;

    ExprReading(ValueReading values, Marks marks) {
        this.values = values;
        this.marks = marks;
    }

    /** Reads any of the levels of an expression. */
    Expr read(ParseTree context) {
        return switch (context) {
            case RulesParser.UnaryContext c when c.getChildCount() == 2 -> minus(c);
            case RulesParser.PrimaryContext c when c.expr() != null -> read(c.expr());
            case CallContext c -> call(c);
            case RulesParser.LiteralContext c -> values.literal(c, false, marks);
            case RulesParser.TermContext c -> values.term(c, marks);
            default -> chain(context);
        };
    }

    /** Operands with operators between them, from left to right. */
    private Expr chain(ParseTree context) {
        Expr read = read(context.getChild(0));
        for (int i = 1; i + 1 < context.getChildCount(); i += 2) {
            String symbol = context.getChild(i).getText();
            Operator operator = Arrays.stream(Operator.values())
                    .filter(o -> o.symbol().equals(symbol))
                    .findFirst()
                    .orElseThrow();
            read = new Expr.Arithmetic(operator, read, read(context.getChild(i + 1)));
        }
        return read;
    }

    private Expr minus(RulesParser.UnaryContext context) {
        RulesParser.LiteralContext literal = context.primary().literal();
        boolean folds = literal != null
                && !(literal instanceof RulesParser.StringContext
                        || literal instanceof RulesParser.DateContext
                        || literal instanceof RulesParser.TruthContext);
        return folds ? values.literal(literal, true, marks) : new Expr.Minus(read(context.primary()));
    }

    Expr call(CallContext context) {
        String name = context.function().getText();
        Function function = Function.of(name).orElse(null);
        if (function == null) {
            boolean fold = Condition.Fold.of(name).isPresent();
            List<String> known =
                    Arrays.stream(Function.values()).map(Function::spelling).toList();
            values.problems()
                    .error(
                            values.place(context),
                            fold
                                    ? name + " needs ‘over { … }’ and stands alone: ?x = " + name + "(?y) over { … }"
                                    : "unknown function " + name,
                            Nearest.to(name, known).filter(n -> !fold).orElse(null));
            return new RuleTerm.Constant(Literal.integer(0));
        }
        int errors = values.problems().errors();
        List<Expr> arguments = new ArrayList<>();
        String option = null;
        int last = context.argument().size() - 1;
        for (int i = 0; i <= last; i++) {
            RulesParser.ArgumentContext argument = context.argument(i);
            if (argument.id() == null) {
                arguments.add(read(argument.expr()));
            } else if (i == last) {
                option = option(function, argument.id());
            } else {
                values.problems().error(values.place(argument), "the word ‘" + argument.getText() + "’ comes last");
            }
        }
        if (values.problems().errors() == errors) {
            checkCall(context, function, arguments.size(), option);
        }
        return marks.mark(new Expr.Call(function, arguments, option), values.place(context));
    }

    private String option(Function function, RulesParser.IdContext id) {
        String word = id.getText();
        switch (function) {
            case ROUND -> {
                if (Rounding.of(word).isEmpty()) {
                    List<String> known = Arrays.stream(Rounding.values())
                            .map(Rounding::spelling)
                            .toList();
                    values.problems()
                            .error(
                                    values.place(id),
                                    "round knows half-up, half-even, down and up; found ‘" + word + "’",
                                    Nearest.to(word, known).orElse(null));
                }
            }
            case NEXT_BUSINESS_DAY -> values.calendar(id);
            default ->
                values.problems()
                        .error(
                                values.place(id),
                                "expected a value or a variable; found ‘" + word + "’",
                                "?" + word.replace('-', '_') + " or \"" + word + "\"");
        }
        return word;
    }

    private void checkCall(CallContext context, Function function, int given, @Nullable String option) {
        if (given < function.least() || given > function.most()) {
            String most = function.most() == function.least() ? "" : " or more";
            values.problems()
                    .error(
                            values.place(context),
                            function.spelling() + " takes " + function.least() + most + " values; found " + given);
        } else if (function == Function.ROUND && option == null) {
            values.problems()
                    .error(
                            values.place(context),
                            "round needs a way of rounding",
                            "round(x, 2, half-up), half-even, down or up");
        }
    }

    /** @return the variable, if the expression is one and nothing else */
    static @Nullable TerminalNode bareVariable(ParserRuleContext context) {
        return only(context) instanceof RulesParser.TermContext term ? term.VAR() : null;
    }

    /** @return the term, call or literal that the expression consists of; null when it has several parts */
    static @Nullable ParseTree only(ParseTree context) {
        ParseTree inner = context;
        while (!(inner instanceof RulesParser.TermContext
                || inner instanceof CallContext
                || inner instanceof RulesParser.LiteralContext)) {
            if (inner.getChildCount() != 1) {
                return null;
            }
            inner = inner.getChild(0);
        }
        return inner;
    }
}
