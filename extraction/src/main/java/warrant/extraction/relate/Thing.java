package warrant.extraction.relate;

import java.util.List;
import warrant.graph.Quotation;

/**
 * A thing that a document names.
 *
 * @param name its fullest name in this document
 * @param aliases other names in this document: defined terms, short forms
 * @param roles terms that it shares with others: {@code Lenders}; no names, for none of them alone goes by one
 * @param kind IRI of its class, or empty if unknown
 * @param sort what the form of its name shows
 * @param quotation where the full name stands
 */
public record Thing(
        String name, List<String> aliases, List<String> roles, String kind, Kinds.Sort sort, Quotation quotation) {
    public Thing {
        aliases = List.copyOf(aliases);
        roles = List.copyOf(roles);
    }
}
