package warrant.extraction.read;

import java.util.List;
import warrant.graph.Document;

/**
 * What was read from a file.
 *
 * @param warnings what a person should know: pages without text, hidden sheets, cut tables
 * @param headings that the file lists, in order
 */
public record Reading(Document document, List<Table> tables, List<String> warnings, List<Heading> headings) {
    public Reading(Document document, List<Table> tables, List<String> warnings) {
        this(document, tables, warnings, List.of());
    }

    public Reading {
        headings = List.copyOf(headings);
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
    }
}
