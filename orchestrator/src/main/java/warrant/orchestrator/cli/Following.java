package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.owner.Spoken;

/** Follows a job to its end, telling what happens and, when nothing does, that it is still at work. */
final class Following {
    private static final int QUIET_SECONDS = 8;
    private static final double BETWEEN_COUNTS = 3;
    /** What is stopped has done something too. */
    private static final Set<String> FINE = Set.of("DONE", "CANCELLED", "STOPPED");

    private final OwnerClient owner;
    private final Consumer<String> tell;
    private String stage = "";
    private String lastCount = "";
    private double toldCount = -BETWEEN_COUNTS;

    Following(OwnerClient owner, Consumer<String> tell) {
        this.owner = owner;
        this.tell = tell;
    }

    /** What a reading thread hands over: an event, the end, or why there are no more. */
    private record Message(
            @Nullable JsonNode event, @Nullable RuntimeException failure) {}

    /** @return the job's result */
    JsonNode toEnd(String job) {
        BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> read(job, messages));
        while (true) {
            Message message = next(messages);
            JsonNode event = message == null ? null : message.event();
            if (message == null) {
                tell.accept("  still at work: " + stage + (lastCount.isEmpty() ? "" : ", " + lastCount));
            } else if (message.failure() != null) {
                throw message.failure();
            } else if (event == null) {
                return result(job);
            } else {
                show(event);
            }
        }
    }

    private void read(String job, BlockingQueue<Message> messages) {
        try {
            for (Iterator<JsonNode> events = owner.events(job); events.hasNext(); ) {
                messages.add(new Message(events.next(), null));
            }
            messages.add(new Message(null, null));
        } catch (RuntimeException e) {
            // handed to the thread that waits, which throws it
            messages.add(new Message(null, e));
        }
    }

    private static @Nullable Message next(BlockingQueue<Message> messages) {
        try {
            return messages.poll(QUIET_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Who.USER, "interrupted; the owner goes on with the work", e);
        }
    }

    private JsonNode result(String job) {
        JsonNode ended = owner.get("/v1/jobs/" + job);
        if (FINE.contains(ended.path("state").asText()) && ended.hasNonNull("result")) {
            return ended;
        }
        if (ended.hasNonNull("problem")) {
            throw OwnerClient.failure(ended.path("problem"), 500);
        }
        throw new Failure(Failure.Who.UPSTREAM, "the owner stopped telling of job " + job + " before it ended");
    }

    private void show(JsonNode event) {
        String text = event.path("text").asText();
        double seconds = event.path("seconds").asDouble();
        switch (event.path("type").asText()) {
            case "stage" -> {
                stage = text;
                lastCount = "";
                tell.accept(at(seconds) + text);
            }
            case "count" -> {
                long total = event.path("total").asLong();
                long done = event.path("done").asLong();
                lastCount = text + " " + done + (total > 0 ? " of " + total : "") + left(event);
                if (seconds - toldCount >= BETWEEN_COUNTS || done == total) {
                    toldCount = seconds;
                    tell.accept(at(seconds) + stage + ": " + lastCount);
                }
            }
            case "line", "paused", "resumed", "cancelled", "stopped" -> tell.accept(at(seconds) + text);
            default -> {}
        }
    }

    private static String left(JsonNode event) {
        return event.path("left").isNumber() && event.path("left").asDouble() >= 1
                ? ", about "
                        + Spoken.of(Duration.ofMillis(
                                (long) (1000 * event.path("left").asDouble()))) + " to go"
                : "";
    }

    private static String at(double seconds) {
        return String.format(Locale.ROOT, "  [%5.1f s] ", seconds);
    }
}
