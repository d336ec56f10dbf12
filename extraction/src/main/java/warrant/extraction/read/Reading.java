package warrant.extraction.read;

import java.util.List;
import warrant.graph.Document;

/**
 * What was read from a file.
 *
 * @param warnings what a person should know: pages without text, hidden sheets, cut tables
 */
public record Reading(Document document, List<Table> tables, List<String> warnings) {
    public Reading {
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
    }
}
