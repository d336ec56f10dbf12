package warrant.rules.value;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Term;

/** Computes expressions and comparisons over terms. Immutable; safe for many threads if its warnings are. */
public final class Calculator {
    private final Calendars calendars;
    private final Consumer<String> warnings;

    /** @param warnings told when a date lies outside the years that a calendar lists */
    public Calculator(Calendars calendars, Consumer<String> warnings) {
        this.calendars = calendars;
        this.warnings = warnings;
    }

    public Calculator(Calendars calendars) {
        this(calendars, warning -> {});
    }

    Calendar calendar(@Nullable String name, LocalDate day) {
        Calendar calendar = calendars.get(name);
        if (!calendar.covers(day)) {
            warnings.accept("calendar " + calendar.name() + " lists no holidays of " + day.getYear() + ", asked for "
                    + day + ": business days there are counted without them");
        }
        return calendar;
    }

    /** @throws ValueException when there is no such value */
    public Value apply(Operator operator, Value left, Value right) {
        return switch (operator) {
            case PLUS -> sum(left, right, operator);
            case MINUS -> sum(left, negated(left, right), operator);
            case TIMES -> product(left, right);
            case OVER -> quotient(left, right);
        };
    }

    /** @throws ValueException when the value has no negative */
    public Value negate(Value value) {
        return switch (value) {
            case Value.Measure m -> m.resized(m.size().negate());
            case Value.Duration d ->
                new Value.Duration(-d.years(), -d.months(), -d.days(), -d.businessDays(), d.calendar());
            case Value other -> throw new ValueException(ValueException.Reason.TYPES, "no negative of " + other.kind());
        };
    }

    /**
     * @param option rounding mode of {@code round}, or calendar of {@code next-business-day}; otherwise null
     * @throws ValueException when the function has no value there
     */
    public Value call(Function function, List<Value> arguments, @Nullable String option) {
        if (arguments.size() < function.least() || arguments.size() > function.most()) {
            throw new ValueException(
                    ValueException.Reason.TYPES,
                    function.spelling() + " takes " + function.least() + " values, not " + arguments.size());
        }
        return new Functions(this).call(function, arguments, option);
    }

    /**
     * Equality never fails: what differs in type differs. Order fails where types do not meet.
     *
     * @throws ValueException when the two cannot be put in order
     */
    public boolean test(Comparison comparison, Term left, Term right) {
        return test(comparison, Values.of(left), Values.of(right));
    }

    /** As {@link #test(Comparison, Term, Term)}. */
    public boolean test(Comparison comparison, Value left, Value right) {
        return switch (comparison) {
            case EQUAL -> left.equals(right);
            case UNEQUAL -> !left.equals(right);
            case LESS -> compare(left, right) < 0;
            case AT_MOST -> compare(left, right) <= 0;
            case GREATER -> compare(left, right) > 0;
            case AT_LEAST -> compare(left, right) >= 0;
        };
    }

    /**
     * @return negative, zero or positive
     * @throws ValueException when the two cannot be put in order
     */
    public int compare(Value left, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return a.size().compareTo(b.size());
        }
        if (left instanceof Value.Date a && right instanceof Value.Date b) {
            return a.day().compareTo(b.day());
        }
        if (left instanceof Value.Text a && right instanceof Value.Text b) {
            return Arrays.compare(
                    a.text().codePoints().toArray(), b.text().codePoints().toArray());
        }
        if (left instanceof Value.Duration a && right instanceof Value.Duration b) {
            return Durations.compare(a, b);
        }
        if (left instanceof Value.Measure a && right instanceof Value.Measure b && sameUnit(a, b)) {
            return a.size().compareTo(b.size());
        }
        throw mismatch(left, right, "cannot be put in order");
    }

    private Value negated(Value left, Value right) {
        if (right instanceof Value.Date) {
            throw new ValueException(
                    ValueException.Reason.TYPES,
                    "a date cannot be subtracted from " + left.kind()
                            + ". Maybe days(a, b) was meant, the days from a to b.");
        }
        return negate(right);
    }

    private Value sum(Value left, Value right, Operator operator) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return new Value.Num(a.size().plus(b.size()), a.percent() && b.percent());
        }
        if (left instanceof Value.Date date && right instanceof Value.Duration d) {
            return new Value.Date(later(date.day(), d));
        }
        if (left instanceof Value.Duration d && right instanceof Value.Date date && operator == Operator.PLUS) {
            return new Value.Date(later(date.day(), d));
        }
        if (left instanceof Value.Duration a && right instanceof Value.Duration b) {
            return Durations.sum(a, b);
        }
        if (left instanceof Value.Measure a && right instanceof Value.Measure b && sameUnit(a, b)) {
            return a.resized(a.size().plus(b.size()));
        }
        throw mismatch(left, right, operator == Operator.PLUS ? "cannot be added" : "cannot be subtracted");
    }

    private LocalDate later(LocalDate day, Value.Duration duration) {
        try {
            LocalDate moved = day.plusMonths(duration.totalMonths()).plusDays(duration.days());
            if (duration.businessDays() != 0) {
                Calendar calendar = calendar(duration.calendar(), moved);
                moved = calendar.plus(moved, duration.businessDays());
                calendar(duration.calendar(), moved);
            }
            return checked(moved);
        } catch (DateTimeException e) {
            throw new ValueException(ValueException.Reason.RANGE, "no such date: " + day + " moved by a long time");
        }
    }

    static LocalDate checked(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new ValueException(ValueException.Reason.RANGE, "a date outside the years 1 to 9999");
        }
        return day;
    }

    private Value product(Value left, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return new Value.Num(a.size().times(b.size()), false);
        }
        if (left instanceof Value.Measure m && right instanceof Value.Num n) {
            return m.resized(m.size().times(n.size()));
        }
        if (left instanceof Value.Num n && right instanceof Value.Measure m) {
            return m.resized(m.size().times(n.size()));
        }
        if (left instanceof Value.Duration d && right instanceof Value.Num n) {
            return Durations.times(d, whole(n, "a duration is multiplied by a whole number"));
        }
        if (left instanceof Value.Num n && right instanceof Value.Duration d) {
            return Durations.times(d, whole(n, "a duration is multiplied by a whole number"));
        }
        throw mismatch(left, right, "cannot be multiplied");
    }

    private Value quotient(Value left, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return new Value.Num(a.size().over(b.size()), false);
        }
        if (left instanceof Value.Measure m && right instanceof Value.Num n) {
            return m.resized(m.size().over(n.size()));
        }
        if (left instanceof Value.Measure a && right instanceof Value.Measure b && sameUnit(a, b)) {
            return new Value.Num(a.size().over(b.size()), false);
        }
        throw mismatch(left, right, "cannot be divided");
    }

    static int whole(Value.Num number, String rule) {
        BigInteger size = number.size().numerator();
        if (!number.size().isInteger() || size.bitLength() > 31) {
            throw new ValueException(
                    ValueException.Reason.RANGE,
                    rule + ", not by " + number.size().decimal().toPlainString());
        }
        return size.intValue();
    }

    static boolean sameUnit(Value.Measure left, Value.Measure right) {
        return left.kind().equals(right.kind());
    }

    static ValueException mismatch(Value left, Value right, String what) {
        boolean units = left.getClass().equals(right.getClass()) && !left.kind().equals(right.kind());
        return new ValueException(
                units ? ValueException.Reason.UNITS : ValueException.Reason.TYPES,
                left.kind() + " and " + right.kind() + " " + what);
    }

    /** @return whether the two are one value, whatever they were written as */
    public static boolean same(Term left, Term right) {
        if (left.equals(right)) {
            return true;
        }
        if (left instanceof Entity || right instanceof Entity) {
            return false;
        }
        return Values.identity(left).equals(Values.identity(right));
    }
}
