package warrant.orchestrator.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import warrant.graph.Change;
import warrant.graph.MatterStore;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;

/**
 * Brings what is believed in line with what the documents say. What people asserted stays; what people rejected stays
 * rejected. Only the difference is written, so that repeating it changes nothing.
 */
public final class Belief {
    /** Kind of the records that name supports which a person has turned down. */
    public static final String REJECTED = "rejected";

    private final MatterStore store;

    public Belief(MatterStore store) {
        this.store = store;
    }

    /** Opens supports that are wanted and closes extracted ones that are not. Returns how many changed. */
    public int align(Collection<Change.Open> wanted, Instant now) {
        Set<String> rejected = store.kept(REJECTED).keySet();
        Set<String> open = openExtracted(now);
        Set<String> wantedIds = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        for (Change.Open change : wanted) {
            if (!rejected.contains(change.support())
                    && wantedIds.add(change.support())
                    && !open.contains(change.support())) {
                changes.add(change);
            }
        }
        open.stream().filter(id -> !wantedIds.contains(id)).sorted().forEach(id -> changes.add(new Change.Close(id)));
        if (!changes.isEmpty()) {
            store.apply(changes, now);
        }
        return changes.size();
    }

    private Set<String> openExtracted(Instant now) {
        Set<String> ids = new HashSet<>();
        for (Statement statement : store.statements(now)) {
            for (Support support : statement.supports()) {
                if (support.origin() instanceof Origin.Extracted) {
                    ids.add(support.id());
                }
            }
        }
        return ids;
    }
}
