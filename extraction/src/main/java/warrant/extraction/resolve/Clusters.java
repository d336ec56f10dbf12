package warrant.extraction.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which nodes are one thing; nodes that a person has taken apart never come together, not even by way of a third. */
final class Clusters {
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Node> byIri = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();
    private final Set<Pair> blocked;
    private final Nodes nodes;

    Clusters(Nodes nodes, Set<Pair> blocked) {
        this.nodes = nodes;
        this.blocked = Set.copyOf(blocked);
        for (Node node : nodes.all()) {
            byIri.put(node.iri(), node);
            kept.put(node.iri(), node.iri());
            members.put(node.iri(), new TreeSet<>(Set.of(node.iri())));
        }
    }

    /** @return whether the two came together now */
    boolean join(Node one, Node other) {
        String first = canonical(one.iri());
        String second = canonical(other.iri());
        if (first.equals(second) || !allowed(members(first), members(second))) {
            return false;
        }
        Set<String> all = members(first);
        all.addAll(members(second));
        members.put(first, all);
        members.remove(second);
        all.forEach(iri -> kept.put(iri, first));
        return true;
    }

    private boolean allowed(Set<String> ones, Set<String> others) {
        for (String one : ones) {
            for (String other : others) {
                if (blocked.contains(new Pair(one, other))
                        || !nodes.related(node(one).kind(), node(other).kind())) {
                    return false;
                }
            }
        }
        return true;
    }

    private Set<String> members(String iri) {
        return members.getOrDefault(iri, new TreeSet<>());
    }

    String canonical(String iri) {
        return kept.getOrDefault(iri, iri);
    }

    private Node node(String iri) {
        Node node = byIri.get(iri);
        if (node == null) {
            throw new IllegalArgumentException("no such entity: " + iri);
        }
        return node;
    }

    Node keeper(Node node) {
        return node(canonical(node.iri()));
    }

    /** @return the most specific class of all members, or empty */
    String kind(Node node) {
        List<String> kinds = members(canonical(node.iri())).stream()
                .map(iri -> node(iri).kind())
                .filter(kind -> !kind.isEmpty())
                .toList();
        return kinds.stream()
                .max(java.util.Comparator.comparingInt(nodes::depth).thenComparing(java.util.Comparator.reverseOrder()))
                .orElse("");
    }
}
