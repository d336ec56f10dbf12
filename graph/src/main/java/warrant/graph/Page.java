package warrant.graph;

/**
 * A page of a document, or a sheet of a workbook.
 *
 * @param label what a reader calls it: {@code 3}, or the sheet's name; unique in its document
 * @param text the text in reading order; a sheet's rows as lines with tabs between cells
 */
public record Page(String label, String text) {
    /** @return the text between two code points; offsets as in {@link Span} */
    public String slice(int begin, int end) {
        int from = text.offsetByCodePoints(0, begin);
        return text.substring(from, text.offsetByCodePoints(from, end - begin));
    }

    public int length() {
        return text.codePointCount(0, text.length());
    }
}
