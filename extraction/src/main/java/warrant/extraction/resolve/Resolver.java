package warrant.extraction.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import warrant.extraction.Finding;
import warrant.extraction.Rejection;
import warrant.graph.Iris;
import warrant.graph.Ontology;

/** Settles identity across documents. A pure function: the order of findings and documents does not matter. */
public final class Resolver {
    private static final Set<String> NAMING = Set.of(Iris.TYPE, Iris.LABEL, Iris.ALT_LABEL);

    private final Ontology ontology;

    public Resolver(Ontology ontology) {
        this.ontology = ontology;
    }

    /** @param blocked pairs of {@link Merge#kept()} and {@link Merge#merged()} that a person has taken apart */
    public Resolution resolve(Collection<Finding> findings, Set<Pair> blocked) {
        List<Rejection> unknown = findings.stream()
                .filter(f -> ontology.relation(f.relation()).isEmpty() && !NAMING.contains(f.relation()))
                .map(f -> new Rejection(
                        Rejection.Reason.ONTOLOGY,
                        f.relation(),
                        f.evidence().getFirst(),
                        "the ontology has no such relation"))
                .toList();
        return new Resolution(List.of(), List.of(), unknown);
    }
}
