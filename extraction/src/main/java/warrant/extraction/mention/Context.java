package warrant.extraction.mention;

/**
 * What is known about a text before it is searched.
 *
 * @param terms terms that its document defines
 * @param dates how dates in digits are written in its document, as far as that is known
 */
public record Context(DefinedTerms terms, DateOrder dates) {
    public static final Context NONE = new Context(DefinedTerms.NONE, DateOrder.UNKNOWN);

    /** The order of day and month in a date such as {@code 03/04/2025}. */
    public enum DateOrder {
        DAY_FIRST,
        MONTH_FIRST,
        UNKNOWN
    }
}
