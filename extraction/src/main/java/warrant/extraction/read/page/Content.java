package warrant.extraction.read.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.Heading;
import warrant.extraction.read.Table;
import warrant.graph.Page;

/**
 * What a file holds, before it is a document.
 *
 * @param reader library and version that read it
 * @param title as the format marks it, or null
 * @param date as the format marks it (the header of an e-mail), or null
 * @param enclosed files inside it, which are documents of their own
 * @param headings that the file lists
 */
public record Content(
        String mediaType,
        String reader,
        @Nullable String title,
        @Nullable LocalDate date,
        List<Page> pages,
        List<Table> tables,
        List<String> warnings,
        List<Enclosed> enclosed,
        List<Heading> headings) {
    public Content(
            String mediaType,
            String reader,
            @Nullable String title,
            @Nullable LocalDate date,
            List<Page> pages,
            List<Table> tables,
            List<String> warnings,
            List<Enclosed> enclosed) {
        this(mediaType, reader, title, date, pages, tables, warnings, enclosed, List.of());
    }

    public Content(
            String mediaType,
            String reader,
            @Nullable String title,
            @Nullable LocalDate date,
            List<Page> pages,
            List<Table> tables,
            List<String> warnings) {
        this(mediaType, reader, title, date, pages, tables, warnings, List.of());
    }

    public Content {
        pages = List.copyOf(pages);
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
        enclosed = List.copyOf(enclosed);
        headings = List.copyOf(headings);
    }
}
