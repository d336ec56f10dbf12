package warrant.orchestrator.retrieve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Triple;

/** What entities are called, and which of them a text names. */
public final class Names {
    private static final int SHORTEST = 2;

    private final Map<String, List<String>> labels = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Set<String>> entities = new TreeMap<>();

    /**
     * An entity, or several of one name, that a text names.
     *
     * @param name normalised, see {@link Labels#normal}
     * @param begin character of the normalised text
     */
    public record Mentioned(String name, int begin, int end, Set<Entity> entities) {}

    /** Learns names from statements of rdfs:label and skos:altLabel, and from the individuals of the ontology. */
    public Names(Collection<Triple> known, Ontology ontology) {
        ontology.entities().forEach((iri, names) -> names.forEach(name -> learn(iri, name)));
        learn(known, Iris.LABEL);
        learn(known, Iris.ALT_LABEL);
        for (Triple triple : known) {
            if (triple.relation().equals(Iris.TYPE) && triple.object() instanceof Entity kind) {
                types.merge(triple.subject().iri(), kind.iri(), (a, b) -> ontology.isA(a, b) ? a : b);
            }
        }
    }

    private void learn(Collection<Triple> known, String relation) {
        known.stream()
                .filter(triple -> triple.relation().equals(relation))
                .sorted(Comparator.comparing(Triple::toString))
                .forEach(triple -> {
                    if (triple.object() instanceof Literal literal) {
                        learn(triple.subject().iri(), literal.lexical());
                    }
                });
    }

    private void learn(String iri, String name) {
        List<String> known = labels.computeIfAbsent(iri, key -> new ArrayList<>());
        if (!known.contains(name)) {
            known.add(name);
        }
        String normal = Labels.normal(name);
        if (normal.length() >= SHORTEST) {
            entities.computeIfAbsent(normal, key -> new TreeSet<>()).add(iri);
        }
    }

    /** Tells what an entity is called: its first label, or the last part of its IRI. */
    public String of(Entity entity) {
        List<String> names = labels.get(entity.iri());
        return names == null ? Words.ofIri(entity.iri()) : names.getFirst();
    }

    public boolean hasLabel(Entity entity) {
        return labels.containsKey(entity.iri());
    }

    /** Tells the most special class that an entity is known to be of, or an empty text. */
    public String typeOf(Entity entity) {
        return types.getOrDefault(entity.iri(), "");
    }

    /** Finds the names in a text: the longest first, none within another. */
    public List<Mentioned> in(String text) {
        String plain = Words.plain(text);
        boolean[] taken = new boolean[plain.length()];
        List<Mentioned> found = new ArrayList<>();
        List<String> names = new ArrayList<>(entities.keySet());
        names.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String name : names) {
            String plainName = Words.plain(name);
            for (int at = plain.indexOf(plainName);
                    at >= 0 && !plainName.isEmpty();
                    at = plain.indexOf(plainName, at + 1)) {
                int end = at + plainName.length();
                if (Words.stands(plain, at, end) && free(taken, at, end)) {
                    java.util.Arrays.fill(taken, at, end, true);
                    found.add(new Mentioned(name, at, end, toEntities(entities.getOrDefault(name, Set.of()))));
                }
            }
        }
        found.sort(Comparator.comparingInt(Mentioned::begin));
        return found;
    }

    private static Set<Entity> toEntities(Set<String> iris) {
        Set<Entity> made = new LinkedHashSet<>();
        iris.forEach(iri -> made.add(new Entity(iri)));
        return made;
    }

    private static boolean free(boolean[] taken, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }
}
