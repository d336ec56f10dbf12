package warrant.orchestrator.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import warrant.orchestrator.bench.RuleSpeed.Figure;

/** Wall time of calls. */
final class Timing {
    private static final double MILLIS = 1e6;

    private Timing() {}

    static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Times each of so many calls after a tenth of them untimed. */
    static double[] millis(int calls, IntConsumer call) {
        for (int i = 0; i < calls / 10; i++) {
            call.accept(i);
        }
        double[] millis = new double[calls];
        for (int i = 0; i < calls; i++) {
            long begin = System.nanoTime();
            call.accept(i);
            millis[i] = (System.nanoTime() - begin) / MILLIS;
        }
        Arrays.sort(millis);
        return millis;
    }

    /** @param sorted as {@link #millis} gives them */
    static List<Figure> percentiles(String who, String what, double[] sorted) {
        return List.of(
                new Figure(who, what + ", median", sorted[sorted.length / 2], "ms"),
                new Figure(who, what + ", 95th percentile", sorted[(int) (sorted.length * 0.95)], "ms"));
    }

    static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
