package warrant.rules.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;

/** Terms read as values, and values written as terms in the canonical forms of {@link Datatypes}. */
public final class Values {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,1000}(\\.[0-9]{1,1000})?");
    private static final Pattern MONEY = Pattern.compile("([A-Z]{3}) ([+-]?[0-9.]+)");
    private static final Pattern PERCENT = Pattern.compile("([+-]?[0-9.]+) ?%");
    private static final Pattern QUANTITY = Pattern.compile("([+-]?[0-9.]+) (\\S.*)");
    private static final Pattern DURATION =
            Pattern.compile("(-)?P(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?(?:T0+[HMS])?");
    private static final Pattern BUSINESS = Pattern.compile("(-)?P(\\d{1,9})B(?: (\\S+))?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Values() {}

    /** @throws ValueException when a literal is not of the form that its datatype asks for */
    public static Value of(Term term) {
        return switch (term) {
            case Entity entity -> new Value.Thing(entity.iri());
            case Literal literal -> of(literal);
        };
    }

    private static Value of(Literal literal) {
        String text = literal.lexical();
        return switch (literal.datatype()) {
            case Datatypes.STRING -> new Value.Text(text);
            case Datatypes.DATE -> new Value.Date(date(text));
            case Datatypes.INTEGER, Datatypes.DECIMAL -> new Value.Num(Exact.of(decimal(text)), false);
            case Datatypes.BOOLEAN -> new Value.Truth(truth(text));
            case Datatypes.DURATION -> duration(text);
            case Datatypes.MONEY -> {
                Matcher m = match(MONEY, text, "money such as EUR 84300.00");
                yield new Value.Money(m.group(1), Exact.of(decimal(m.group(2))));
            }
            case Datatypes.PERCENTAGE -> {
                Matcher m = match(PERCENT, text, "a percentage such as 4 %");
                yield new Value.Num(Exact.of(decimal(m.group(1)).divide(HUNDRED)), true);
            }
            case Datatypes.QUANTITY -> {
                Matcher m = match(QUANTITY, text, "a quantity such as 12.5 m2");
                yield new Value.Quantity(Exact.of(decimal(m.group(1))), m.group(2));
            }
            default ->
                throw new ValueException(
                        ValueException.Reason.TYPES, "no values of datatype <" + literal.datatype() + ">: " + literal);
        };
    }

    /** @return the value as a term; a number becomes an integer, a decimal or, if it is one, a percentage */
    public static Term term(Value value) {
        return switch (value) {
            case Value.Thing thing -> new Entity(thing.iri());
            case Value.Text text -> Literal.text(text.text());
            case Value.Truth truth -> Literal.bool(truth.isTrue());
            case Value.Date date -> Literal.date(date.day());
            case Value.Duration duration -> new Literal(lexical(duration), Datatypes.DURATION);
            case Value.Money money ->
                new Literal(money.currency() + " " + plain(money.size().decimal(), 2), Datatypes.MONEY);
            case Value.Quantity q -> new Literal(plain(q.size().decimal(), 0) + " " + q.unit(), Datatypes.QUANTITY);
            case Value.Num n when n.percent() -> percentage(n);
            case Value.Num n ->
                new Literal(plain(n.size().decimal(), 0), n.size().isInteger() ? Datatypes.INTEGER : Datatypes.DECIMAL);
        };
    }

    /**
     * Brings a value into the datatype of the relation that it becomes the object of: {@code 0.04} to {@code 4 %},
     * {@code 3} to a decimal. What is not a number, or has no form there, stays as it is.
     */
    public static Term as(String datatype, Term term) {
        if (!(term instanceof Literal literal) || literal.datatype().equals(datatype) || !isNumber(literal)) {
            return term;
        }
        Value.Num number = (Value.Num) of(literal);
        return switch (datatype) {
            case Datatypes.PERCENTAGE -> percentage(number);
            case Datatypes.DECIMAL -> Literal.decimal(number.size().decimal());
            case Datatypes.INTEGER -> number.size().isInteger() ? term(new Value.Num(number.size(), false)) : literal;
            default -> literal;
        };
    }

    /**
     * @return the one term that stands for all terms of the same value: two terms are equal by value exactly when their
     *     identities are equal. For joining and indexing; shown is what was written.
     */
    public static Term identity(Term term) {
        if (!(term instanceof Literal literal)) {
            return term;
        }
        try {
            return switch (of(literal)) {
                case Value.Num n -> Literal.decimal(n.size().decimal());
                case Value.Duration d ->
                    term(new Value.Duration(
                            0, Math.toIntExact(d.totalMonths()), d.days(), d.businessDays(), d.calendar()));
                case Value other -> term(other);
            };
        } catch (ValueException | ArithmeticException e) {
            return literal;
        }
    }

    /** @return the value as a person reads it: {@code 45 days}, {@code EUR 84300.00}, {@code 4 %} */
    public static String show(Literal literal) {
        if (!literal.datatype().equals(Datatypes.DURATION)) {
            return literal.lexical();
        }
        try {
            return words(duration(literal.lexical()));
        } catch (ValueException e) {
            return literal.lexical();
        }
    }

    private static String words(Value.Duration d) {
        StringBuilder out = new StringBuilder();
        part(out, d.years(), "year");
        part(out, d.months(), "month");
        part(out, d.days(), "day");
        part(out, d.businessDays(), "business day");
        if (out.isEmpty()) {
            return "0 days";
        }
        return d.calendar() == null ? out.toString() : out + " in " + d.calendar();
    }

    private static void part(StringBuilder out, int n, String unit) {
        if (n != 0) {
            out.append(out.isEmpty() ? "" : " ")
                    .append(n)
                    .append(' ')
                    .append(unit)
                    .append(Math.abs(n) == 1 ? "" : "s");
        }
    }

    static boolean isNumber(Literal literal) {
        return switch (literal.datatype()) {
            case Datatypes.INTEGER, Datatypes.DECIMAL, Datatypes.PERCENTAGE -> true;
            default -> false;
        };
    }

    /** @throws ValueException when the text is no plain decimal of at most 1,000 digits either side of the point */
    public static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            throw new ValueException(ValueException.Reason.FORMAT, "not a number: '" + shown + "'");
        }
        return new BigDecimal(text);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ValueException(ValueException.Reason.FORMAT, "not a date: '" + text + "'");
        }
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new ValueException(ValueException.Reason.FORMAT, "neither true nor false: '" + text + "'");
        };
    }

    static Value.Duration duration(String text) {
        Matcher business = BUSINESS.matcher(text);
        if (business.matches()) {
            int sign = business.group(1) == null ? 1 : -1;
            return new Value.Duration(0, 0, 0, sign * Integer.parseInt(business.group(2)), business.group(3));
        }
        Matcher m = match(DURATION, text, "a duration such as P45D");
        int sign = m.group(1) == null ? 1 : -1;
        long days = group(m, 5) + 7L * group(m, 4);
        if (days > Integer.MAX_VALUE || text.endsWith("P")) {
            throw new ValueException(ValueException.Reason.FORMAT, "not a duration: '" + text + "'");
        }
        return new Value.Duration(sign * group(m, 2), sign * group(m, 3), sign * (int) days, 0, null);
    }

    private static int group(Matcher m, int group) {
        return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
    }

    private static Matcher match(Pattern pattern, String text, String expected) {
        Matcher m = pattern.matcher(text);
        if (!m.matches()) {
            throw new ValueException(ValueException.Reason.FORMAT, "not " + expected + ": '" + text + "'");
        }
        return m;
    }

    private static String lexical(Value.Duration d) {
        String sign = d.totalMonths() < 0 || d.days() < 0 || d.businessDays() < 0 ? "-" : "";
        if (d.businessDays() != 0) {
            return sign + "P" + Math.abs(d.businessDays()) + "B" + (d.calendar() == null ? "" : " " + d.calendar());
        }
        if (d.totalMonths() == 0 && d.days() == 0) {
            return "P0D";
        }
        return sign + "P" + field(d.years(), "Y") + field(d.months(), "M") + field(d.days(), "D");
    }

    private static String field(int n, String unit) {
        return n == 0 ? "" : Math.abs(n) + unit;
    }

    private static Literal percentage(Value.Num number) {
        BigDecimal percent = number.size().times(Exact.of(HUNDRED)).decimal();
        return new Literal(plain(percent, 0) + " %", Datatypes.PERCENTAGE);
    }

    private static String plain(BigDecimal value, int places) {
        return value.setScale(Math.max(places, Math.max(0, value.scale())), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
