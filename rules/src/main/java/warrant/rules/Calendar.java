package warrant.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Which days are business days.
 *
 * @param holidays days off of one year
 * @param yearly days off of every year
 */
public record Calendar(String name, Set<DayOfWeek> weekend, Set<LocalDate> holidays, Set<MonthDay> yearly) {
    public Calendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        yearly = Set.copyOf(yearly);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("calendar " + name + " has no business day");
        }
    }

    /** What counts where a matter names no calendar: Saturday and Sunday, no holidays. */
    public static Calendar plain() {
        return new Calendar("default", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), Set.of());
    }

    public boolean isBusinessDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day) && !yearly.contains(MonthDay.from(day));
    }
}
