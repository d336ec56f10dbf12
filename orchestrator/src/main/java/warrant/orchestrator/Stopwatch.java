package warrant.orchestrator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Seconds by stage. */
public final class Stopwatch {
    private final Clock clock;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private Instant last;

    public Stopwatch(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Ends a stage; the time since the stage before it is added to its name. */
    public void lap(String stage) {
        Instant now = clock.instant();
        seconds.merge(stage, Duration.between(last, now).toMillis() / 1000.0, Double::sum);
        last = now;
    }

    public Map<String, Double> seconds() {
        return Map.copyOf(seconds);
    }
}
