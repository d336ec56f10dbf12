package warrant.orchestrator.owner;

import java.time.Duration;
import java.util.Locale;

/** Says times as people do. */
public final class Spoken {
    private static final int SECONDS = 90;
    private static final int MINUTES = 90;

    private Spoken() {}

    /** @return {@code 40 s}, {@code 12 min}, {@code 3.5 h} */
    public static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < SECONDS) {
            return seconds + " s";
        }
        return seconds < MINUTES * 60L
                ? Math.round(seconds / 60.0) + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
    }
}
