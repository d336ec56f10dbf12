package warrant.extraction;

import java.util.List;

/** What was found in one passage or table, and what was turned down. */
public record Extraction(List<Finding> findings, List<Rejection> rejections) {
    public static final Extraction NOTHING = new Extraction(List.of(), List.of());

    public Extraction {
        findings = List.copyOf(findings);
        rejections = List.copyOf(rejections);
    }
}
