package warrant.rules.check;

import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.check.Value.Day;
import warrant.rules.check.Value.Sized;
import warrant.rules.check.Value.Span;
import warrant.rules.check.Value.Text;
import warrant.rules.check.Value.Truth;

/** Expressions, computed a second time. */
final class Arithmetic {
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(1696, 9, 1), LocalDate.of(1697, 2, 1), LocalDate.of(1903, 3, 1), LocalDate.of(1903, 7, 1));
    private static final int MOST_DAYS = 100_000;

    private final List<Certificate.BusinessCalendar> calendars;

    Arithmetic(List<Certificate.BusinessCalendar> calendars) {
        this.calendars = calendars;
    }

    /** @return the term in a place of a triple; null for a variable that is not bound */
    static @Nullable Term term(Form.Group place, Map<String, Term> bindings) {
        return switch (place.word()) {
            case "var" -> bindings.get(place.text(1));
            case "named" -> bindings.get("@" + place.text(1));
            case "entity" -> new warrant.graph.Entity(place.text(1));
            case "literal" -> new Literal(place.text(1), place.text(2));
            default -> throw new Rejection("not a term: " + place.word());
        };
    }

    Value value(Form.Group expr, Map<String, Term> bindings) {
        return switch (expr.word()) {
            case "+" -> sum(value(expr.group(1), bindings), value(expr.group(2), bindings));
            case "-" -> difference(value(expr.group(1), bindings), value(expr.group(2), bindings));
            case "*" -> product(value(expr.group(1), bindings), value(expr.group(2), bindings));
            case "/" -> quotient(value(expr.group(1), bindings), value(expr.group(2), bindings));
            case "minus" -> negated(value(expr.group(1), bindings));
            case "call" -> call(expr, bindings);
            default -> {
                Term term = term(expr, bindings);
                if (term == null) {
                    throw new Rejection("a variable without a value: " + expr);
                }
                yield Value.of(term);
            }
        };
    }

    private static Rejection none(Value one, String sign, Value other) {
        return new Rejection("no such value: " + one + " " + sign + " " + other);
    }

    Value sum(Value one, Value other) {
        if (one instanceof Sized a && other instanceof Sized b && a.unit().equals(b.unit())) {
            return a.resized(a.size().plus(b.size()));
        }
        if (one instanceof Day(LocalDate day) && other instanceof Span span) {
            return later(day, span);
        }
        if (one instanceof Span span && other instanceof Day(LocalDate day)) {
            return later(day, span);
        }
        if (one instanceof Span a && other instanceof Span b) {
            return new Span(
                    a.months() + b.months(),
                    a.days() + b.days(),
                    a.businessDays() + b.businessDays(),
                    a.calendar() == null ? b.calendar() : a.calendar());
        }
        throw none(one, "+", other);
    }

    private Value difference(Value one, Value other) {
        if (other instanceof Day) {
            throw none(one, "-", other);
        }
        return sum(one, negated(other));
    }

    private static Value negated(Value value) {
        if (value instanceof Sized sized) {
            return sized.resized(sized.size().negated());
        }
        if (value instanceof Span span) {
            return new Span(-span.months(), -span.days(), -span.businessDays(), span.calendar());
        }
        throw none(value, "negated", value);
    }

    private static Value product(Value one, Value other) {
        if (one instanceof Sized a
                && other instanceof Sized b
                && (a.unit().isEmpty() || b.unit().isEmpty())) {
            return new Sized(a.size().times(b.size()), a.unit() + b.unit());
        }
        Span span = one instanceof Span left ? left : other instanceof Span right ? right : null;
        Sized factor = one instanceof Sized left ? left : other instanceof Sized right ? right : null;
        if (span != null && factor != null && factor.unit().isEmpty()) {
            long n = factor.size().whole();
            return new Span(span.months() * n, span.days() * n, span.businessDays() * n, span.calendar());
        }
        throw none(one, "*", other);
    }

    static Value quotient(Value one, Value other) {
        if (one instanceof Sized a
                && other instanceof Sized b
                && (b.unit().isEmpty() || a.unit().equals(b.unit()))) {
            return new Sized(a.size().dividedBy(b.size()), b.unit().isEmpty() ? a.unit() : "");
        }
        throw none(one, "/", other);
    }

    private Day later(LocalDate day, Span span) {
        LocalDate moved = day.plusMonths(span.months()).plusDays(span.days());
        long left = Math.abs(span.businessDays());
        for (int i = 0; left > 0; i++) {
            if (i > MOST_DAYS) {
                throw new Rejection("too many business days: " + span);
            }
            moved = moved.plusDays(span.businessDays() < 0 ? -1 : 1);
            left -= isBusinessDay(moved, span.calendar()) ? 1 : 0;
        }
        return new Day(moved);
    }

    private boolean isBusinessDay(LocalDate day, @Nullable String name) {
        for (Certificate.BusinessCalendar calendar : calendars) {
            if (name == null || calendar.name().equals(name)) {
                return !calendar.weekend().contains(day.getDayOfWeek().name())
                        && !calendar.holidays().contains(day.toString())
                        && !calendar.holidays().contains(MonthDay.from(day).toString());
            }
        }
        if (name != null) {
            throw new Rejection("no calendar " + name);
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    int compare(Value one, Value other) {
        if (one instanceof Sized a && other instanceof Sized b && a.unit().equals(b.unit())) {
            return a.size().compareTo(b.size());
        }
        if (one instanceof Day(LocalDate a) && other instanceof Day(LocalDate b)) {
            return a.compareTo(b);
        }
        if (one instanceof Text(String a) && other instanceof Text(String b)) {
            return java.util.Arrays.compare(
                    a.codePoints().toArray(), b.codePoints().toArray());
        }
        if (one instanceof Span a && other instanceof Span b) {
            return compare(a, b);
        }
        throw none(one, "against", other);
    }

    private static int compare(Span a, Span b) {
        if (a.equals(b)) {
            return 0;
        }
        if (a.businessDays() != 0 || b.businessDays() != 0) {
            if (a.hasCalendarPart() || b.hasCalendarPart() || !java.util.Objects.equals(a.calendar(), b.calendar())) {
                throw none(a, "against", b);
            }
            return Long.compare(a.businessDays(), b.businessDays());
        }
        List<Integer> orders = STARTS.stream()
                .map(start -> Integer.signum(start.plusMonths(a.months())
                        .plusDays(a.days())
                        .compareTo(start.plusMonths(b.months()).plusDays(b.days()))))
                .distinct()
                .toList();
        if (orders.size() > 1) {
            throw none(a, "against", b);
        }
        return orders.getFirst();
    }

    boolean holds(String sign, Value one, Value other) {
        return switch (sign) {
            case "=" -> Value.same(one, other);
            case "!=" -> !Value.same(one, other);
            case "<" -> compare(one, other) < 0;
            case "<=" -> compare(one, other) <= 0;
            case ">" -> compare(one, other) > 0;
            case ">=" -> compare(one, other) >= 0;
            default -> throw new Rejection("not a comparison: " + sign);
        };
    }

    private Value call(Form.Group call, Map<String, Term> bindings) {
        List<Value> values = new ArrayList<>();
        String option = call.field("option");
        call.groups().stream()
                .filter(argument -> !argument.word().equals("option"))
                .forEach(argument -> values.add(value(argument, bindings)));
        return switch (call.text(1)) {
            case "days" -> Value.number(ChronoUnit.DAYS.between(day(values, 0), day(values, 1)));
            case "months" -> Value.number(completed(day(values, 0), day(values, 1), 1));
            case "years" -> Value.number(completed(day(values, 0), day(values, 1), 12));
            case "round" -> rounded(values, option);
            case "min" -> extreme(values, -1);
            case "max" -> extreme(values, 1);
            case "abs" -> sized(values, 0).size().over().signum() < 0 ? negated(values.getFirst()) : values.getFirst();
            case "year" -> Value.number(day(values, 0).getYear());
            case "month" -> Value.number(day(values, 0).getMonthValue());
            case "day" -> Value.number(day(values, 0).getDayOfMonth());
            case "date" -> new Day(LocalDate.of(whole(values, 0), whole(values, 1), whole(values, 2)));
            case "next-business-day" -> nextBusinessDay(day(values, 0), option);
            case "concat" -> new Text(concat(call, bindings));
            case "lower" -> new Text(text(values, 0).toLowerCase(Locale.ROOT));
            case "contains" -> new Truth(text(values, 0).contains(text(values, 1)));
            case "starts-with" -> new Truth(text(values, 0).startsWith(text(values, 1)));
            case "substring" -> substring(values);
            case "number" -> number(values.getFirst());
            default -> throw new Rejection("no function " + call.text(1));
        };
    }

    private static long completed(LocalDate a, LocalDate b, int unit) {
        if (b.isBefore(a)) {
            return -completed(b, a, unit);
        }
        long n = 0;
        long most = ChronoUnit.MONTHS.between(a, b) / unit + 1;
        for (long tried = Math.max(0, most - 2); tried <= most; tried++) {
            n = a.plusMonths(tried * unit).isAfter(b) ? n : tried;
        }
        return n;
    }

    private static Value rounded(List<Value> values, @Nullable String option) {
        RoundingMode mode = switch (String.valueOf(option)) {
            case "half-up" -> RoundingMode.HALF_UP;
            case "half-even" -> RoundingMode.HALF_EVEN;
            case "down" -> RoundingMode.DOWN;
            case "up" -> RoundingMode.UP;
            default -> throw new Rejection("no way of rounding: " + option);
        };
        return sized(values, 0).resized(sized(values, 0).size().rounded(whole(values, 1), mode));
    }

    private Value extreme(List<Value> values, int sign) {
        Value best = values.getFirst();
        for (Value value : values) {
            best = compare(value, best) * sign > 0 ? value : best;
        }
        return best;
    }

    private Value nextBusinessDay(LocalDate from, @Nullable String calendar) {
        LocalDate day = from;
        for (int i = 0; !isBusinessDay(day, calendar); i++) {
            if (i > MOST_DAYS) {
                throw new Rejection("no business day after " + from);
            }
            day = day.plusDays(1);
        }
        return new Day(day);
    }

    /** Only texts and whole numbers can be joined here as they are written. */
    private String concat(Form.Group call, Map<String, Term> bindings) {
        StringBuilder out = new StringBuilder();
        for (Form.Group argument : call.groups()) {
            boolean place = List.of("var", "literal").contains(argument.word());
            Term term = place ? term(argument, bindings) : null;
            out.append(term instanceof Literal literal ? Shown.of(literal) : Shown.of(value(argument, bindings)));
        }
        return out.toString();
    }

    private static Value substring(List<Value> values) {
        String text = text(values, 0);
        int begin = text.offsetByCodePoints(0, whole(values, 1));
        return new Text(text.substring(begin, text.offsetByCodePoints(begin, whole(values, 2) - whole(values, 1))));
    }

    private static Value number(Value value) {
        if (!(value instanceof Text(String text))) {
            return value;
        }
        String plain = text.strip();
        return Value.of(new Literal(plain, plain.endsWith("%") ? Datatypes.PERCENTAGE : Datatypes.DECIMAL));
    }

    private static Sized sized(List<Value> values, int at) {
        if (at < values.size() && values.get(at) instanceof Sized sized) {
            return sized;
        }
        throw new Rejection("a number is needed: " + values);
    }

    private static int whole(List<Value> values, int at) {
        return sized(values, at).size().whole();
    }

    private static LocalDate day(List<Value> values, int at) {
        if (at < values.size() && values.get(at) instanceof Day(LocalDate day)) {
            return day;
        }
        throw new Rejection("a date is needed: " + values);
    }

    private static String text(List<Value> values, int at) {
        if (at < values.size() && values.get(at) instanceof Text(String text)) {
            return text;
        }
        throw new Rejection("a text is needed: " + values);
    }
}
