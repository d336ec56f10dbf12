package warrant.orchestrator.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Rejection;
import warrant.extraction.Side;
import warrant.graph.Iris;
import warrant.graph.Ontology;

/**
 * How sure a reader must be of a finding for it to be believed, by relation. What is less sure is kept as rejected.
 *
 * @param usual of relations that have none of their own; 0: all that extraction accepts
 * @param byRelation relation IRI to confidence in [0, 1]
 */
public record Thresholds(double usual, Map<String, Double> byRelation) {
    public static final Thresholds NONE = new Thresholds(0, Map.of());

    /** Stands for all relations that are not named. */
    public static final String DEFAULT = "default";

    public Thresholds {
        byRelation = Map.copyOf(byRelation);
    }

    /**
     * @param named relation (its IRI, the name at the end of it, or a label) or {@link #DEFAULT} to confidence
     * @throws IllegalArgumentException naming what the ontology does not have
     */
    public static Thresholds of(Map<String, Double> named, Ontology ontology) {
        Map<String, Double> byRelation = new TreeMap<>();
        named.forEach((name, threshold) -> {
            if (!name.equals(DEFAULT)) {
                String iri = relation(name, ontology)
                        .orElseThrow(() -> new IllegalArgumentException("matter.yaml gives a threshold for '" + name
                                + "', which is no relation of the ontology"));
                byRelation.put(iri, threshold);
            }
        });
        return new Thresholds(named.getOrDefault(DEFAULT, 0.0), byRelation);
    }

    private static Optional<String> relation(String name, Ontology ontology) {
        return ontology.relations().values().stream()
                .filter(r -> r.iri().equals(name)
                        || r.iri().endsWith("#" + name)
                        || r.iri().endsWith("/" + name)
                        || r.labels().stream().anyMatch(name::equalsIgnoreCase))
                .map(Ontology.Relation::iri)
                .findFirst();
    }

    /** @return the least confidence with which a relation is believed */
    public double of(String relation) {
        return byRelation.getOrDefault(relation, usual);
    }

    /** @return the same, with what is not sure enough among the rejections */
    public Extraction applied(Extraction extraction) {
        List<Finding> kept = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>(extraction.rejections());
        for (Finding finding : extraction.findings()) {
            if (isNaming(finding) || finding.confidence() >= of(finding.relation())) {
                kept.add(finding);
            } else {
                rejections.add(rejected(finding));
            }
        }
        return new Extraction(kept, rejections);
    }

    private static boolean isNaming(Finding finding) {
        return List.of(Iris.TYPE, Iris.LABEL, Iris.ALT_LABEL).contains(finding.relation());
    }

    private Rejection rejected(Finding finding) {
        String object = switch (finding.object()) {
            case Side.Named named -> named.name();
            case Side.Value value -> value.literal().lexical();
        };
        return new Rejection(
                Rejection.Reason.VERIFICATION,
                finding.subject().name() + " " + finding.relation() + " " + object,
                finding.evidence().getFirst(),
                String.format(
                        Locale.ROOT,
                        "confidence %.2f is below the threshold of %.2f that matter.yaml sets",
                        finding.confidence(),
                        of(finding.relation())));
    }
}
