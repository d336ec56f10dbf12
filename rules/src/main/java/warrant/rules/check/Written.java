package warrant.rules.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;

/** Values as terms, each in one form. */
final class Written {
    private Written() {}

    static Term term(Value value) {
        return switch (value) {
            case Value.Thing(String iri) -> new Entity(iri);
            case Value.Text(String text) -> Literal.text(text);
            case Value.Truth(boolean isTrue) -> Literal.bool(isTrue);
            case Value.Day(LocalDate day) -> Literal.date(day);
            case Value.Odd(Literal literal) -> literal;
            case Value.Span span -> new Literal(span(span), Datatypes.DURATION);
            case Value.Sized sized -> sized(sized);
        };
    }

    private static Term sized(Value.Sized sized) {
        String plain = Shown.of(sized);
        if (sized.unit().isEmpty()) {
            return Literal.decimal(new BigDecimal(plain));
        }
        boolean money = sized.unit().startsWith("money");
        return new Literal(plain, money ? Datatypes.MONEY : Datatypes.QUANTITY);
    }

    private static String span(Value.Span span) {
        String sign = span.months() < 0 || span.days() < 0 || span.businessDays() < 0 ? "-" : "";
        if (span.businessDays() != 0) {
            String calendar = span.calendar() == null ? "" : " " + span.calendar();
            return sign + "P" + Math.abs(span.businessDays()) + "B" + calendar;
        }
        String months = span.months() == 0 ? "" : Math.abs(span.months()) + "M";
        String days = span.days() == 0 && !months.isEmpty() ? "" : Math.abs(span.days()) + "D";
        return sign + "P" + months + days;
    }

    /** @return one text for all ways of writing a value */
    static String key(Term term) {
        return term(Value.of(term)).toString();
    }
}
