package warrant.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes and relations that a matter can state. Domains and ranges check statements; they never infer a type.
 *
 * @param defaultPrefix namespace of the empty prefix of the Turtle file, if it declares one
 * @param prefixes prefix to namespace
 * @param entities labelled individuals of the file: IRI to labels
 */
public record Ontology(
        @Nullable String defaultPrefix,
        Map<String, String> prefixes,
        Map<String, Kind> classes,
        Map<String, Relation> relations,
        Map<String, List<String>> entities) {

    public Ontology {
        prefixes = Map.copyOf(prefixes);
        classes = Map.copyOf(classes);
        relations = Map.copyOf(relations);
        entities = Map.copyOf(entities);
    }

    /**
     * A class.
     *
     * @param labels rdfs:label first, then skos:altLabel; at least one (the local name, if the file gives none)
     * @param comment one plain sentence, or empty
     * @param parents direct superclasses
     * @param disjoint classes that share no member with it
     */
    public record Kind(
            String iri,
            List<String> labels,
            String comment,
            Set<String> parents,
            Set<String> disjoint,
            List<String> examples) {
        public Kind {
            labels = List.copyOf(labels);
            parents = Set.copyOf(parents);
            disjoint = Set.copyOf(disjoint);
            examples = List.copyOf(examples);
        }

        public String label() {
            return labels.getFirst();
        }
    }

    /**
     * A relation.
     *
     * @param labels as in {@link Kind}
     * @param domain classes of subjects, all of which (with their subclasses) are allowed; empty: any
     * @param range classes of objects for an object relation, one datatype IRI for a value relation; empty: any
     * @param object whether objects are entities (owl:ObjectProperty) rather than values
     * @param state whether its statements hold for a time only (w:State)
     * @param examples sentences of skos:example
     */
    public record Relation(
            String iri,
            List<String> labels,
            String comment,
            Set<String> domain,
            Set<String> range,
            boolean object,
            boolean functional,
            boolean transitive,
            boolean state,
            @Nullable String inverse,
            Set<String> parents,
            List<Example> examples) {
        public Relation {
            labels = List.copyOf(labels);
            domain = Set.copyOf(domain);
            range = Set.copyOf(range);
            parents = Set.copyOf(parents);
            examples = List.copyOf(examples);
        }

        public String label() {
            return labels.getFirst();
        }
    }

    /** An example sentence of a relation, with the two sides it states where the ontology gives them. */
    public record Example(
            String sentence,
            @Nullable String subject,
            @Nullable String object) {}

    /** @return whether the first class is the second or lies below it */
    public boolean isA(String kind, String ancestor) {
        return isA(kind, ancestor, new java.util.HashSet<>());
    }

    private boolean isA(String kind, String ancestor, Set<String> seen) {
        if (kind.equals(ancestor)) {
            return true;
        }
        Kind known = classes.get(kind);
        return known != null
                && seen.add(kind)
                && known.parents().stream().anyMatch(parent -> isA(parent, ancestor, seen));
    }

    public Optional<Relation> relation(String iri) {
        return Optional.ofNullable(relations.get(iri));
    }
}
