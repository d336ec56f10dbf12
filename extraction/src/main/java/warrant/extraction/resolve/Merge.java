package warrant.extraction.resolve;

import java.util.List;
import warrant.graph.Quotation;

/**
 * Two names held to be one thing. It is undone by resolving again with {@link Pair} of both blocked.
 *
 * @param kept IRI of the entity that carries the statements
 * @param merged IRI that the other would have by itself
 * @param keptName canonical name
 * @param mergedName the other name
 * @param reason in words
 */
public record Merge(
        String kept, String merged, String keptName, String mergedName, String reason, List<Quotation> evidence) {
    public Merge {
        evidence = List.copyOf(evidence);
    }
}
