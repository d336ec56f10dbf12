package warrant.rules.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;

/** A term read as what it means. Equal meanings are equal records, up to what can be written down. */
sealed interface Value {
    Pattern DURATION = Pattern.compile("(-)?P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?(?:T0+[HMS])?");
    Pattern BUSINESS = Pattern.compile("(-)?P(\\d+)B(?: (\\S+))?");

    /**
     * A number, an amount or a quantity.
     *
     * @param unit empty for a number, {@code money EUR}, {@code quantity m2}
     */
    record Sized(Ratio size, String unit) implements Value {
        Sized resized(Ratio other) {
            return new Sized(other, unit);
        }
    }

    record Day(LocalDate day) implements Value {}

    record Span(
            long months,
            long days,
            long businessDays,
            @Nullable String calendar) implements Value {
        boolean hasCalendarPart() {
            return months != 0 || days != 0;
        }
    }

    record Text(String text) implements Value {}

    record Truth(boolean isTrue) implements Value {}

    record Thing(String iri) implements Value {}

    /** A literal that is not of its datatype's form: equal to itself only. */
    record Odd(Literal literal) implements Value {}

    static Value number(long value) {
        return new Sized(Ratio.of(value), "");
    }

    static Value of(Term term) {
        return switch (term) {
            case Entity(String iri) -> new Thing(iri);
            case Literal literal -> {
                try {
                    yield of(literal);
                } catch (NumberFormatException | DateTimeException odd) {
                    yield new Odd(literal);
                }
            }
        };
    }

    private static Value of(Literal literal) {
        String text = literal.lexical();
        return switch (literal.datatype()) {
            case Datatypes.STRING -> new Text(text);
            case Datatypes.DATE -> new Day(LocalDate.parse(text));
            case Datatypes.INTEGER, Datatypes.DECIMAL -> new Sized(Ratio.of(text), "");
            case Datatypes.BOOLEAN -> new Truth(text.equals("true") || text.equals("1"));
            case Datatypes.PERCENTAGE ->
                new Sized(Ratio.of(text.replaceFirst(" ?%$", "")).dividedBy(Ratio.of(100)), "");
            case Datatypes.MONEY ->
                new Sized(Ratio.of(text.substring(Math.min(4, text.length()))), "money " + first(text));
            case Datatypes.QUANTITY ->
                new Sized(
                        Ratio.of(first(text)),
                        "quantity " + text.substring(first(text).length()).strip());
            case Datatypes.DURATION -> span(text);
            default -> new Odd(literal);
        };
    }

    private static String first(String text) {
        return text.split(" ", 2)[0];
    }

    private static Value span(String text) {
        Matcher business = BUSINESS.matcher(text);
        if (business.matches()) {
            long count = Long.parseLong(business.group(2));
            return new Span(0, 0, business.group(1) == null ? count : -count, business.group(3));
        }
        Matcher m = DURATION.matcher(text);
        if (!m.matches()) {
            throw new NumberFormatException("not a duration: " + text);
        }
        long sign = m.group(1) == null ? 1 : -1;
        long months = 12 * part(m.group(2)) + part(m.group(3));
        return new Span(sign * months, sign * (7 * part(m.group(4)) + part(m.group(5))), 0, null);
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** @return whether two values are one, as far as they can be written down */
    static boolean same(Value one, Value other) {
        if (one instanceof Sized(Ratio a, String unit) && other instanceof Sized(Ratio b, String otherUnit)) {
            return unit.equals(otherUnit) && a.written().equals(b.written());
        }
        return one.equals(other);
    }

    static boolean same(Term one, Term other) {
        return one.equals(other) || same(of(one), of(other));
    }
}
