package warrant.rules.justify;

import java.util.List;
import java.util.Map;
import warrant.graph.Statement;
import warrant.rules.Proof;
import warrant.rules.match.Fact;

/**
 * A fact that holds.
 *
 * @param rivals by rule, what clashed with its conclusion and lost
 * @param dropped derivations found beyond the limit
 */
record Conclusion(
        Fact fact,
        List<Statement> statements,
        List<Derivation> derivations,
        Map<String, List<Proof.Rival>> rivals,
        long dropped) {
    Conclusion {
        statements = List.copyOf(statements);
        derivations = List.copyOf(derivations);
        rivals = Map.copyOf(rivals);
    }

    static Conclusion of(Node node) {
        return new Conclusion(node.fact, node.statements, List.copyOf(node.derivations), Map.of(), node.dropped);
    }
}
