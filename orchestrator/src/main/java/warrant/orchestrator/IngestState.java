package warrant.orchestrator;

import java.util.Map;
import warrant.graph.MatterStore;

/** Whether a matter's documents are all taken in: an answer given before that says so. */
public final class IngestState {
    private static final String KIND = "job";
    private static final String KEY = "ingest";
    private static final String RUNNING = "running";

    private IngestState() {}

    static void begin(MatterStore store) {
        store.keep(KIND, Map.of(KEY, RUNNING));
    }

    static void end(MatterStore store) {
        store.keep(KIND, Map.of(KEY, "complete"));
    }

    /** Tells whether an ingestion ended and none has begun since; one that was killed has not ended. */
    public static boolean complete(MatterStore store) {
        return store.kept(KIND, KEY).filter(state -> !state.equals(RUNNING)).isPresent();
    }
}
