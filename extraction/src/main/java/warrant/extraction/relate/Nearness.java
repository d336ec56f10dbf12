package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Relation;
import warrant.llm.Encoder;

/**
 * How near in meaning a sentence is to each relation: to what its ontology says of it, and to its examples. Compared
 * with how near the sentence is to all other relations, so that a number means the same in every ontology.
 */
final class Nearness {
    /** Most examples of a relation that are compared. */
    private static final int EXAMPLES = 40;

    private static final double LEAST_SPREAD = 0.02;

    private final Encoder encoder;
    private final List<String> relations = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    Nearness(Encoder encoder, Ontology ontology) {
        this.encoder = encoder;
        List<String> texts = new ArrayList<>();
        new TreeMap<>(ontology.relations()).forEach((iri, relation) -> {
            for (String text : texts(relation)) {
                relations.add(iri);
                texts.add(text);
            }
        });
        if (!texts.isEmpty()) {
            vectors.addAll(encoder.encode(texts));
        }
    }

    private static List<String> texts(Relation relation) {
        List<String> texts = new ArrayList<>();
        texts.add(String.join(", ", relation.labels()) + ". " + relation.comment());
        relation.examples().stream().limit(EXAMPLES).forEach(e -> texts.add(e.sentence()));
        return texts;
    }

    /**
     * @return for each sentence, in order, for each relation by how many standard deviations over all relations it is
     *     nearer than the mean
     */
    List<Map<String, Double>> of(List<String> sentences) {
        if (sentences.isEmpty() || vectors.isEmpty()) {
            return sentences.stream().map(s -> Map.<String, Double>of()).toList();
        }
        return encoder.encode(sentences).stream().map(this::of).toList();
    }

    private Map<String, Double> of(float[] sentence) {
        Map<String, Double> best = new HashMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            best.merge(relations.get(i), product(sentence, vectors.get(i)), Math::max);
        }
        double mean = best.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        double square = best.values().stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0);
        double spread = Math.max(LEAST_SPREAD, Math.sqrt(square));
        best.replaceAll((iri, near) -> (near - mean) / spread);
        return best;
    }

    static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
