package warrant.graph;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings the lexical form of a value into the one form that {@link Literal} keeps, so that equal values are equal. */
public final class Literals {
    /** Digits of a number, and places of its exponent: more is an attack, not a value. */
    private static final int MOST_DIGITS = 1000;

    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T.*|Z|[+-]\\d{2}:\\d{2})?");
    private static final Pattern MONEY = Pattern.compile("([A-Z]{3})\\s*([+-]?[\\d.]+)|([+-]?[\\d.]+)\\s*([A-Z]{3})");
    private static final Pattern PERCENTAGE = Pattern.compile("([+-]?[\\d.]+)\\s*%");
    private static final Pattern QUANTITY = Pattern.compile("([+-]?[\\d.]+)\\s*(\\S.*)");
    private static final Pattern BUSINESS_DAYS = Pattern.compile("(-?)P(\\d+)B(?:\\s+(\\S+))?");
    private static final Pattern DURATION = Pattern.compile("(-?)P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?"
            + "(T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?");
    private static final BigInteger MONTHS_A_YEAR = BigInteger.valueOf(12);
    private static final BigInteger SECONDS_A_MINUTE = BigInteger.valueOf(60);
    private static final BigInteger SECONDS_AN_HOUR = BigInteger.valueOf(3600);
    private static final BigInteger SECONDS_A_DAY = BigInteger.valueOf(86400);

    private Literals() {}

    /**
     * @param datatype one of {@link Datatypes}; a text of any other is kept as it is
     * @throws IllegalArgumentException naming the value and the form expected, when the text is not a value of it
     */
    public static Literal canonical(String lexical, String datatype) {
        String text = lexical.strip();
        return switch (datatype) {
            case Datatypes.DATE -> date(text);
            case Datatypes.INTEGER -> new Literal(integer(text).toString(), datatype);
            case Datatypes.DECIMAL -> Literal.decimal(number(text, "a number such as 12.5"));
            case Datatypes.BOOLEAN -> Literal.bool(bool(text));
            case Datatypes.DURATION -> new Literal(duration(text), datatype);
            case Datatypes.MONEY -> new Literal(money(text), datatype);
            case Datatypes.PERCENTAGE -> new Literal(percentage(text), datatype);
            case Datatypes.QUANTITY -> new Literal(quantity(text), datatype);
            default -> new Literal(lexical, datatype);
        };
    }

    private static Literal date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (matcher.matches()) {
            try {
                return Literal.date(LocalDate.parse(matcher.group(1)));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("no such day: '" + text + "'", e);
            }
        }
        throw expected("a date such as 2024-06-04", text);
    }

    private static BigInteger integer(String text) {
        BigDecimal number = number(text, "a whole number such as 45").stripTrailingZeros();
        if (number.scale() > 0) {
            throw expected("a whole number such as 45", text);
        }
        return number.toBigIntegerExact();
    }

    private static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw expected("true or false", text);
        };
    }

    private static BigDecimal number(String text, String form) {
        if (text.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("a number of more than " + MOST_DIGITS + " characters");
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw expected(form, text);
            }
            return number;
        } catch (NumberFormatException e) {
            throw expected(form, text);
        }
    }

    private static String plain(BigDecimal number) {
        return Literal.decimal(number).lexical();
    }

    private static String money(String text) {
        String form = "an amount such as EUR 84300.00";
        Matcher matcher = MONEY.matcher(text);
        if (!matcher.matches()) {
            throw expected(form, text);
        }
        String currency = matcher.group(1) != null ? matcher.group(1) : matcher.group(4);
        String amount = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        BigDecimal number = number(amount, form).stripTrailingZeros();
        BigDecimal cents = number.scale() < 2 ? number.setScale(2, RoundingMode.UNNECESSARY) : number;
        return currency + " " + cents.toPlainString();
    }

    private static String percentage(String text) {
        Matcher matcher = PERCENTAGE.matcher(text);
        if (!matcher.matches()) {
            throw expected("a percentage such as 4 %", text);
        }
        return plain(number(matcher.group(1), "a percentage such as 4 %")) + " %";
    }

    private static String quantity(String text) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            throw expected("a quantity such as 12.5 m2", text);
        }
        return plain(number(matcher.group(1), "a quantity such as 12.5 m2")) + " " + matcher.group(2);
    }

    private static String duration(String text) {
        Matcher business = BUSINESS_DAYS.matcher(text);
        if (business.matches()) {
            String days = integer(business.group(2)).toString();
            String calendar = business.group(3) == null ? "" : " " + business.group(3);
            return (days.equals("0") ? "" : business.group(1)) + "P" + days + "B" + calendar;
        }
        Matcher m = DURATION.matcher(text);
        if (!m.matches() || text.endsWith("P") || text.endsWith("T")) {
            throw expected("a duration such as P45D, P2M, P1Y or P10B", text);
        }
        BigInteger months = whole(m.group(2)).multiply(MONTHS_A_YEAR).add(whole(m.group(3)));
        BigInteger days = whole(m.group(4)).multiply(BigInteger.valueOf(7)).add(whole(m.group(5)));
        BigDecimal fraction = m.group(9) == null ? BigDecimal.ZERO : number(m.group(9), "seconds");
        BigDecimal seconds = new BigDecimal(days.multiply(SECONDS_A_DAY)
                        .add(whole(m.group(7)).multiply(SECONDS_AN_HOUR))
                        .add(whole(m.group(8)).multiply(SECONDS_A_MINUTE)))
                .add(fraction);
        return duration(m.group(1), months, seconds);
    }

    /** The canonical form of XML Schema 1.1: months below 12, hours below 24, nothing that is zero. */
    private static String duration(String sign, BigInteger months, BigDecimal seconds) {
        if (months.signum() == 0 && seconds.signum() == 0) {
            return "P0D";
        }
        StringBuilder out = new StringBuilder(sign).append('P');
        BigInteger[] years = months.divideAndRemainder(MONTHS_A_YEAR);
        append(out, years[0], 'Y');
        append(out, years[1], 'M');
        BigInteger[] days = seconds.toBigInteger().divideAndRemainder(SECONDS_A_DAY);
        append(out, days[0], 'D');
        BigDecimal fraction = seconds.subtract(new BigDecimal(seconds.toBigInteger()));
        if (days[1].signum() != 0 || fraction.signum() != 0) {
            out.append('T');
            BigInteger[] hours = days[1].divideAndRemainder(SECONDS_AN_HOUR);
            append(out, hours[0], 'H');
            BigInteger[] minutes = hours[1].divideAndRemainder(SECONDS_A_MINUTE);
            append(out, minutes[0], 'M');
            BigDecimal rest = new BigDecimal(minutes[1]).add(fraction);
            if (rest.signum() != 0) {
                out.append(plain(rest)).append('S');
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, BigInteger number, char unit) {
        if (number.signum() != 0) {
            out.append(number).append(unit);
        }
    }

    private static BigInteger whole(@Nullable String digits) {
        return digits == null ? BigInteger.ZERO : integer(digits);
    }

    private static IllegalArgumentException expected(String form, String text) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return new IllegalArgumentException("expected " + form + ", found '" + shown + "'");
    }
}
