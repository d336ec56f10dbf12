package warrant.extraction.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import warrant.graph.Quotation;

/**
 * All that goes by one name and is of one class: what identity is settled between.
 *
 * @param iri its own, made of name and class alone
 * @param name as most documents write it
 * @param kind IRI of its most specific class, or empty
 * @param aliases other names that documents give it, in normal form
 * @param documents ids of the documents that name it
 * @param places where it is named, one a document
 */
record Node(String iri, String name, String kind, Set<String> aliases, Set<String> documents, List<Quotation> places) {

    static final Comparator<Quotation> BY_PLACE = Comparator.comparing(
                    (Quotation q) -> q.span().document())
            .thenComparing(q -> q.span().page())
            .thenComparingInt(q -> q.span().begin())
            .thenComparingInt(q -> q.span().end());

    Node {
        aliases = Set.copyOf(aliases);
        documents = new TreeSet<>(documents);
        places = List.copyOf(places);
    }

    Quotation place() {
        return places.getFirst();
    }
}
