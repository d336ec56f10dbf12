package warrant.rules.owl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Term;
import warrant.graph.Triple;

/** Triples by subject and relation, and the lists among them. */
final class Axioms {
    private final Map<Term, Map<String, List<Term>>> bySubject = new LinkedHashMap<>();
    private final Map<String, List<Triple>> byRelation = new LinkedHashMap<>();

    Axioms(Collection<Triple> triples) {
        for (Triple triple : triples) {
            bySubject
                    .computeIfAbsent(triple.subject(), subject -> new LinkedHashMap<>())
                    .computeIfAbsent(triple.relation(), relation -> new ArrayList<>())
                    .add(triple.object());
            byRelation
                    .computeIfAbsent(triple.relation(), relation -> new ArrayList<>())
                    .add(triple);
        }
    }

    List<Triple> with(String relation) {
        return byRelation.getOrDefault(relation, List.of());
    }

    /** @return the entities that are said to be of a class */
    List<Entity> of(String kind) {
        return with(Iris.TYPE).stream()
                .filter(triple -> triple.object().equals(new Entity(kind)))
                .map(Triple::subject)
                .toList();
    }

    List<Term> values(Term subject, String relation) {
        return bySubject.getOrDefault(subject, Map.of()).getOrDefault(relation, List.of());
    }

    Set<String> relations() {
        return byRelation.keySet();
    }

    /** @return the members of an RDF list, in order; a list that bites its tail ends there */
    List<Term> list(Term head) {
        Set<Term> cells = new LinkedHashSet<>();
        List<Term> members = new ArrayList<>();
        Term at = head;
        while (cells.add(at)) {
            members.addAll(values(at, Iris.RDF + "first"));
            List<Term> rest = values(at, Iris.RDF + "rest");
            if (rest.isEmpty()) {
                break;
            }
            at = rest.getFirst();
        }
        return members;
    }
}
