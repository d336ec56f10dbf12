package warrant.extraction.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import warrant.extraction.Finding;
import warrant.graph.Ontology;

/** Settles identity across documents. A pure function: the order of findings and documents does not matter. */
public final class Resolver {
    private final Ontology ontology;

    public Resolver(Ontology ontology) {
        this.ontology = ontology;
    }

    /** @param blocked pairs of {@link Merge#kept()} and {@link Merge#merged()} that a person has taken apart */
    public Resolution resolve(Collection<Finding> findings, Set<Pair> blocked) {
        return new Resolution(List.of(), List.of(), List.of());
    }
}
