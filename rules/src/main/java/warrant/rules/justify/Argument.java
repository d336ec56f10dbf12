package warrant.rules.justify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Statement;
import warrant.rules.Rule;
import warrant.rules.match.Fact;

/**
 * One ground for one conclusion: what is stated, or what one rule concludes.
 *
 * @param rule null for what is stated
 * @param derivations how the rule concludes it; empty for what is stated
 * @param statements what states it; empty for a rule
 */
record Argument(Fact fact, @Nullable Rule rule, List<Derivation> derivations, List<Statement> statements) {
    Argument {
        derivations = List.copyOf(derivations);
        statements = List.copyOf(statements);
    }

    boolean isPresumed() {
        return rule != null && rule.kind() == Rule.Kind.PRESUME;
    }
}
