package warrant.extraction;

import warrant.graph.Literal;
import warrant.graph.Quotation;

/** One side of a finding. */
public sealed interface Side {

    /**
     * A thing as a document names it; which thing that is, is settled later.
     *
     * @param name the words that name it best in this document: {@code Halden Freight Systems Ltd}, not {@code the
     *     Supplier} where the document defines that term; {@code Invoice 4711} for a row of a table
     * @param kind IRI of its class, or empty if unknown
     * @param quotation where it is named
     */
    record Named(String name, String kind, Quotation quotation) implements Side {
        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a thing without a name at " + quotation.span());
            }
        }
    }

    /** A value, normalised. */
    record Value(Literal literal) implements Side {}
}
