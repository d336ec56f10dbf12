package warrant.rules.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Arithmetic of durations. Business days only meet business days of the same calendar. */
final class Durations {
    /** Between any of these and the day a duration later lie the fewest and the most days (XML Schema 1.1, 3.2.6.2). */
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(1696, 9, 1), LocalDate.of(1697, 2, 1), LocalDate.of(1903, 3, 1), LocalDate.of(1903, 7, 1));

    private static final int MAX_MONTHS = 1_000_000;

    private Durations() {}

    static Value.Duration sum(Value.Duration a, Value.Duration b) {
        boolean business = a.businessDays() != 0 || b.businessDays() != 0;
        boolean calendarDays = hasCalendarPart(a) || hasCalendarPart(b);
        if (business && (calendarDays || !Objects.equals(a.calendar(), b.calendar()))) {
            throw new ValueException(
                    ValueException.Reason.UNITS,
                    "business days can only be added to business days of the same calendar. Maybe add both to a date.");
        }
        long months = a.totalMonths() + b.totalMonths();
        long days = (long) a.days() + b.days();
        return made(
                (long) a.years() + b.years(),
                (long) a.months() + b.months(),
                months,
                days,
                (long) a.businessDays() + b.businessDays(),
                a);
    }

    static Value.Duration times(Value.Duration d, int factor) {
        return made(
                (long) d.years() * factor,
                (long) d.months() * factor,
                d.totalMonths() * factor,
                (long) d.days() * factor,
                (long) d.businessDays() * factor,
                d);
    }

    private static Value.Duration made(
            long years, long months, long total, long days, long businessDays, Value.Duration like) {
        if (Math.abs(total) > MAX_MONTHS || Math.abs(days) > 31L * MAX_MONTHS || Math.abs(businessDays) > MAX_MONTHS) {
            throw new ValueException(ValueException.Reason.LIMIT, "a duration of more than 80,000 years");
        }
        if (Long.signum(total) * Long.signum(days) < 0) {
            throw new ValueException(
                    ValueException.Reason.RANGE, "months and days of different signs make no duration");
        }
        boolean mixed = Long.signum(years) * Long.signum(months) < 0;
        return new Value.Duration(
                mixed ? 0 : (int) years,
                mixed ? (int) total : (int) months,
                (int) days,
                (int) businessDays,
                like.calendar());
    }

    /** Orders as XML Schema does: only where the order is the same from every day on. */
    static int compare(Value.Duration a, Value.Duration b) {
        if (a.equals(b)) {
            return 0;
        }
        if (a.businessDays() != 0 || b.businessDays() != 0) {
            boolean comparable =
                    !hasCalendarPart(a) && !hasCalendarPart(b) && Objects.equals(a.calendar(), b.calendar());
            if (comparable) {
                return Integer.compare(a.businessDays(), b.businessDays());
            }
            throw new ValueException(ValueException.Reason.UNITS, "business days and other days have no order");
        }
        List<Integer> orders = STARTS.stream()
                .map(start -> Integer.signum(end(start, a).compareTo(end(start, b))))
                .distinct()
                .toList();
        if (orders.size() > 1) {
            throw new ValueException(
                    ValueException.Reason.UNITS, "which of the two durations is longer depends on the month");
        }
        return orders.getFirst();
    }

    private static LocalDate end(LocalDate start, Value.Duration d) {
        return start.plusMonths(d.totalMonths()).plusDays(d.days());
    }

    private static boolean hasCalendarPart(Value.Duration d) {
        return d.totalMonths() != 0 || d.days() != 0;
    }
}
