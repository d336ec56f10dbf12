package warrant.orchestrator.view;

import org.jspecify.annotations.Nullable;
import warrant.graph.Document;
import warrant.graph.Page;
import warrant.graph.Quotation;
import warrant.graph.Span;

/**
 * A quotation with what stands around it.
 *
 * @param document name of the file
 * @param hash SHA-256 of the file's bytes
 * @param begin first code point on the page
 * @param end code point after the last one
 * @param cell address of the cell, for sheets and tables
 * @param before up to 300 code points that precede it on the page
 * @param after up to 300 code points that follow it
 * @param checked whether the words were compared with the document when this was made, and were equal
 */
public record QuotationView(
        String document,
        String hash,
        String page,
        int begin,
        int end,
        @Nullable String cell,
        String text,
        String before,
        String after,
        boolean checked) {
    private static final int AROUND = 300;

    /** @param document null if it is not known any more */
    public static QuotationView of(Quotation quotation, @Nullable Document document) {
        Span span = quotation.span();
        Page page = document == null ? null : document.page(span.page()).orElse(null);
        if (document == null || page == null || !document.quotes(quotation)) {
            String name = document == null ? span.document() : document.name();
            return new QuotationView(
                    name, "", span.page(), span.begin(), span.end(), span.cell(), quotation.text(), "", "", false);
        }
        int last = Math.min(page.length(), span.end() + AROUND);
        return new QuotationView(
                document.name(),
                document.hash(),
                span.page(),
                span.begin(),
                span.end(),
                span.cell(),
                quotation.text(),
                page.slice(Math.max(0, span.begin() - AROUND), span.begin()),
                page.slice(/* begin= */ span.end(), last),
                true);
    }

    /** @return where it stands, in words */
    public String place() {
        return document + ", " + (cell == null ? "page " + page : page + " " + cell);
    }
}
