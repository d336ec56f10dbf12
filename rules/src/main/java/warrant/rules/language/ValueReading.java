package warrant.rules.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Named;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.language.grammar.RulesParser;
import warrant.rules.language.grammar.RulesParser.LiteralContext;
import warrant.rules.language.grammar.RulesParser.TermContext;
import warrant.rules.value.Calculator;
import warrant.rules.value.Calendars;
import warrant.rules.value.ValueException;
import warrant.rules.value.Values;

/** Reads terms and values. */
final class ValueReading {
    private final String file;
    private final Names names;
    private final Calendars calendars;
    private final Problems problems;

    ValueReading(String file, Names names, Calendars calendars, Problems problems) {
        this.file = file;
        this.names = names;
        this.calendars = calendars;
        this.problems = problems;
    }

    Names names() {
        return names;
    }

    Place place(ParserRuleContext context) {
        return Place.of(file, context);
    }

    Place place(Token token) {
        return Place.of(file, token);
    }

    Problems problems() {
        return problems;
    }

    RuleTerm term(TermContext context, Marks marks) {
        if (context.VAR() != null) {
            return variable(context.VAR().getSymbol(), marks);
        }
        if (context.ENTITY() != null) {
            String label = unquote(context.ENTITY().getText().substring(1));
            if (label.isBlank()) {
                problems.error(place(context), "an entity needs a label between the quotation marks");
            }
            return marks.mark(new Named(label), place(context));
        }
        return marks.mark(new Constant(new Entity(names.iri(context.getStart()))), place(context));
    }

    Variable variable(Token token, Marks marks) {
        return marks.mark(new Variable(token.getText().substring(1)), place(token));
    }

    /** @return the value; a harmless one after reporting that there is none */
    Constant literal(LiteralContext context, boolean negative, Marks marks) {
        Term value;
        try {
            value = Values.term(Values.of(written(context)));
            if (negative) {
                value = Values.term(new Calculator(Calendars.NONE).negate(Values.of(value)));
            }
        } catch (ValueException e) {
            problems.error(place(context), e.getMessage());
            value = Literal.integer(0);
        }
        return marks.mark(new Constant(value), place(context));
    }

    private Literal written(LiteralContext literal) {
        return switch (literal) {
            case RulesParser.DateContext c -> new Literal(c.DATE().getText(), Datatypes.DATE);
            case RulesParser.MoneyContext c ->
                new Literal(
                        c.CURRENCY().getText() + " " + (c.getText().contains("-") ? "-" : "")
                                + c.NUMBER().getText(),
                        Datatypes.MONEY);
            case RulesParser.PercentContext c -> new Literal(c.NUMBER().getText() + " %", Datatypes.PERCENTAGE);
            case RulesParser.NumberContext c -> new Literal(c.NUMBER().getText(), Datatypes.DECIMAL);
            case RulesParser.StringContext c -> Literal.text(unquote(c.STRING().getText()));
            case RulesParser.TruthContext c -> new Literal(c.getText(), Datatypes.BOOLEAN);
            case RulesParser.DurationContext c ->
                new Literal(
                        "P" + count(c.NUMBER().getText())
                                + Character.toUpperCase(c.unit().getText().charAt(0)),
                        Datatypes.DURATION);
            case RulesParser.BusinessContext c ->
                new Literal(
                        "P" + count(c.NUMBER().getText()) + "B" + (c.id() == null ? "" : " " + calendar(c.id())),
                        Datatypes.DURATION);
            default -> throw new IllegalStateException("no such literal: " + literal.getText());
        };
    }

    private static String count(String number) {
        if (number.contains(".") || number.length() > 9) {
            throw new ValueException(
                    ValueException.Reason.FORMAT, "a duration counts whole units, up to 999999999; found " + number);
        }
        return number;
    }

    /** @return the name of a calendar, after reporting it if the matter does not define it */
    String calendar(RulesParser.IdContext id) {
        String name = id.getText();
        if (calendars.named(name).isEmpty()) {
            var known = calendars.calendars().stream().map(c -> c.name()).toList();
            String cure = Nearest.to(name, known)
                    .orElse(known.isEmpty() ? "defining it in matter.yaml" : "one of " + String.join(", ", known));
            problems.error(place(id), "unknown calendar " + name, cure);
        }
        return name;
    }

    /** @return the day; null after reporting that there is no such day */
    @Nullable LocalDate day(Token date) {
        try {
            return LocalDate.parse(date.getText());
        } catch (DateTimeException e) {
            problems.error(place(date), "no such date: " + date.getText());
            return null;
        }
    }

    static String unquote(String quoted) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            out.append(c == '\\' ? quoted.charAt(++i) : c);
        }
        return out.toString();
    }
}
