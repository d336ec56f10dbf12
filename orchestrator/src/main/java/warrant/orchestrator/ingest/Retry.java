package warrant.orchestrator.ingest;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import warrant.llm.ModelException;

/**
 * Asks again, after longer and longer waits, when a model fails in a way that may pass. When several pieces of work
 * fail one after the other it fails for good: then it is not the piece that is at fault.
 */
public final class Retry {
    /** Waits of an ingestion: six seconds in all. */
    public static final List<Duration> WAITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));

    private static final int PATIENCE = 3;

    private final List<Duration> waits;
    private int failedInARow;

    public Retry(List<Duration> waits) {
        this.waits = List.copyOf(waits);
    }

    /** A failure that ends all work, because nothing succeeds any more. */
    public static final class Hopeless extends RuntimeException {
        private static final long serialVersionUID = 1;

        Hopeless(ModelException cause) {
            super(PATIENCE + " passages in a row could not be read: " + cause.getMessage(), cause);
        }
    }

    /**
     * @throws ModelException if it fails every time, or in a way that does not pass
     * @throws Hopeless if that was so the last times too
     */
    public <T> T of(Supplier<T> work) {
        for (int attempt = 0; ; attempt++) {
            try {
                T done = work.get();
                failedInARow = 0;
                return done;
            } catch (ModelException e) {
                if (!passes(e) || attempt == waits.size()) {
                    if (++failedInARow >= PATIENCE) {
                        throw new Hopeless(e);
                    }
                    throw e;
                }
                sleep(waits.get(attempt), e);
            }
        }
    }

    private static boolean passes(ModelException failure) {
        return switch (failure.code()) {
            case UPSTREAM, US -> true;
            case USER, LIMIT -> false;
        };
    }

    private static void sleep(Duration wait, ModelException failure) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
