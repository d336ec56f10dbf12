package warrant.orchestrator.eval.sara;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Literals;
import warrant.graph.Term;

/** The places of predicates as terms of the graph. */
final class Terms {
    private static final String THINGS = "urn:warrant:case#";

    private Terms() {}

    static Entity thing(String name) {
        return new Entity(THINGS + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    static Entity taxYear(String person, int year) {
        return new Entity(THINGS + "year:" + year + ":" + URLEncoder.encode(person, StandardCharsets.UTF_8));
    }

    static Entity calendarYear(int year) {
        return new Entity(THINGS + "year:" + year);
    }

    /** @return the amount in dollars, not rounded */
    static Literal dollars(BigDecimal amount) {
        return Literals.canonical("USD " + amount.toPlainString(), Datatypes.MONEY);
    }

    /**
     * @param plain whether a number is no amount of money
     * @return null for what is no single term
     */
    static @Nullable Term of(GoalTerm term, boolean plain) {
        return switch (term) {
            case GoalTerm.Name(String text) -> thing(text);
            case GoalTerm.Numeral(BigDecimal value) -> plain ? Literal.decimal(value) : dollars(value);
            case GoalTerm.Day(java.time.LocalDate date) -> Literal.date(date);
            case GoalTerm.Several several -> null;
            case GoalTerm.Unknown unknown -> null;
            case GoalTerm.Anything anything -> null;
        };
    }

    /** @return the number that a literal is, of whatever unit; null for a name, a day or a truth value */
    static @Nullable BigDecimal number(Term term) {
        if (!(term instanceof Literal(String lexical, String datatype))) {
            return null;
        }
        return switch (datatype) {
            case Datatypes.MONEY -> new BigDecimal(lexical.substring(lexical.indexOf(' ') + 1));
            case Datatypes.INTEGER, Datatypes.DECIMAL -> new BigDecimal(lexical);
            default -> null;
        };
    }

    /** Amounts are compared in whole dollars, as the data set gives them. */
    static boolean sameNumber(BigDecimal found, BigDecimal asked) {
        return found.setScale(0, RoundingMode.HALF_UP).compareTo(asked.setScale(0, RoundingMode.HALF_UP)) == 0;
    }
}
