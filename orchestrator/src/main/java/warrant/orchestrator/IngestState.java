package warrant.orchestrator;

import java.util.Map;
import warrant.graph.MatterStore;

/** Whether a matter's documents are all taken in: an answer given before that says so. */
public final class IngestState {
    private static final String KIND = "job";
    private static final String KEY = "ingest";
    private static final String RUNNING = "running";
    private static final String COMPLETE = "complete";

    private IngestState() {}

    static void begin(MatterStore store) {
        store.keep(KIND, Map.of(KEY, RUNNING));
    }

    static void end(MatterStore store) {
        store.keep(KIND, Map.of(KEY, COMPLETE));
    }

    /** Keeps why it ended before its time. */
    static void stop(MatterStore store, String why) {
        store.keep(KIND, Map.of(KEY, "stopped: " + why));
    }

    /** @return {@code none}, {@code running} (or killed while it ran), {@code complete} or {@code stopped: why} */
    public static String of(MatterStore store) {
        return store.kept(KIND, KEY).orElse("none");
    }

    /** Tells whether an ingestion ended and none has begun since; one that was killed has not ended. */
    public static boolean complete(MatterStore store) {
        return of(store).equals(COMPLETE);
    }
}
