package warrant.orchestrator.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.rules.language.MatterSettings;
import warrant.rules.language.SourceText;

/**
 * All that a matter's rules depend on. Equal texts make equal rules, wherever their files lie.
 *
 * @param ontology null where the matter has none of its own
 * @param language of the matter
 */
record RuleTexts(@Nullable SourceText ontology, String language, List<SourceText> rules, MatterSettings settings) {
    RuleTexts {
        rules = List.copyOf(rules);
    }
}
