package warrant.orchestrator.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.Stopped;
import warrant.orchestrator.Stopped.Why;

/** Holds a job back: its turn among others, pauses, cancelling, its budget. Safe for many threads. */
final class Rein {
    private final Turns.Turn turn;
    private final Budget budget;
    private final Clock clock;
    private final LongSupplier meter;

    private boolean paused;
    private boolean cancelled;
    private @Nullable Stopped stopped;
    private @Nullable Instant since;
    private Duration before = Duration.ZERO;
    private long tokens;
    private long metered;

    /** @param meter tokens that the language model has read for all jobs so far */
    Rein(Turns.Turn turn, Budget budget, Clock clock, LongSupplier meter) {
        this.turn = turn;
        this.budget = budget;
        this.clock = clock;
        this.meter = meter;
    }

    /** Waits for its first turn. */
    void begin() {
        synchronized (this) {
            since = clock.instant();
        }
        take();
    }

    /** Lets others have their turn, and ends its own work if that is wanted. */
    void checkpoint() {
        give();
        try {
            awaitGoing();
        } finally {
            take();
        }
        check();
    }

    /** Gives the turn away for good. */
    void end() {
        give();
        turn.leave();
        pauseClock();
    }

    private void take() {
        try {
            turn.begin();
            synchronized (this) {
                metered = meter.getAsLong();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(Why.CANCELLED, "the owner ends; the same command goes on where this was");
        }
    }

    private void give() {
        synchronized (this) {
            tokens += meter.getAsLong() - metered;
            metered = meter.getAsLong();
        }
        turn.end();
    }

    private synchronized void awaitGoing() {
        try {
            while (paused && !cancelled) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancelled = true;
        }
    }

    private synchronized void check() {
        Duration time = budget.time();
        if (cancelled) {
            stop(Why.CANCELLED, "cancelled");
        } else if (time != null && worked().compareTo(time) >= 0) {
            stop(Why.TIME, "the budget of " + Spoken.of(time) + " is spent");
        } else if (budget.tokens() > 0 && tokens >= budget.tokens()) {
            stop(Why.TOKENS, "the budget of " + budget.tokens() + " tokens is spent");
        }
    }

    private void stop(Why why, String reason) {
        Stopped end = new Stopped(why, reason + "; what is done is kept, and the same command goes on from there");
        stopped = end;
        throw end;
    }

    synchronized void pause(boolean wanted) {
        paused = wanted;
        if (wanted) {
            pauseClock();
        } else {
            since = clock.instant();
        }
        notifyAll();
    }

    synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    private synchronized void pauseClock() {
        before = worked();
        since = null;
    }

    /** @return time since it began, without pauses */
    synchronized Duration worked() {
        Instant from = since;
        return from == null ? before : before.plus(Duration.between(from, clock.instant()));
    }

    synchronized long tokens() {
        return tokens;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized @Nullable Stopped stopped() {
        return stopped;
    }

    /** @return why it was stopped, or something else if it was not */
    synchronized String reason(String otherwise) {
        Stopped end = stopped;
        return end == null ? otherwise : String.valueOf(end.getMessage());
    }
}
