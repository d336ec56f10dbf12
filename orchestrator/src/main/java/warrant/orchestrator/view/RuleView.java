package warrant.orchestrator.view;

import java.util.List;
import warrant.rules.Rule;

/**
 * A rule as a reader sees it.
 *
 * @param version SHA-256 of what the rule says
 * @param text the rule in its language
 */
public record RuleView(String id, String name, String version, String text, List<CitationView> citations) {
    public RuleView {
        citations = List.copyOf(citations);
    }

    /** The words that a rule formalises. */
    public record CitationView(String document, String clause, String words) {}

    public static RuleView of(Rule rule, String text) {
        return new RuleView(
                rule.id(),
                rule.name(),
                rule.version(),
                text,
                rule.citations().stream()
                        .map(citation -> new CitationView(citation.file(), citation.clause(), citation.words()))
                        .toList());
    }
}
