package warrant.graph;

/**
 * Words of a document with their place. Whoever makes or shows one checks it with {@link Document#quotes(Quotation)}.
 *
 * @param text the words, equal code point for code point to the document's text at the span
 */
public record Quotation(Span span, String text) {
    public Quotation {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty quotation proves nothing: " + span);
        }
    }
}
