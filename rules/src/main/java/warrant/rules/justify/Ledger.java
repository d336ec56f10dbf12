package warrant.rules.justify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
    private static final StatementSet NONE = new StatementSet();

    private final Map<String, StatementSet> byKey = new LinkedHashMap<>();
    private @Nullable Map<String, List<Statement>> labels;
    /** Labels that the rule base brings. */
    private final Set<Statement> brought = new HashSet<>();

    Ledger(RuleBase rules) {
        for (RuleBase.Label label : rules.labels()) {
            Triple triple = new Triple(new Entity(label.iri()), Iris.LABEL, Literal.text(label.text()));
            Origin origin = new Origin.Asserted("ontology.ttl", "label of an individual");
            Support support = new Support("ontology " + label.iri() + " " + label.text(), origin, Instant.EPOCH, null);
            Statement statement = new Statement(triple, Interval.ALWAYS, List.of(support));
            brought.add(statement);
            add(statement);
        }
    }

    /** @return what was added and not removed */
    List<Statement> given() {
        List<Statement> given = new ArrayList<>();
        byKey.values()
                .forEach(some -> some.forEach(statement -> {
                    if (!brought.contains(statement)) {
                        given.add(statement);
                    }
                }));
        return given;
    }

    void add(Statement statement) {
        byKey.computeIfAbsent(Reading.key(statement.triple()), k -> new StatementSet())
                .put(statement);
        unlabel(statement);
    }

    void remove(Statement statement) {
        StatementSet some = byKey.get(Reading.key(statement.triple()));
        if (some != null) {
            some.remove(statement.triple(), statement.valid());
        }
        unlabel(statement);
    }

    private void unlabel(Statement statement) {
        String relation = statement.triple().relation();
        if (relation.equals(Iris.LABEL) || relation.equals(Iris.ALT_LABEL)) {
            labels = null;
        }
    }

    /**
     * @param changed statements of the same fact that came or went
     * @return the statements of a fact on a day: those that did not change and those that are known now
     */
    List<Statement> restated(List<Statement> before, List<Statement> changed, LocalDate day) {
        List<Statement> now = new ArrayList<>(before);
        for (Statement each : changed) {
            now.removeIf(
                    old -> old.triple().equals(each.triple()) && old.valid().equals(each.valid()));
            Statement kept =
                    byKey.getOrDefault(Reading.key(each.triple()), NONE).get(each.triple(), each.valid());
            if (kept != null && kept.valid().contains(day)) {
                now.add(kept);
            }
        }
        now.sort(Node.ORDER);
        return List.copyOf(now);
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    Iterable<Statement> ofKey(String key) {
        return byKey.getOrDefault(key, NONE);
    }

    /** @return the statements of a key that are valid on a day */
    List<Statement> ofKey(String key, LocalDate day) {
        List<Statement> some = new ArrayList<>();
        for (Statement statement : ofKey(key)) {
            if (statement.valid().contains(day)) {
                some.add(statement);
            }
        }
        return some;
    }

    /** @return the statements of a relation; those of types class by class */
    List<Statement> ofRelation(String relation) {
        List<Statement> all = new ArrayList<>();
        if (relation.equals(Iris.TYPE)) {
            byKey.forEach((key, some) -> {
                if (key.startsWith(Iris.TYPE)) {
                    some.forEach(all::add);
                }
            });
        } else {
            ofKey(relation).forEach(all::add);
        }
        return all;
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
