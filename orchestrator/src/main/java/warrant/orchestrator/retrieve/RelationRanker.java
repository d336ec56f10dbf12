package warrant.orchestrator.retrieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import warrant.graph.Ontology;
import warrant.llm.Encoder;
import warrant.rules.Rule;

/**
 * Which relations is a question about? By the nearness of meaning of the question to what the relation is called and
 * how it is explained, and by common words.
 */
public final class RelationRanker {
    private static final double MEANING = 0.65;

    private final Encoder encoder;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    public RelationRanker(Encoder encoder) {
        this.encoder = encoder;
    }

    /** Ranks the relations that something could be said of, best first. Scores lie in about [0, 1]. */
    public List<Scored<String>> rank(Question taken, Knowledge knowledge) {
        String question = taken.withoutNames(knowledge.names(), knowledge.wording());
        Set<String> told = taken.kindStems(knowledge.names(), knowledge.wording());
        List<String> relations = List.copyOf(knowledge.relations());
        Map<String, List<String>> texts = relations.stream()
                .collect(Collectors.toMap(relation -> relation, relation -> descriptions(relation, knowledge)));
        learn(texts.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        float[] asked = encoder.encode(List.of(question)).getFirst();
        Set<String> stems = Words.stems(question);
        stems.removeAll(told);
        List<Scored<String>> ranked = new ArrayList<>();
        texts.forEach((relation, said) -> ranked.add(new Scored<>(relation, score(asked, stems, told, said))));
        ranked.sort(Comparator.comparingDouble((Scored<String> s) -> -s.score()).thenComparing(Scored::item));
        return ranked;
    }

    /** How near two texts are in meaning, in [-1, 1]. */
    public double nearness(String one, String other) {
        List<float[]> both = encoder.encode(List.of(one, other));
        return dot(both.get(0), both.get(1));
    }

    /** Words for the kind of thing that the question names tell nothing of the relation, and are left out. */
    private double score(float[] asked, Set<String> stems, Set<String> told, List<String> said) {
        double meaning = 0;
        double words = 0;
        for (String text : said) {
            float[] vector = vectors.get(text);
            meaning = Math.max(meaning, vector == null ? 0 : dot(asked, vector));
            Set<String> label = Words.stems(text);
            label.removeAll(told);
            words = Math.max(words, Words.overlap(stems, label));
        }
        return MEANING * meaning + (1 - MEANING) * words;
    }

    private void learn(Set<String> texts) {
        List<String> fresh = texts.stream()
                .filter(text -> !vectors.containsKey(text))
                .sorted()
                .toList();
        if (!fresh.isEmpty()) {
            List<float[]> made = encoder.encode(fresh);
            for (int i = 0; i < fresh.size(); i++) {
                vectors.put(fresh.get(i), made.get(i));
            }
        }
    }

    /** The labels, the labels with the comment, and for rules their names and sentences. */
    static List<String> descriptions(String relation, Knowledge knowledge) {
        List<String> texts = new ArrayList<>();
        knowledge
                .ontology()
                .relation(relation)
                .ifPresentOrElse(known -> describe(known, texts), () -> texts.add(Words.ofIri(relation)));
        for (Rule rule : knowledge.concluding(relation)) {
            if (!rule.label().isEmpty()) {
                texts.add(rule.label());
            }
            if (!rule.say().isEmpty()) {
                texts.add(rule.say().replaceAll("\\{\\?(\\w+)}", "$1"));
            }
        }
        return texts;
    }

    private static void describe(Ontology.Relation known, List<String> texts) {
        texts.addAll(known.labels());
        if (!known.comment().isEmpty()) {
            texts.add(known.label() + ": " + known.comment());
        }
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * (double) b[i];
        }
        return sum;
    }
}
