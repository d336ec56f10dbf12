package warrant.orchestrator.eval.pairs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import warrant.extraction.relate.Pairs;
import warrant.graph.Ontology;

/** Of judged pairs those to believe: the best first, one for two things in one order. */
final class Chosen {
    private Chosen() {}

    /** @param least least odds, or rank where the model was not asked */
    static List<Pairs.Judged> of(List<Pairs.Judged> judged, Ontology ontology, double least) {
        List<Pairs.Judged> kept = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Pairs.Judged pair : judged) {
            String forth = pair.subject() + " " + pair.relation() + " " + pair.object();
            String back = pair.object() + " " + pair.relation() + " " + pair.subject();
            if (pair.odds() >= least && ontology.relations().containsKey(pair.relation()) && !taken.contains(back)) {
                taken.add(forth);
                kept.add(pair);
            }
        }
        return kept;
    }
}
