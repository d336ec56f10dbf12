package warrant.extraction.relate;

import java.util.Set;
import warrant.graph.Ontology;

/** Tells the class of a thing as far as its document shows it. */
final class Typing {
    private final Ontology ontology;
    private final Kinds kinds;

    Typing(Ontology ontology, Kinds kinds) {
        this.ontology = ontology;
        this.kinds = kinds;
    }

    /**
     * The class that names show; else, where the statement's side leaves but one class that a thing of that form can be
     * of, that class.
     *
     * @param allowed classes that the relation admits at that side
     * @return IRI, or empty
     */
    String of(Thing thing, Set<String> allowed) {
        if (!thing.kind().isEmpty()) {
            return thing.kind();
        }
        Set<String> open = new java.util.TreeSet<>();
        for (String kind : allowed) {
            if (kinds.admits(kind, thing.sort()) && ontology.classes().containsKey(kind)) {
                open.add(kind);
            }
        }
        return open.size() == 1 ? open.iterator().next() : "";
    }
}
