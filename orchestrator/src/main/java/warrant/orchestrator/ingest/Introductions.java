package warrant.orchestrator.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Side;
import warrant.graph.Iris;

/**
 * Says once in a document what a thing is and is called: every passage that names it finds that again, and a reader
 * wants the first place, not all of them.
 */
public final class Introductions {
    private static final Set<String> NAMING = Set.of(Iris.TYPE, Iris.LABEL, Iris.ALT_LABEL);

    private Introductions() {}

    /** Keeps all findings but the repeated introductions of one document, in their order. */
    public static List<Finding> first(List<Extraction> extractions) {
        Set<List<Object>> seen = new HashSet<>();
        List<Finding> kept = new ArrayList<>();
        for (Extraction extraction : extractions) {
            for (Finding finding : extraction.findings()) {
                if (!NAMING.contains(finding.relation()) || seen.add(introduction(finding))) {
                    kept.add(finding);
                }
            }
        }
        return kept;
    }

    private static List<Object> introduction(Finding finding) {
        return List.of(
                finding.evidence().getFirst().span().document(),
                finding.subject().name(),
                finding.subject().kind(),
                finding.relation(),
                words(finding));
    }

    private static Object words(Finding finding) {
        return switch (finding.object()) {
            case Side.Named named -> named.name();
            case Side.Value value -> value.literal();
        };
    }
}
