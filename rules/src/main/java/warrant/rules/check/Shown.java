package warrant.rules.check;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import warrant.graph.Datatypes;
import warrant.graph.Literal;

/** Values as {@code concat} writes them. */
final class Shown {
    private Shown() {}

    static String of(Literal literal) {
        return literal.datatype().equals(Datatypes.DURATION) ? duration(literal.lexical()) : literal.lexical();
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Day day -> day.day().toString();
            case Value.Truth truth -> Boolean.toString(truth.isTrue());
            case Value.Sized sized -> sized(sized);
            case Value.Span span -> span(span);
            case Value.Thing thing -> throw new Rejection("an entity cannot be joined to a text: " + thing.iri());
            case Value.Odd odd -> odd.literal().lexical();
        };
    }

    private static String sized(Value.Sized sized) {
        Ratio size = sized.size().written();
        BigDecimal decimal = new BigDecimal(size.over()).divide(new BigDecimal(size.under()));
        if (sized.unit().startsWith("money ")) {
            String amount = decimal.setScale(
                            Math.max(2, decimal.stripTrailingZeros().scale()))
                    .toPlainString();
            return sized.unit().substring(6) + " " + amount;
        }
        String plain =
                decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        return sized.unit().isEmpty() ? plain : plain + " " + sized.unit().substring(9);
    }

    private static String span(Value.Span span) {
        String words = words(0, "year")
                + words(span.months(), "month")
                + words(span.days(), "day")
                + words(span.businessDays(), "business day");
        String plain = words.isEmpty() ? "0 days" : words.strip();
        return span.calendar() == null ? plain : plain + " in " + span.calendar();
    }

    private static String duration(String lexical) {
        Matcher m = Value.DURATION.matcher(lexical);
        if (!m.matches() || m.group(1) != null || (m.group(2) == null && m.group(4) == null)) {
            return of(Value.of(new Literal(lexical, Datatypes.DURATION)));
        }
        long years = m.group(2) == null ? 0 : Long.parseLong(m.group(2));
        long months = m.group(3) == null ? 0 : Long.parseLong(m.group(3));
        long weeks = m.group(4) == null ? 0 : Long.parseLong(m.group(4));
        long days = m.group(5) == null ? 0 : Long.parseLong(m.group(5));
        return (words(years, "year") + words(months, "month") + words(7 * weeks + days, "day")).strip();
    }

    private static String words(long n, String unit) {
        return n == 0 ? "" : n + " " + unit + (Math.abs(n) == 1 ? "" : "s") + " ";
    }
}
