package warrant.extraction.resolve;

import java.util.List;
import warrant.extraction.Rejection;
import warrant.graph.Change;

/**
 * What is to be recorded once identity is settled.
 *
 * @param opens one support for each finding, ordered by support id; equal findings in any order give equal supports
 * @param merges why names are the same thing
 * @param rejections findings that the ontology forbids now that classes are known
 */
public record Resolution(List<Change.Open> opens, List<Merge> merges, List<Rejection> rejections) {
    public Resolution {
        opens = List.copyOf(opens);
        merges = List.copyOf(merges);
        rejections = List.copyOf(rejections);
    }
}
