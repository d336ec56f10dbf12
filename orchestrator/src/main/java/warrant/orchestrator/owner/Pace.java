package warrant.orchestrator.owner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast a job works, and so how long it will take: what is left, at the rate of what was done. The first piece is
 * left out of the rate as soon as there is a second, because it also pays for what is done once.
 */
final class Pace {
    /** From this share of the work on an estimate is held to be good. */
    private static final double EARLY = 0.05;

    private long total;
    private long done;
    private Duration at = Duration.ZERO;
    private long firstDone;
    private Duration firstAt = Duration.ZERO;
    private Duration began = Duration.ZERO;
    private @Nullable Duration foretold;

    /** @param worked since the job began, without pauses */
    void at(long nowDone, long ofTotal, Duration worked) {
        if (nowDone == 0) {
            began = worked;
        } else if (firstDone == 0) {
            firstDone = nowDone;
            firstAt = worked;
        }
        done = nowDone;
        total = ofTotal;
        at = worked;
        Duration left = left();
        if (foretold == null && left != null && done >= EARLY * total) {
            foretold = at.minus(began).plus(left);
        }
    }

    /** @return units a second, or 0 while nothing is done */
    double rate() {
        boolean several = done > firstDone && at.compareTo(firstAt) > 0;
        double seconds = several ? seconds(at.minus(firstAt)) : seconds(at.minus(began));
        return seconds <= 0 ? 0 : (several ? done - firstDone : done) / seconds;
    }

    /** @return the time that the rest takes at this rate; null while nothing is done */
    @Nullable Duration left() {
        return rate() == 0 ? null : left(rate());
    }

    /** @return the time that the rest takes at a rate of earlier */
    Duration left(double rate) {
        return Duration.ofMillis((long) (1000 * (total - done) / rate));
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }

    /** @return how long the work was to take, as it seemed after its first twentieth */
    @Nullable Duration foretold() {
        return foretold;
    }

    /** @return how long it took so far */
    Duration taken() {
        return at.minus(began);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
