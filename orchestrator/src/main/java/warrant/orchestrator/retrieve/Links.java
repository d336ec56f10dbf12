package warrant.orchestrator.retrieve;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Triple;
import warrant.orchestrator.retrieve.Names.Mentioned;

/**
 * What stands one statement away from the things that a question names. “The contract of Ms Finch” names Ms Finch; what
 * is asked may be said of the contract.
 */
final class Links {
    private static final Set<String> NAMING = Set.of(Iris.TYPE, Iris.LABEL, Iris.ALT_LABEL, Iris.SAME_AS);

    private final Map<String, Nearness> near;
    private final Map<Mentioned, Map<Entity, Triple>> beside = new HashMap<>();

    /**
     * @param near how near relations are to the question: of several statements that join two things the nearest counts
     */
    Links(Question question, Knowledge knowledge, Map<String, Nearness> near) {
        this.near = near;
        for (Mentioned name : question.names()) {
            beside.put(name, around(name, knowledge));
        }
    }

    private Map<Entity, Triple> around(Mentioned name, Knowledge knowledge) {
        Map<Entity, Triple> found = new HashMap<>();
        for (Triple triple : knowledge.deduction().triples()) {
            if (triple.object() instanceof Entity object && !NAMING.contains(triple.relation())) {
                if (name.entities().contains(triple.subject())) {
                    keep(found, object, triple);
                }
                if (name.entities().contains(object)) {
                    keep(found, triple.subject(), triple);
                }
            }
        }
        return found;
    }

    private void keep(Map<Entity, Triple> found, Entity other, Triple triple) {
        found.merge(other, triple, (a, b) -> order().compare(a, b) <= 0 ? a : b);
    }

    private Comparator<Triple> order() {
        return Comparator.comparingDouble((Triple triple) -> -score(triple)).thenComparing(Triple::toString);
    }

    /** How near the relation of a joining statement is to the question. */
    double score(Triple triple) {
        Nearness known = near.get(triple.relation());
        return known == null ? 0 : known.score();
    }

    /** The stems of the question that the relation of a joining statement explains. */
    Set<String> shared(Triple triple) {
        Nearness known = near.get(triple.relation());
        return known == null ? Set.of() : known.shared();
    }

    /** Finds the statement that joins an entity to a name. */
    Optional<Triple> joining(Entity entity, Mentioned name) {
        return Optional.ofNullable(beside.getOrDefault(name, Map.of()).get(entity));
    }

    /** Finds the statement that joins a side of the triple to a name which the triple does not hold. */
    Optional<Triple> joining(Triple triple, Mentioned name) {
        if (Question.holds(triple, name.entities())) {
            return Optional.empty();
        }
        Optional<Triple> bySubject = joining(triple.subject(), name);
        Optional<Triple> joint = bySubject.isPresent() || !(triple.object() instanceof Entity object)
                ? bySubject
                : joining(object, name);
        return joint.filter(found -> !found.equals(triple));
    }
}
