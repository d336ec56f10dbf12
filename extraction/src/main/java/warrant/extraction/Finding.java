package warrant.extraction;

import java.util.List;
import warrant.graph.Interval;
import warrant.graph.Quotation;

/**
 * A statement as one document makes it, before identity is settled.
 *
 * @param relation IRI; {@code rdf:type} with a {@link Side.Named} object whose name is the class IRI;
 *     {@code rdfs:label} and {@code skos:altLabel} for further names
 * @param confidence probability in (0, 1]
 * @param method {@code model}, {@code rules} or {@code table}
 * @param profile model profile or reader that decided
 */
public record Finding(
        Side.Named subject,
        String relation,
        Side object,
        Interval valid,
        List<Quotation> evidence,
        double confidence,
        String method,
        String profile) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
