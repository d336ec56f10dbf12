package warrant.orchestrator.eval.sentence;

import java.util.List;
import java.util.Map;
import warrant.graph.Ontology;

/**
 * Sentences that share an ontology.
 *
 * @param name of the ontology, unique in a suite
 * @param group what the set is averaged with
 * @param ontology what the sentences may state, with examples where the set allows them
 * @param source hash of all that the ontology was made of
 * @param relations IRI of each relation of the ontology, with what the set calls it
 * @param forms how the set writes values
 * @param names how the set writes names
 */
record SentenceSet(
        String name,
        String group,
        Ontology ontology,
        String source,
        Map<String, String> relations,
        Forms forms,
        Names names,
        List<Labelled> sentences) {
    public SentenceSet {
        relations = Map.copyOf(relations);
        sentences = List.copyOf(sentences);
    }

    SentenceSet with(List<Labelled> chosen) {
        return new SentenceSet(name, group, ontology, source, relations, forms, names, chosen);
    }
}
