package warrant.graph.neo4j;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import warrant.graph.Change;

/**
 * Works out, from the latest interval of each support that changes touch, which intervals to make and which to close. A
 * support that was closed opens again as an interval of its own; the clock never runs backwards in one support.
 */
final class Ledger {
    /** An interval in which a support is believed; {@code open} is null for one that is stored already. */
    private static final class Interval {
        final String support;
        final Change.@Nullable Open open;
        final Instant recorded;
        final @Nullable Instant before;

        @Nullable Instant closed;

        Interval(String support, Change.@Nullable Open open, Instant recorded, @Nullable Instant closed) {
            this.support = support;
            this.open = open;
            this.recorded = recorded;
            this.before = closed;
            this.closed = closed;
        }
    }

    /** A support to make. */
    record Made(
            Change.Open open, Instant recorded, @Nullable Instant closed) {}

    /** A stored support whose end changes; null opens it again. */
    record Ended(String support, Instant recorded, @Nullable Instant closed) {}

    private final Instant at;
    private final Map<String, Interval> latest = new HashMap<>();
    private final List<Interval> all = new ArrayList<>();

    Ledger(Instant at) {
        this.at = at;
    }

    /** @return the ids of all supports that the changes touch */
    static List<String> touched(Collection<? extends Change> changes) {
        Map<String, Change> ids = new LinkedHashMap<>();
        changes.forEach(change -> ids.put(id(change), change));
        return List.copyOf(ids.keySet());
    }

    private static String id(Change change) {
        return switch (change) {
            case Change.Open open -> open.support();
            case Change.Close close -> close.support();
        };
    }

    /** Notes a stored interval. */
    void stored(String support, Instant recorded, @Nullable Instant closed) {
        Interval known = latest.get(support);
        if (known == null || known.recorded.isBefore(recorded)) {
            Interval interval = new Interval(support, null, recorded, closed);
            latest.put(support, interval);
            all.add(interval);
        }
    }

    void apply(Change change) {
        Interval last = latest.get(id(change));
        switch (change) {
            case Change.Open open -> open(open, last);
            case Change.Close close -> {
                if (last != null && last.closed == null) {
                    last.closed = later(last.recorded, at);
                }
            }
        }
    }

    private void open(Change.Open open, @Nullable Interval last) {
        if (last != null && last.closed == null) {
            return;
        }
        Instant recorded = last == null || last.closed == null ? at : later(last.closed, at);
        if (last != null && last.recorded.equals(recorded)) {
            last.closed = null;
            return;
        }
        Interval interval = new Interval(open.support(), open, recorded, null);
        latest.put(open.support(), interval);
        all.add(interval);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    List<Made> made() {
        List<Made> made = new ArrayList<>();
        for (Interval interval : all) {
            if (interval.open != null) {
                made.add(new Made(interval.open, interval.recorded, interval.closed));
            }
        }
        return made;
    }

    /**
     * @return the latest moment at which an interval that the changes touch begins or ends; never before the changes
     */
    Instant settled() {
        Instant latest = at;
        for (Interval interval : all) {
            latest = later(latest, interval.recorded);
            latest = interval.closed == null ? latest : later(latest, interval.closed);
        }
        return latest;
    }

    List<Ended> ended() {
        return all.stream()
                .filter(interval -> interval.open == null)
                .filter(interval -> !Objects.equals(interval.before, interval.closed))
                .map(interval -> new Ended(interval.support, interval.recorded, interval.closed))
                .toList();
    }
}
