package warrant.orchestrator.owner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a job may spend; where one is spent the job stops, and what is done is kept.
 *
 * @param time at work, without pauses; null: as long as it takes
 * @param tokens that the language model reads for it; 0: as many as it takes
 */
public record Budget(@Nullable Duration time, long tokens) {
    public static final Budget NONE = new Budget(null, 0);

    public Budget {
        if ((time != null && (time.isNegative() || time.isZero())) || tokens < 0) {
            throw new IllegalArgumentException("a budget is a time above zero and a number of tokens from zero on, not "
                    + time + " and " + tokens);
        }
    }
}
