package warrant.rules.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;

/** The functions, by name. */
final class Functions {
    private static final int MAX_PLACES = 100;
    private static final int MAX_TEXT = 100_000;

    private final Calculator calculator;

    Functions(Calculator calculator) {
        this.calculator = calculator;
    }

    Value call(Function function, List<Value> a, @Nullable String option) {
        return switch (function) {
            case DAYS -> Value.number(ChronoUnit.DAYS.between(day(a, 0), day(a, 1)));
            case MONTHS -> Value.number(completedMonths(day(a, 0), day(a, 1), 1));
            case YEARS -> Value.number(completedMonths(day(a, 0), day(a, 1), 12));
            case ROUND -> round(a, option);
            case MIN -> extreme(a, -1);
            case MAX -> extreme(a, 1);
            case ABS -> a.getFirst() instanceof Value.Measure m && m.size().signum() >= 0 ? m : abs(a.getFirst());
            case YEAR -> Value.number(day(a, 0).getYear());
            case MONTH -> Value.number(day(a, 0).getMonthValue());
            case DAY -> Value.number(day(a, 0).getDayOfMonth());
            case DATE -> new Value.Date(date(a));
            case NEXT_BUSINESS_DAY -> new Value.Date(nextBusinessDay(day(a, 0), option));
            case CONCAT -> concat(a);
            case LOWER -> new Value.Text(text(a, 0).lower());
            case CONTAINS ->
                new Value.Truth(text(a, 0).text().contains(text(a, 1).text()));
            case STARTS_WITH ->
                new Value.Truth(text(a, 0).text().startsWith(text(a, 1).text()));
            case SUBSTRING -> substring(a);
            case NUMBER -> number(a.getFirst());
        };
    }

    /** The largest n for which a + n units does not lie after b; negative the other way round. */
    private static long completedMonths(LocalDate a, LocalDate b, int unit) {
        if (b.isBefore(a)) {
            return -completedMonths(b, a, unit);
        }
        long n = ChronoUnit.MONTHS.between(a, b) / unit;
        return a.plusMonths((n + 1) * unit).isAfter(b) ? n : n + 1;
    }

    private static Value round(List<Value> a, @Nullable String option) {
        Rounding mode = Rounding.of(option == null ? "" : option)
                .orElseThrow(() -> new ValueException(
                        ValueException.Reason.FORMAT, "round needs half-up, half-even, down or up, not " + option));
        if (!(a.getFirst() instanceof Value.Measure m)) {
            throw wrong(a, 0, "a number or an amount");
        }
        int places = integer(a, 1);
        if (Math.abs(places) > MAX_PLACES) {
            throw new ValueException(ValueException.Reason.LIMIT, "round keeps at most 100 places, not " + places);
        }
        return m.resized(m.size().round(places, mode.mode()));
    }

    private Value extreme(List<Value> values, int sign) {
        Value best = values.getFirst();
        for (Value value : values) {
            best = calculator.compare(value, best) * sign > 0 ? value : best;
        }
        return best;
    }

    private static Value abs(Value value) {
        if (!(value instanceof Value.Measure m)) {
            throw wrong(List.of(value), 0, "a number or an amount");
        }
        return m.resized(m.size().negate());
    }

    private static LocalDate date(List<Value> a) {
        try {
            return Calculator.checked(LocalDate.of(integer(a, 0), integer(a, 1), integer(a, 2)));
        } catch (DateTimeException e) {
            throw new ValueException(
                    ValueException.Reason.RANGE,
                    "no such date: " + integer(a, 0) + "-" + integer(a, 1) + "-" + integer(a, 2));
        }
    }

    private LocalDate nextBusinessDay(LocalDate day, @Nullable String calendar) {
        LocalDate next = calculator.calendar(calendar, day).next(day);
        calculator.calendar(calendar, next);
        return Calculator.checked(next);
    }

    private static Value concat(List<Value> values) {
        StringBuilder out = new StringBuilder();
        for (Value value : values) {
            out.append(
                    switch (Values.term(value)) {
                        case Entity entity -> throw wrong(List.of(value), 0, "a value (an entity has labels)");
                        case Literal literal -> Values.show(literal);
                    });
        }
        if (out.length() > MAX_TEXT) {
            throw new ValueException(ValueException.Reason.LIMIT, "a text of more than 100,000 characters");
        }
        return new Value.Text(out.toString());
    }

    private static Value substring(List<Value> a) {
        String text = text(a, 0).text();
        int from = integer(a, 1);
        int to = integer(a, 2);
        int length = text.codePointCount(0, text.length());
        if (from < 0 || to < from || to > length) {
            throw new ValueException(
                    ValueException.Reason.RANGE,
                    "no part from " + from + " to " + to + " in a text of " + length + " characters");
        }
        int begin = text.offsetByCodePoints(0, from);
        return new Value.Text(text.substring(begin, text.offsetByCodePoints(begin, to - from)));
    }

    private static Value number(Value value) {
        return switch (value) {
            case Value.Num n -> n;
            case Value.Text t
            when t.text().strip().endsWith("%") ->
                Values.of(new Literal(t.text().strip(), warrant.graph.Datatypes.PERCENTAGE));
            case Value.Text t -> Value.number(Values.decimal(t.text().strip()));
            case Value other -> throw wrong(List.of(other), 0, "a text");
        };
    }

    private static LocalDate day(List<Value> a, int i) {
        if (a.get(i) instanceof Value.Date date) {
            return date.day();
        }
        throw wrong(a, i, "a date");
    }

    private static Value.Text text(List<Value> a, int i) {
        if (a.get(i) instanceof Value.Text text) {
            return text;
        }
        throw wrong(a, i, "a text");
    }

    private static int integer(List<Value> a, int i) {
        if (a.get(i) instanceof Value.Num n) {
            return Calculator.whole(n, "a whole number is needed here");
        }
        throw wrong(a, i, "a whole number");
    }

    private static ValueException wrong(List<Value> a, int i, String expected) {
        return new ValueException(
                ValueException.Reason.TYPES,
                "expected " + expected + ", found " + a.get(i).kind());
    }
}
