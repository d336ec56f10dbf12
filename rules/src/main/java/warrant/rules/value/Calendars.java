package warrant.rules.value;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calendars of a matter; the first is the default. */
public record Calendars(List<Calendar> calendars) {
    /** No calendars of its own: Saturday and Sunday. */
    public static final Calendars NONE = new Calendars(List.of());

    public Calendars {
        calendars = List.copyOf(calendars);
    }

    public Optional<Calendar> named(String name) {
        return calendars.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public Calendar byDefault() {
        return calendars.isEmpty() ? Calendar.DEFAULT : calendars.getFirst();
    }

    /** @throws ValueException when the matter does not define a calendar of that name */
    public Calendar get(@Nullable String name) {
        if (name == null) {
            return byDefault();
        }
        return named(name)
                .orElseThrow(() -> new ValueException(
                        ValueException.Reason.CALENDAR,
                        "no calendar '" + name + "'. Maybe one of: "
                                + calendars.stream().map(Calendar::name).collect(Collectors.joining(", "))));
    }
}
