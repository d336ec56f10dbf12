package warrant.graph;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days on which something holds: from the first day, included, until a day, excluded. A missing end is open. */
public record Interval(@Nullable LocalDate from, @Nullable LocalDate until) {
    public static final Interval ALWAYS = new Interval(null, null);

    public Interval {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "an interval must begin before it ends: from " + from + " until " + until);
        }
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
