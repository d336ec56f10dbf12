package warrant.orchestrator.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import warrant.graph.Iris;
import warrant.graph.MatterStore;
import warrant.graph.Origin;
import warrant.graph.Statement;

/** What a reviewer should look at first: what only documents say, that nobody judged, the least sure at the head. */
public final class Queue {
    private static final Set<String> NAMING = Set.of(Iris.TYPE, Iris.LABEL, Iris.ALT_LABEL, Iris.SAME_AS);

    private final MatterStore store;

    public Queue(MatterStore store) {
        this.store = store;
    }

    /** @param below only statements less sure than that, in (0, 1] */
    public List<Statement> uncertain(double below, int limit, Instant now) {
        Verdicts verdicts = new Verdicts(store);
        return store.statements(now).stream()
                .filter(statement -> !NAMING.contains(statement.triple().relation()))
                .filter(statement ->
                        statement.supports().stream().allMatch(s -> s.origin() instanceof Origin.Extracted))
                .filter(statement -> confidence(statement) < below)
                .filter(statement -> statement.supports().stream().noneMatch(verdicts::judged))
                .sorted(Comparator.comparingDouble(Queue::confidence))
                .limit(limit)
                .toList();
    }

    /** @return the confidence of the surest support from a document; 1 for what a person or a rule says */
    public static double confidence(Statement statement) {
        return statement.supports().stream()
                .mapToDouble(s -> s.origin() instanceof Origin.Extracted found ? found.confidence() : 1)
                .max()
                .orElse(0);
    }
}
