package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the relations that are proposed for a sentence stand by nearness in meaning to it: the nearest is at 0. */
record NearestFirst(Map<Integer, List<String>> relations) {
    static NearestFirst of(List<Proposal> proposals) {
        Map<Integer, List<Proposal>> sentences = new HashMap<>();
        proposals.forEach(proposal -> sentences
                .computeIfAbsent(proposal.sentence().begin(), begin -> new ArrayList<>())
                .add(proposal));
        Map<Integer, List<String>> relations = new HashMap<>();
        sentences.forEach((begin, here) -> relations.put(
                begin,
                here.stream()
                        .sorted(Comparator.comparingDouble((Proposal p) -> -p.near())
                                .thenComparing(p -> p.relation().iri(), Comparator.reverseOrder()))
                        .map(p -> p.relation().iri())
                        .distinct()
                        .toList()));
        return new NearestFirst(relations);
    }

    int placeOf(Proposal proposal) {
        return relations
                .getOrDefault(proposal.sentence().begin(), List.of())
                .indexOf(proposal.relation().iri());
    }
}
