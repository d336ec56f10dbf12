package warrant.rules.justify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;
import warrant.rules.RuleBase;

/** The statements of a session, by key and by relation, and the labels they give. */
final class Ledger {
    private final Map<String, Map<Id, Statement>> byKey = new LinkedHashMap<>();
    private final Map<String, Map<Id, Statement>> byRelation = new HashMap<>();
    private @Nullable Map<String, List<Statement>> labels;

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

    /** @return the statement of a triple and validity; null if there is none */
    @Nullable Statement get(Triple triple, Interval valid) {
        return byKey.getOrDefault(Reading.key(triple), Map.of()).get(new Id(triple, valid));
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

    /** @return a statement that gives an entity this label; null if there is none, or if several entities have it */
    @Nullable Statement named(String label) {
        return entities(label).size() == 1
                ? stating(label).stream()
                        .min(Comparator.comparing(
                                        (Statement each) -> each.triple().toString())
                                .thenComparing(each -> each.valid().toString()))
                        .orElse(null)
                : null;
    }

    /** @return the entities that have this label */
    Set<String> entities(String label) {
        Set<String> iris = new TreeSet<>();
        stating(label)
                .forEach(statement -> iris.add(statement.triple().subject().iri()));
        return iris;
    }

    private List<Statement> stating(String label) {
        Map<String, List<Statement>> known = labels;
        if (known == null) {
            known = read();
            labels = known;
        }
        return known.getOrDefault(Labels.normal(label), List.of());
    }

    private Map<String, List<Statement>> read() {
        Map<String, List<Statement>> read = new TreeMap<>();
        for (String relation : List.of(Iris.LABEL, Iris.ALT_LABEL)) {
            for (Statement statement : ofRelation(relation)) {
                if (statement.triple().object() instanceof Literal literal) {
                    read.computeIfAbsent(Labels.normal(literal.lexical()), k -> new ArrayList<>())
                            .add(statement);
                }
            }
        }
        return read;
    }
}
