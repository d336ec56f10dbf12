package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Example;
import warrant.llm.Encoder;

/** Sentences of an ontology's examples, each with all that it states, to show a model what is wanted. */
final class Demonstrations {
    /** Examples a relation, on average, from which on a model is let list. */
    private static final int PLENTY = 2;

    private final Encoder encoder;
    private final List<Shown> shown = new ArrayList<>();
    private final List<float[]> vectors;

    /** @param lines what the sentence states: subject, relation, object with bars between */
    record Shown(String sentence, List<String> lines) {}

    Demonstrations(Encoder encoder, Ontology ontology) {
        this.encoder = encoder;
        Map<String, List<String>> lines = new LinkedHashMap<>();
        new TreeMap<>(ontology.relations()).values().forEach(relation -> {
            for (Example example : relation.examples()) {
                if (example.subject() != null && example.object() != null) {
                    String line = example.subject() + " | " + relation.label() + " | " + example.object();
                    List<String> known = lines.computeIfAbsent(example.sentence(), s -> new ArrayList<>());
                    if (!known.contains(line)) {
                        known.add(line);
                    }
                }
            }
        });
        lines.forEach((sentence, all) -> shown.add(new Shown(sentence, all)));
        vectors = shown.isEmpty()
                ? List.of()
                : encoder.encode(shown.stream().map(Shown::sentence).toList());
    }

    /** @return whether an ontology shows its relations by so many sentences that a model can list as they do */
    static boolean plenty(Ontology ontology) {
        long shown = ontology.relations().values().stream()
                .flatMap(relation -> relation.examples().stream())
                .filter(example -> example.subject() != null && example.object() != null)
                .count();
        return shown >= (long) PLENTY * ontology.relations().size() && shown > 0;
    }

    /** @return the nearest in meaning, the nearest last: what was read last is remembered best */
    List<Shown> near(String sentence, int most) {
        if (shown.isEmpty()) {
            return List.of();
        }
        float[] here = encoder.encode(List.of(sentence)).getFirst();
        double[] near =
                vectors.stream().mapToDouble(v -> Nearness.product(here, v)).toArray();
        List<Integer> order = IntStream.range(0, near.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> near[i]).reversed())
                .limit(most)
                .toList();
        return order.reversed().stream().map(shown::get).toList();
    }
}
