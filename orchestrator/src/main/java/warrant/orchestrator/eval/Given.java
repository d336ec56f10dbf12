package warrant.orchestrator.eval;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.MatterStore;
import warrant.graph.Origin;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.graph.rdf.Expected;
import warrant.orchestrator.review.Review;

/**
 * Puts what {@code expected.ttl} says in the place of what was read: what was missed is asserted, what is beyond the
 * file is rejected. Then the questions are scored apart from the reading.
 */
final class Given {
    private static final Origin.Asserted AUTHOR = new Origin.Asserted("expected.ttl", "questions are scored apart");

    private final Expected expected;
    private final Review review;
    private final Instant now;
    private final Map<String, Set<String>> names;
    private final Map<Entity, Entity> known = new HashMap<>();

    Given(Expected expected, MatterStore store, Instant now) {
        this.expected = expected;
        this.review = new Review(store);
        this.now = now;
        this.names = Rows.names(store.statements(now));
    }

    void replace(StatementScore score) {
        score.beyond().forEach(statement -> review.reject(statement, AUTHOR, now));
        for (Triple missed : score.missed()) {
            boolean type = missed.relation().equals(Iris.TYPE);
            Term object = missed.object() instanceof Entity entity && !type ? entity(entity) : missed.object();
            state(new Triple(entity(missed.subject()), missed.relation(), object));
        }
    }

    /** The entity of that name that was read, or a new one. */
    private Entity entity(Entity named) {
        Entity before = known.get(named);
        if (before != null) {
            return before;
        }
        List<String> labels = expected.labels(named);
        Entity found = names.entrySet().stream()
                .filter(entry -> labels.stream().map(Labels::normal).anyMatch(entry.getValue()::contains))
                .map(entry -> new Entity(entry.getKey()))
                .findFirst()
                .orElse(named);
        known.put(named, found);
        if (found.equals(named)) {
            for (int i = 0; i < labels.size(); i++) {
                state(new Triple(named, i == 0 ? Iris.LABEL : Iris.ALT_LABEL, Literal.text(labels.get(i))));
            }
        }
        return found;
    }

    private void state(Triple triple) {
        review.state(triple, Interval.ALWAYS, AUTHOR, now);
    }
}
