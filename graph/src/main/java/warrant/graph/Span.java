package warrant.graph;

import org.jspecify.annotations.Nullable;

/**
 * A place in a document.
 *
 * @param document identifier of the document, see {@link Document#id()}
 * @param page label of the page or sheet, see {@link Page#label()}
 * @param begin first code point in the page's text
 * @param end code point after the last one; {@code begin < end}
 * @param cell address of the cell such as {@code B7}, for a sheet or table; otherwise null
 */
public record Span(
        String document,
        String page,
        int begin,
        int end,
        @Nullable String cell) {
    public Span {
        if (begin < 0 || end <= begin) {
            throw new IllegalArgumentException(
                    "not a span: [" + begin + ", " + end + ") on page " + page + " of " + document);
        }
    }
}
