package warrant.graph;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read.
 *
 * @param id SHA-256 of the file's bytes and its name, in hexadecimal: two files of equal bytes stay two documents
 * @param name path relative to the matter's documents folder, with {@code /}
 * @param hash SHA-256 of the file's bytes, in hexadecimal
 * @param title what the document calls itself, or its file name
 * @param date the day the document bears, when it bears one
 * @param reader name and version of what read it; other readers may place characters elsewhere
 */
public record Document(
        String id,
        String name,
        String hash,
        String mediaType,
        String title,
        @Nullable LocalDate date,
        String reader,
        List<Page> pages) {
    public Document {
        pages = List.copyOf(pages);
    }

    public Optional<Page> page(String label) {
        return pages.stream().filter(p -> p.label().equals(label)).findFirst();
    }

    /** @return whether the quotation stands in this document at its span, code point for code point */
    public boolean quotes(Quotation quotation) {
        Span span = quotation.span();
        return span.document().equals(id)
                && page(span.page())
                        .filter(p -> span.end() <= p.length())
                        .filter(p -> p.slice(span.begin(), span.end()).equals(quotation.text()))
                        .isPresent();
    }
}
