package warrant.orchestrator.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.Progress;

/** Long work, its progress and what came of it. Safe for many threads. */
public final class Job implements Progress {
    private static final Duration BETWEEN_COUNTS = Duration.ofMillis(500);
    private static final int EVENTS = 10_000;

    private final String id;
    private final Order order;
    private final Clock clock;
    private final Instant began;
    private final Rein rein;
    private final Pace pace = new Pace();
    private final List<Event> events = new ArrayList<>();
    private final List<Consumer<Event>> listeners = new ArrayList<>();
    private final Map<String, Double> stages = new LinkedHashMap<>();

    private String stage = "";
    private Instant stageBegan;
    private Instant lastCount = Instant.MIN;
    private State state = State.WAITING;
    private @Nullable Object result;
    private @Nullable Throwable failure;

    /** How far it is. */
    public enum State {
        /** For other work on the same matter to end. */
        WAITING,
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        /** Ended by somebody; what was done is kept. */
        CANCELLED,
        /** Ended by its budget; what was done is kept. */
        STOPPED;

        public boolean ended() {
            return switch (this) {
                case WAITING, RUNNING, PAUSED -> false;
                case DONE, FAILED, CANCELLED, STOPPED -> true;
            };
        }
    }

    /**
     * What is wanted.
     *
     * @param matter what it works on: jobs of one matter come one after the other
     * @param rate units of {@link Progress#work} a second that such work is known to do; 0: not known
     */
    public record Order(String kind, String matter, Budget budget, double rate) {}

    /**
     * Something that happened.
     *
     * @param type {@code stage}, {@code count}, {@code line}, {@code paused}, {@code resumed}; the last one is
     *     {@code done}, {@code failed}, {@code cancelled} or {@code stopped}
     * @param seconds since the job began
     * @param left seconds that the rest is thought to take, where that is known
     */
    public record Event(
            String type,
            String text,
            long done,
            long total,
            double seconds,
            @Nullable Double left) {

        /** Tells whether no more events come after one. */
        public static boolean ends(Event event) {
            return switch (event.type()) {
                case "done", "failed", "cancelled", "stopped" -> true;
                default -> false;
            };
        }
    }

    /**
     * How it goes.
     *
     * @param done units of work, of
     * @param total which the unit is the job's own
     * @param rate units a second
     * @param left seconds that the rest is thought to take
     * @param foretold seconds that all was thought to take after the first twentieth, and
     * @param taken seconds that it took so far
     * @param tokens that the language model read for it
     */
    public record Standing(
            String stage,
            long done,
            long total,
            double rate,
            @Nullable Double left,
            @Nullable Double foretold,
            double taken,
            long tokens) {}

    Job(String id, Order order, Clock clock, Rein rein) {
        this.id = id;
        this.order = order;
        this.clock = clock;
        this.rein = rein;
        this.began = clock.instant();
        this.stageBegan = began;
    }

    public String id() {
        return id;
    }

    public Order order() {
        return order;
    }

    @Override
    public synchronized void stage(String name) {
        endStage();
        stage = name;
        tell("stage", name, 0, 0);
    }

    @Override
    public synchronized void count(String what, long done, long total) {
        Instant now = clock.instant();
        if (done == total || Duration.between(lastCount, now).compareTo(BETWEEN_COUNTS) >= 0) {
            lastCount = now;
            tell("count", what, done, total);
        }
    }

    @Override
    public synchronized void line(String text) {
        tell("line", text, 0, 0);
    }

    @Override
    public synchronized void work(long done, long total) {
        pace.at(done, total, rein.worked());
        if (done == 0 && total > 0 && order.rate() > 0) {
            line("about " + Spoken.of(pace.left(order.rate())) + " of work, at the rate of earlier");
        }
    }

    @Override
    public void checkpoint() {
        rein.checkpoint();
    }

    /** Lets it wait after the piece of work that it is at; nothing if it has ended. */
    public void pause() {
        steer(State.RUNNING, State.PAUSED, "paused");
    }

    /** Lets a paused job go on; nothing if it is not paused. */
    public void resume() {
        steer(State.PAUSED, State.RUNNING, "resumed");
    }

    private synchronized void steer(State from, State to, String told) {
        if (state == from) {
            state = to;
            rein.pause(to == State.PAUSED);
            tell(told, order.kind(), 0, 0);
        }
    }

    /** Ends it after the piece of work that it is at; nothing if it has ended. */
    public void cancel() {
        rein.cancel();
    }

    /** Waits for its first turn. */
    void begin() {
        synchronized (this) {
            state = State.RUNNING;
        }
        rein.begin();
    }

    synchronized void succeed(Object value) {
        endStage();
        result = value;
        state = rein.stopped() == null ? State.DONE : stoppedState();
        tell(state.name().toLowerCase(java.util.Locale.ROOT), rein.reason(order.kind()), 0, 0);
    }

    synchronized void fail(Throwable cause) {
        endStage();
        failure = cause;
        state = rein.stopped() == null ? State.FAILED : stoppedState();
        tell(
                state.name().toLowerCase(java.util.Locale.ROOT),
                rein.reason(cause.getMessage() == null ? cause.toString() : cause.getMessage()),
                0,
                0);
    }

    private State stoppedState() {
        return rein.isCancelled() ? State.CANCELLED : State.STOPPED;
    }

    public synchronized State state() {
        return state;
    }

    public synchronized @Nullable Object result() {
        return result;
    }

    public synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** @return seconds spent in each stage, in their order */
    public synchronized Map<String, Double> stages() {
        return new LinkedHashMap<>(stages);
    }

    public synchronized Standing standing() {
        Duration foretold = pace.foretold();
        return new Standing(
                stage,
                pace.done(),
                pace.total(),
                pace.rate(),
                left(),
                foretold == null ? null : foretold.toMillis() / 1000.0,
                pace.taken().toMillis() / 1000.0,
                rein.tokens());
    }

    /** Tells a listener all that happened so far, then all that will, to the event that ends it. */
    public synchronized void listen(Consumer<Event> listener) {
        events.forEach(listener);
        if (!state.ended()) {
            listeners.add(listener);
        }
    }

    public synchronized void leave(Consumer<Event> listener) {
        listeners.remove(listener);
    }

    private void endStage() {
        if (!stage.isEmpty()) {
            stages.merge(stage, seconds(stageBegan), Double::sum);
        }
        stageBegan = clock.instant();
    }

    private @Nullable Double left() {
        Duration left = state.ended() || pace.total() == 0 ? null : pace.left();
        return left == null ? null : left.toMillis() / 1000.0;
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private void tell(String type, String text, long done, long total) {
        Event event = new Event(type, text, done, total, seconds(began), type.equals("count") ? left() : null);
        if (type.equals("count")) {
            events.removeIf(old -> old.type().equals("count") && old.text().equals(text));
        }
        if (events.size() < EVENTS || state.ended()) {
            events.add(event);
        }
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }
}
