package warrant.orchestrator.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether requests are at work, and since when none is. */
public final class Activity {
    private final Clock clock;
    private final AtomicInteger open = new AtomicInteger();
    private volatile Instant last;

    Activity(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    void begin() {
        open.incrementAndGet();
    }

    void end() {
        last = clock.instant();
        open.decrementAndGet();
    }

    /** @return how long no request was at work */
    Duration quiet() {
        return open.get() > 0 ? Duration.ZERO : Duration.between(last, clock.instant());
    }
}
