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
    private final String kind;
    private final Clock clock;
    private final Instant began;
    private final List<Event> events = new ArrayList<>();
    private final List<Consumer<Event>> listeners = new ArrayList<>();
    private final Map<String, Double> stages = new LinkedHashMap<>();

    private String stage = "";
    private Instant stageBegan;
    private Instant lastCount = Instant.MIN;
    private State state = State.RUNNING;
    private @Nullable Object result;
    private @Nullable Throwable failure;

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * Something that happened.
     *
     * @param type {@code stage}, {@code count}, {@code line}, {@code done} or {@code failed}
     * @param seconds since the job began
     */
    public record Event(String type, String text, long done, long total, double seconds) {}

    Job(String id, String kind, Clock clock) {
        this.id = id;
        this.kind = kind;
        this.clock = clock;
        this.began = clock.instant();
        this.stageBegan = began;
    }

    public String id() {
        return id;
    }

    public String kind() {
        return kind;
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

    synchronized void succeed(Object value) {
        endStage();
        result = value;
        state = State.DONE;
        tell("done", kind, 0, 0);
    }

    synchronized void fail(Throwable cause) {
        endStage();
        failure = cause;
        state = State.FAILED;
        tell("failed", cause.getMessage() == null ? cause.toString() : cause.getMessage(), 0, 0);
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

    /** Tells a listener all that happened so far, then all that will; the last event is done or failed. */
    public synchronized void listen(Consumer<Event> listener) {
        events.forEach(listener);
        if (state == State.RUNNING) {
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

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private void tell(String type, String text, long done, long total) {
        Event event = new Event(type, text, done, total, seconds(began));
        if (type.equals("count")) {
            events.removeIf(old -> old.type().equals("count") && old.text().equals(text));
        }
        if (events.size() < EVENTS || state != State.RUNNING) {
            events.add(event);
        }
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }
}
