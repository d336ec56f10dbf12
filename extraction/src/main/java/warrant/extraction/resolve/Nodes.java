package warrant.extraction.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import warrant.extraction.Finding;
import warrant.extraction.Side;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Ontology;
import warrant.graph.Quotation;
import warrant.llm.weights.Digests;

/** Groups the names in findings into {@link Node}s: equal names of classes that one thing can be of. */
final class Nodes {
    private static final int SLUG = 40;
    private static final int HASH = 10;

    private final Ontology ontology;
    private final Map<String, List<Node>> byName = new TreeMap<>();

    /** One occurrence of a name. */
    private record Use(String name, String kind, Quotation place) {}

    Nodes(Ontology ontology, Collection<Finding> findings) {
        this.ontology = ontology;
        Map<String, List<Use>> uses = new TreeMap<>();
        Map<String, Set<String>> aliases = new HashMap<>();
        for (Finding finding : findings) {
            collect(finding, uses, aliases);
        }
        uses.forEach((normal, found) ->
                byName.put(normal, nodes(normal, found, aliases.getOrDefault(normal, Set.of()))));
    }

    private static void collect(Finding finding, Map<String, List<Use>> uses, Map<String, Set<String>> aliases) {
        Side.Named subject = finding.subject();
        String normal = Labels.normal(subject.name());
        boolean type = finding.relation().equals(Iris.TYPE);
        String kind = type && finding.object() instanceof Side.Named named ? named.name() : subject.kind();
        uses.computeIfAbsent(normal, n -> new ArrayList<>()).add(new Use(subject.name(), kind, subject.quotation()));
        if (!type && finding.object() instanceof Side.Named object) {
            uses.computeIfAbsent(Labels.normal(object.name()), n -> new ArrayList<>())
                    .add(new Use(object.name(), object.kind(), object.quotation()));
        }
        if (finding.relation().equals(Iris.ALT_LABEL) && finding.object() instanceof Side.Value alias) {
            aliases.computeIfAbsent(normal, n -> new TreeSet<>())
                    .add(Labels.normal(alias.literal().lexical()));
        }
    }

    /** Splits the uses of one name by classes that exclude each other; uses without a class join their document's. */
    private List<Node> nodes(String normal, List<Use> uses, Set<String> aliases) {
        Map<String, List<Use>> groups = new TreeMap<>();
        for (String kind : new TreeSet<>(uses.stream().map(Use::kind).toList())) {
            if (!kind.isEmpty()) {
                groups.computeIfAbsent(top(kind, uses), k -> new ArrayList<>());
            }
        }
        if (groups.isEmpty()) {
            groups.put("", new ArrayList<>());
        }
        for (Use use : uses) {
            String group = use.kind().isEmpty() ? home(use, uses, groups) : top(use.kind(), uses);
            groups.getOrDefault(group, groups.values().iterator().next()).add(use);
        }
        List<Node> nodes = new ArrayList<>();
        groups.forEach((top, members) -> {
            if (!members.isEmpty()) {
                nodes.add(node(normal, members, aliases));
            }
        });
        return nodes;
    }

    /** @return the highest class among those used that the class lies below */
    private String top(String kind, List<Use> uses) {
        return uses.stream()
                .map(Use::kind)
                .filter(other -> !other.isEmpty() && ontology.isA(kind, other))
                .min(Comparator.comparingInt(this::depth).thenComparing(Comparator.naturalOrder()))
                .orElse(kind);
    }

    private String home(Use use, List<Use> uses, Map<String, List<Use>> groups) {
        return uses.stream()
                .filter(other -> !other.kind().isEmpty())
                .filter(other -> other.place()
                        .span()
                        .document()
                        .equals(use.place().span().document()))
                .map(other -> top(other.kind(), uses))
                .sorted()
                .findFirst()
                .orElseGet(() -> groups.keySet().iterator().next());
    }

    private Node node(String normal, List<Use> members, Set<String> aliases) {
        String kind = members.stream()
                .map(Use::kind)
                .filter(k -> !k.isEmpty())
                .max(Comparator.comparingInt(this::depth).thenComparing(Comparator.reverseOrder()))
                .orElse("");
        Map<String, Quotation> places = new TreeMap<>();
        members.stream()
                .map(Use::place)
                .sorted(Node.BY_PLACE)
                .forEach(place -> places.putIfAbsent(place.span().document(), place));
        String name = members.stream()
                .map(Use::name)
                .min(Comparator.comparingLong((String n) -> -count(n, members))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(normal);
        String iri = individual(normal).orElseGet(() -> iri(normal, kind));
        return new Node(iri, name, kind, aliases, places.keySet(), List.copyOf(places.values()));
    }

    private static long count(String name, List<Use> members) {
        return members.stream().filter(m -> m.name().equals(name)).count();
    }

    private java.util.Optional<String> individual(String normal) {
        return new TreeMap<>(ontology.entities())
                .entrySet().stream()
                        .filter(e -> e.getValue().stream()
                                .anyMatch(label -> Labels.normal(label).equals(normal)))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    int depth(String kind) {
        return (int) ontology.classes().keySet().stream()
                .filter(other -> ontology.isA(kind, other))
                .count();
    }

    private static String iri(String normal, String kind) {
        String slug = normal.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String shortened = slug.substring(0, Math.min(slug.length(), SLUG));
        return Iris.WARRANT + "entity:" + shortened + "-"
                + sha256(normal + "\n" + kind).substring(0, HASH);
    }

    static String sha256(String text) {
        return Digests.of(text);
    }

    /** @return all nodes, ordered by name and class */
    List<Node> all() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    /** @return the node that a side of a finding names */
    Node of(Side.Named side) {
        List<Node> nodes = byName.getOrDefault(Labels.normal(side.name()), List.of());
        String document = side.quotation().span().document();
        return nodes.stream()
                .filter(n -> !side.kind().isEmpty() && related(n.kind(), side.kind()))
                .findFirst()
                .or(() -> nodes.stream()
                        .filter(n -> n.documents().contains(document))
                        .findFirst())
                .orElseGet(nodes::getFirst);
    }

    /** @return whether one thing can be of both classes: one lies below the other, or one is unknown */
    boolean related(String one, String other) {
        return one.isEmpty() || other.isEmpty() || ontology.isA(one, other) || ontology.isA(other, one);
    }
}
