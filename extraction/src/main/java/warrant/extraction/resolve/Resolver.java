package warrant.extraction.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import warrant.extraction.Finding;
import warrant.extraction.Rejection;
import warrant.extraction.Side;
import warrant.graph.Change;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Relation;
import warrant.graph.Origin;
import warrant.graph.Term;
import warrant.graph.Triple;

/** Settles identity across documents. A pure function: the order of findings and documents does not matter. */
public final class Resolver {
    private static final Set<String> NAMING = Set.of(Iris.TYPE, Iris.LABEL, Iris.ALT_LABEL);

    /** A value with this confidence stands beside others. */
    private static final double SURE = 0.85;
    /** How much more confidence makes a doubtful value give way. */
    private static final double CLEAR = 0.1;

    private final Ontology ontology;

    public Resolver(Ontology ontology) {
        this.ontology = ontology;
    }

    /** @param blocked pairs of {@link Merge#kept()} and {@link Merge#merged()} that a person has taken apart */
    public Resolution resolve(Collection<Finding> findings, Set<Pair> blocked) {
        if (findings.isEmpty()) {
            return new Resolution(List.of(), List.of(), List.of());
        }
        Nodes nodes = new Nodes(ontology, findings);
        Clusters clusters = new Clusters(nodes, blocked);
        List<Merge> merges = merges(nodes, clusters);
        List<Rejection> rejections = new ArrayList<>();
        List<Settled> settled = new ArrayList<>();
        for (Finding finding : findings) {
            Settled one = settle(finding, nodes, clusters);
            Optional<String> fault = fault(one, clusters, nodes);
            if (fault.isPresent()) {
                rejections.add(rejection(finding, Rejection.Reason.ONTOLOGY, fault.get()));
            } else {
                settled.add(one);
            }
        }
        List<Settled> kept = oneValueEach(settled, rejections);
        Map<String, Change.Open> opens = new TreeMap<>();
        kept.forEach(one -> record(one, opens));
        kept.stream().filter(one -> !NAMING.contains(one.finding().relation())).forEach(one -> {
            implied(one.finding().subject(), one, nodes, clusters, opens);
            if (one.finding().object() instanceof Side.Named object) {
                implied(object, one, nodes, clusters, opens);
            }
        });
        rejections.sort(Comparator.comparing(Rejection::what)
                .thenComparing(Rejection::where, Node.BY_PLACE)
                .thenComparing(Rejection::detail));
        return new Resolution(List.copyOf(opens.values()), merges, rejections);
    }

    /** A finding about entities. */
    private record Settled(Finding finding, Triple triple) {}

    private static List<Merge> merges(Nodes nodes, Clusters clusters) {
        List<Merge> merges = new ArrayList<>();
        for (Sameness.Link link : new Sameness(nodes).links()) {
            Node keeper = clusters.keeper(link.kept());
            if (clusters.join(link.kept(), link.merged())) {
                merges.add(new Merge(
                        keeper.iri(),
                        link.merged().iri(),
                        keeper.name(),
                        link.merged().name(),
                        link.reason(),
                        List.of(link.kept().place(), link.merged().place())));
            }
        }
        return merges;
    }

    private static Settled settle(Finding finding, Nodes nodes, Clusters clusters) {
        Node node = nodes.of(finding.subject());
        Node keeper = clusters.keeper(node);
        String relation = finding.relation();
        Term object = switch (finding.object()) {
            case Side.Value value -> value.literal();
            case Side.Named named ->
                new Entity(
                        relation.equals(Iris.TYPE)
                                ? named.name()
                                : clusters.canonical(nodes.of(named).iri()));
        };
        boolean lesser = relation.equals(Iris.LABEL)
                && object instanceof Literal label
                && !Labels.same(label.lexical(), keeper.name());
        return new Settled(finding, new Triple(new Entity(keeper.iri()), lesser ? Iris.ALT_LABEL : relation, object));
    }

    /** @return what the ontology holds against a finding, now that classes are known */
    private Optional<String> fault(Settled one, Clusters clusters, Nodes nodes) {
        Finding finding = one.finding();
        if (NAMING.contains(finding.relation())) {
            return Optional.empty();
        }
        Relation relation = ontology.relations().get(finding.relation());
        if (relation == null) {
            return Optional.of("the ontology has no such relation");
        }
        String subject = clusters.kind(nodes.of(finding.subject()));
        if (!fits(subject, relation.domain())) {
            return Optional.of("its subject is of class " + subject + ", not " + relation.domain());
        }
        return switch (finding.object()) {
            case Side.Named named -> {
                String kind = clusters.kind(nodes.of(named));
                yield relation.object() && fits(kind, relation.range())
                        ? Optional.empty()
                        : Optional.of("its object is of class " + kind + ", not " + relation.range());
            }
            case Side.Value value -> {
                String datatype = value.literal().datatype();
                boolean text = datatype.equals(Datatypes.STRING);
                boolean allowed = relation.range().isEmpty() || relation.range().contains(datatype) || text;
                yield !relation.object() && allowed
                        ? Optional.empty()
                        : Optional.of("its object is a " + datatype + ", not " + relation.range());
            }
        };
    }

    private boolean fits(String kind, Set<String> allowed) {
        return kind.isEmpty() || allowed.isEmpty() || allowed.stream().anyMatch(a -> ontology.isA(kind, a));
    }

    /**
     * Of a functional relation one document states one value: the one with most confidence behind it. Of other values a
     * doubtful one gives way to one that is sure.
     */
    private List<Settled> oneValueEach(List<Settled> settled, List<Rejection> rejections) {
        record Slot(String document, Entity subject, String relation) {}
        Map<Slot, Map<Term, Double>> slots = new java.util.HashMap<>();
        for (Settled one : settled) {
            Relation relation = ontology.relations().get(one.finding().relation());
            if (relation != null && !relation.state() && (relation.functional() || !relation.object())) {
                slots.computeIfAbsent(
                                new Slot(document(one), one.triple().subject(), relation.iri()),
                                s -> new java.util.HashMap<>())
                        .merge(one.triple().object(), one.finding().confidence(), Double::sum);
            }
        }
        List<Settled> kept = new ArrayList<>();
        for (Settled one : settled) {
            Map<Term, Double> values = slots.getOrDefault(
                    new Slot(
                            document(one), one.triple().subject(), one.finding().relation()),
                    Map.of());
            Term best = values.isEmpty() ? one.triple().object() : best(values);
            Relation relation = ontology.relations().get(one.finding().relation());
            boolean many = relation != null && !relation.functional();
            if (best.equals(one.triple().object()) || (many && !doubtful(one, values, best))) {
                kept.add(one);
            } else {
                rejections.add(rejection(
                        one.finding(),
                        Rejection.Reason.VERIFICATION,
                        "one value only, and the document states better: " + best));
            }
        }
        return kept;
    }

    private static boolean doubtful(Settled one, Map<Term, Double> values, Term best) {
        return one.finding().confidence() < SURE
                && values.getOrDefault(best, 0.0)
                        > values.getOrDefault(one.triple().object(), 0.0) + CLEAR;
    }

    private static Term best(Map<Term, Double> values) {
        return values.entrySet().stream()
                .max(Map.Entry.<Term, Double>comparingByValue()
                        .thenComparing(e -> e.getKey().toString()))
                .orElseThrow()
                .getKey();
    }

    private static String document(Settled one) {
        return one.finding().evidence().getFirst().span().document();
    }

    private static void record(Settled one, Map<String, Change.Open> opens) {
        Finding finding = one.finding();
        open(one.triple(), finding.valid(), finding, opens);
    }

    /** The class under which a statement names a thing is said by the same words. */
    private static void implied(
            Side.Named side, Settled one, Nodes nodes, Clusters clusters, Map<String, Change.Open> opens) {
        Node node = nodes.of(side);
        Entity entity = new Entity(clusters.canonical(node.iri()));
        String kind = clusters.kind(node);
        if (!kind.isEmpty() && !side.kind().isEmpty()) {
            open(new Triple(entity, Iris.TYPE, new Entity(kind)), Interval.ALWAYS, one.finding(), opens);
        }
        boolean keeper = Labels.same(side.name(), clusters.keeper(node).name());
        Literal label = Literal.text(keeper ? clusters.keeper(node).name() : side.name());
        open(new Triple(entity, keeper ? Iris.LABEL : Iris.ALT_LABEL, label), Interval.ALWAYS, one.finding(), opens);
    }

    private static void open(Triple triple, Interval valid, Finding finding, Map<String, Change.Open> opens) {
        Origin origin =
                new Origin.Extracted(finding.evidence(), finding.confidence(), finding.method(), finding.profile());
        String id = Nodes.sha256(triple + "\n" + valid + "\n" + origin);
        opens.put(id, new Change.Open(triple, valid, id, origin));
    }

    private static Rejection rejection(Finding finding, Rejection.Reason reason, String why) {
        String object = switch (finding.object()) {
            case Side.Named named -> named.name();
            case Side.Value value -> value.literal().lexical();
        };
        String local = finding.relation().replaceAll(".*[#/]", "");
        return new Rejection(
                reason,
                finding.subject().name() + " " + local + " " + object,
                finding.evidence().getFirst(),
                why);
    }
}
