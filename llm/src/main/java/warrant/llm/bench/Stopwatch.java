package warrant.llm.bench;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes times by the wall: the best of a few rounds after one that warms up, fewer where the time is over. */
final class Stopwatch {
    private static final int ROUNDS = 2;

    private final long end;

    /** @param seconds after which nothing more is begun */
    Stopwatch(double seconds) {
        this.end = System.nanoTime() + (long) (seconds * 1e9);
    }

    /** A round, in seconds. */
    interface Round {
        double run(int round);
    }

    boolean isOver() {
        return System.nanoTime() > end;
    }

    double best(Round measured) {
        double best = measured.run(0);
        boolean warm = false;
        for (int round = 1; round <= ROUNDS && !isOver(); round++) {
            double seconds = measured.run(round);
            best = warm ? Math.min(best, seconds) : seconds;
            warm = true;
        }
        return best;
    }

    static <T> double seconds(Supplier<T> work) {
        return seconds(work, done -> {});
    }

    /** @param after what is done with the result, without its time */
    static <T> double seconds(Supplier<T> work, Consumer<T> after) {
        long start = System.nanoTime();
        T done = work.get();
        double seconds = since(start);
        after.accept(done);
        return seconds;
    }

    static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
