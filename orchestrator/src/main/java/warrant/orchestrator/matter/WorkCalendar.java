package warrant.orchestrator.matter;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Which days are no business days.
 *
 * @param holidays days of one year
 * @param everyYear days of every year
 */
public record WorkCalendar(String name, Set<DayOfWeek> weekend, Set<LocalDate> holidays, Set<MonthDay> everyYear) {
    /** What holds where a matter names no calendar. */
    public static final WorkCalendar WEEKDAYS =
            new WorkCalendar("weekdays", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), Set.of());

    public WorkCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        everyYear = Set.copyOf(everyYear);
    }
}
