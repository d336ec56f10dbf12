package warrant.graph;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reason to believe a statement.
 *
 * @param id hash of triple, validity and origin: the same reason found again is the same support
 * @param recorded when it was first believed
 * @param closed when it was withdrawn; null while it is open
 */
public record Support(
        String id,
        Origin origin,
        Instant recorded,
        @Nullable Instant closed) {
    public boolean isOpenAt(Instant known) {
        return !recorded.isAfter(known) && (closed == null || closed.isAfter(known));
    }
}
