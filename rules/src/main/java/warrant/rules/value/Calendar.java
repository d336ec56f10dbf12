package warrant.rules.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days are business days.
 *
 * @param dates holidays of one year
 * @param yearly holidays of every year
 */
public record Calendar(String name, Set<DayOfWeek> weekend, Set<LocalDate> dates, Set<MonthDay> yearly) {
    /** Saturday and Sunday, no holidays. */
    public static final Calendar DEFAULT =
            new Calendar("default", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), Set.of());

    private static final int MAX_STEPS = 100_000;

    public Calendar {
        weekend = Set.copyOf(weekend);
        dates = Set.copyOf(dates);
        yearly = Set.copyOf(yearly);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("calendar " + name + " has no business day: every day is weekend");
        }
    }

    /** @param holidays {@code 2024-01-26} or, for every year, {@code 05-01} */
    public static Calendar of(String name, Set<DayOfWeek> weekend, List<String> holidays) {
        Set<LocalDate> dates = holidays.stream()
                .filter(h -> h.length() > 5)
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
        Set<MonthDay> yearly = holidays.stream()
                .filter(h -> h.length() <= 5)
                .map(h -> MonthDay.parse("--" + h))
                .collect(Collectors.toSet());
        return new Calendar(name, weekend, dates, yearly);
    }

    public boolean isBusinessDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !dates.contains(day) && !yearly.contains(MonthDay.from(day));
    }

    /** @return false when the calendar lists holidays by full dates, but none from this year or around it */
    public boolean covers(LocalDate day) {
        if (dates.isEmpty()) {
            return true;
        }
        return dates.stream().anyMatch(d -> d.getYear() == day.getYear());
    }

    /** @return the n-th business day after the date, or before it when n is negative; the date itself for 0 */
    public LocalDate plus(LocalDate date, int n) {
        int step = n < 0 ? -1 : 1;
        int left = Math.abs(n);
        int steps = 0;
        LocalDate day = date;
        while (left > 0) {
            day = day.plusDays(step);
            left -= isBusinessDay(day) ? 1 : 0;
            if (++steps > MAX_STEPS) {
                throw new ValueException(ValueException.Reason.LIMIT, n + " business days lie too far from " + date);
            }
        }
        return day;
    }

    public LocalDate next(LocalDate date) {
        LocalDate day = date;
        for (int steps = 0; !isBusinessDay(day); steps++) {
            if (steps > MAX_STEPS) {
                throw new ValueException(ValueException.Reason.LIMIT, "calendar " + name + " has no business day");
            }
            day = day.plusDays(1);
        }
        return day;
    }
}
