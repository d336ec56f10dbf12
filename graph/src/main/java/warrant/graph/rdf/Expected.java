package warrant.graph.rdf;

import java.util.List;
import java.util.Map;
import warrant.graph.Entity;
import warrant.graph.Triple;

/**
 * What ingestion should find, for evaluation. Its IRIs mean nothing outside of the file: entities are told by labels.
 *
 * @param labels every name of every entity in the statements, by IRI; classes, as objects of {@code rdf:type}, have
 *     none
 * @param statements in the order of the file, values in canonical form
 */
public record Expected(Map<String, List<String>> labels, List<Triple> statements) {
    public Expected {
        labels = Map.copyOf(labels);
        statements = List.copyOf(statements);
    }

    /** @return the names of an entity; none of a class */
    public List<String> labels(Entity entity) {
        return labels.getOrDefault(entity.iri(), List.of());
    }
}
