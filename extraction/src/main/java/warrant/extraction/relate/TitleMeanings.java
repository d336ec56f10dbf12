package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import warrant.graph.Ontology;
import warrant.llm.Encoder;

/**
 * Which class of documents a title comes nearest to in meaning: {@code Notice of Termination} to a dismissal notice.
 */
final class TitleMeanings {
    /** Inner product of unit vectors from which a title counts as near. */
    private static final double NEAR = 0.45;

    private final Encoder encoder;
    private final List<String> kinds = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    TitleMeanings(Encoder encoder, Ontology ontology, Kinds known) {
        this.encoder = encoder;
        List<String> texts = new ArrayList<>();
        new TreeMap<>(ontology.classes()).forEach((iri, kind) -> {
            if (known.documentary(iri)) {
                kind.labels().forEach(label -> add(iri, label, texts));
                add(iri, kind.label() + ". " + kind.comment(), texts);
            }
        });
        if (!texts.isEmpty()) {
            vectors.addAll(encoder.encode(texts));
        }
    }

    private void add(String iri, String text, List<String> texts) {
        kinds.add(iri);
        texts.add(text);
    }

    /** @return IRI of the class, or empty if none is near */
    String of(String title) {
        if (vectors.isEmpty()) {
            return "";
        }
        float[] here = encoder.encode(List.of(title)).getFirst();
        String best = "";
        double most = NEAR;
        for (int i = 0; i < kinds.size(); i++) {
            double near = Nearness.product(here, vectors.get(i));
            if (near > most) {
                most = near;
                best = kinds.get(i);
            }
        }
        return best;
    }
}
