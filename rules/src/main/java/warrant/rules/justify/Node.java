package warrant.rules.justify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import warrant.graph.Statement;
import warrant.rules.match.Fact;

/** A fact that may hold, with every ground for it that was found. */
final class Node {
    final Fact fact;
    List<Statement> statements;
    final List<Derivation> derivations = new ArrayList<>(1);
    /** Derivations beyond the limit: counted, not kept. */
    long dropped;

    /** The order in which the statements of a fact stand. */
    static final Comparator<Statement> ORDER = Comparator.comparing(
                    (Statement each) -> each.triple().toString())
            .thenComparing(each -> each.valid().toString());

    Node(Fact fact, List<Statement> statements) {
        this.fact = fact;
        this.statements = statements;
    }

    /**
     * @return the nodes of statements, by fact; the triple shown is the first of those written, in their order as text
     */
    static Map<Fact, Node> of(List<Statement> statements) {
        Map<Fact, List<Statement>> grouped = new LinkedHashMap<>();
        for (Statement statement : statements) {
            grouped.computeIfAbsent(Fact.of(statement.triple()), f -> new ArrayList<>())
                    .add(statement);
        }
        Map<Fact, Node> nodes = new LinkedHashMap<>();
        grouped.values().forEach(same -> {
            same.sort(ORDER);
            Fact fact = Fact.of(same.getFirst().triple());
            nodes.put(fact, new Node(fact, List.copyOf(same)));
        });
        return nodes;
    }

    /** @return whether the derivation is new */
    boolean add(Derivation derivation, int most) {
        for (Derivation known : derivations) {
            if (known.isSame(derivation)) {
                return false;
            }
        }
        if (derivations.size() >= most) {
            dropped++;
            return false;
        }
        derivations.add(derivation);
        return true;
    }

    /** @return the grounds: what is stated first, then by rule */
    List<Argument> arguments() {
        List<Argument> all = new ArrayList<>();
        if (!statements.isEmpty()) {
            all.add(new Argument(fact, null, List.of(), statements));
        }
        Map<String, List<Derivation>> byRule = new TreeMap<>();
        derivations.forEach(each -> byRule.computeIfAbsent(each.rule().id(), id -> new ArrayList<>())
                .add(each));
        byRule.values()
                .forEach(same -> all.add(new Argument(fact, same.getFirst().rule(), same, List.of())));
        return all;
    }
}
