package warrant.extraction;

import warrant.graph.Quotation;

/**
 * What was considered and not believed.
 *
 * @param what the statement in words: subject, relation, object
 * @param detail what failed, with the numbers
 */
public record Rejection(Reason reason, String what, Quotation where, String detail) {

    /** Why it was not believed. */
    public enum Reason {
        /** A side is of a class or datatype that the ontology does not allow there. */
        ONTOLOGY,
        /** The quotation is not in the document at its span. */
        QUOTATION,
        /** The model does not confirm the filled sentence. */
        VERIFICATION,
        /** The model holds the two sides to be the other way round. */
        DIRECTION,
        /** No span or typed candidate fills a side. */
        UNFILLED,
        /** A value has several readings, such as 03/04/2025. */
        AMBIGUOUS,
        /** The cell's text is not a value of the column's datatype. */
        CELL
    }
}
