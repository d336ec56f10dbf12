package warrant.orchestrator.eval.suite;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a suite is asked to do.
 *
 * @param data the folder of the data set
 * @param limit at most so many items, a sample over its strata; 0: all
 * @param seed of the sample
 * @param options what only some suites know, by name, such as {@code polarity}
 * @param progress is told how the work goes on
 * @param journals folder in which a {@link Journal} keeps what is finished; null: nowhere
 */
public record Request(
        Path data,
        int limit,
        long seed,
        Map<String, String> options,
        Consumer<String> progress,
        @Nullable Path journals) {
    /** So that two runs with the same limit ask the same items. */
    public static final long SEED = 20_261_124;

    public Request {
        options = Map.copyOf(options);
        if (limit < 0) {
            throw new SuiteException("the limit is negative: " + limit);
        }
    }

    /** A request that keeps nothing for later runs. */
    public Request(Path data, int limit, long seed, Map<String, String> options, Consumer<String> progress) {
        this(data, limit, seed, options, progress, null);
    }

    /** All items, without options, silently. */
    public static Request of(Path data) {
        return new Request(data, 0, SEED, Map.of(), told -> {});
    }

    public boolean has(String option) {
        return options.containsKey(option);
    }

    public Request with(String option) {
        return new Request(data, limit, seed, Map.of(option, ""), progress, journals);
    }

    /** @return the same, with what is finished kept in a folder */
    public Request keptIn(Path folder) {
        return new Request(data, limit, seed, options, progress, folder);
    }
}
