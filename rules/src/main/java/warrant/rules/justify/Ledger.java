package warrant.rules.justify;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;
import warrant.rules.Labels;
import warrant.rules.RuleBase;
import warrant.rules.RuleException;

/** The statements of a session, by key and by relation, and the labels they give. */
final class Ledger {
    private final Map<String, Map<Id, Statement>> byKey = new LinkedHashMap<>();
    private final Map<String, Map<Id, Statement>> byRelation = new HashMap<>();
    private @Nullable Map<String, Set<String>> labels;

    private record Id(Triple triple, Interval valid) {}

    Ledger(RuleBase rules) {
        for (RuleBase.Label label : rules.labels()) {
            Triple triple = new Triple(new Entity(label.iri()), Iris.LABEL, Literal.text(label.text()));
            Origin origin = new Origin.Asserted("ontology.ttl", "label of an individual");
            Support support = new Support("ontology " + label.iri() + " " + label.text(), origin, Instant.EPOCH, null);
            add(new Statement(triple, Interval.ALWAYS, List.of(support)));
        }
    }

    void add(Statement statement) {
        Id id = new Id(statement.triple(), statement.valid());
        byKey.computeIfAbsent(Reading.key(statement.triple()), k -> new LinkedHashMap<>())
                .put(id, statement);
        byRelation
                .computeIfAbsent(statement.triple().relation(), k -> new LinkedHashMap<>())
                .put(id, statement);
        labels = null;
    }

    void remove(Statement statement) {
        Id id = new Id(statement.triple(), statement.valid());
        String key = Reading.key(statement.triple());
        byKey.getOrDefault(key, new HashMap<>()).remove(id);
        byRelation.getOrDefault(statement.triple().relation(), new HashMap<>()).remove(id);
        labels = null;
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    Collection<Statement> ofKey(String key) {
        return byKey.getOrDefault(key, Map.of()).values();
    }

    Collection<Statement> ofRelation(String relation) {
        return byRelation.getOrDefault(relation, Map.of()).values();
    }

    /**
     * @return the entity of a label; null if there is none
     * @throws RuleException if there are several
     */
    @Nullable Entity named(String label) {
        Map<String, Set<String>> known = labels;
        if (known == null) {
            known = read();
            labels = known;
        }
        Set<String> iris = known.getOrDefault(Labels.normal(label), Set.of());
        if (iris.size() > 1) {
            throw new RuleException("@\"" + label + "\" is the label of several entities: " + String.join(", ", iris));
        }
        return iris.isEmpty() ? null : new Entity(iris.iterator().next());
    }

    private Map<String, Set<String>> read() {
        Map<String, Set<String>> read = new TreeMap<>();
        for (String relation : List.of(Iris.LABEL, Iris.ALT_LABEL)) {
            for (Statement statement : ofRelation(relation)) {
                if (statement.triple().object() instanceof Literal literal) {
                    read.computeIfAbsent(Labels.normal(literal.lexical()), k -> new TreeSet<>())
                            .add(statement.triple().subject().iri());
                }
            }
        }
        return read;
    }
}
