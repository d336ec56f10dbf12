package warrant.orchestrator.retrieve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import warrant.graph.Ontology;
import warrant.orchestrator.search.Meanings;
import warrant.rules.Rule;

/**
 * Which relations is a question about? By the nearness of meaning of the question to what the relation is called and
 * how it is explained, and by common words.
 */
public final class RelationRanker {
    private final Meanings meanings;

    public RelationRanker(Meanings meanings) {
        this.meanings = meanings;
    }

    /** Ranks the relations that something could be said of, best first. Scores lie in about [0, 1]. */
    public List<Nearness> rank(Question taken, Knowledge knowledge) {
        String question = taken.withoutNames(knowledge.names(), knowledge.wording());
        Set<String> told = taken.kindStems(knowledge.names(), knowledge.wording());
        List<String> relations = List.copyOf(knowledge.relations());
        Map<String, List<String>> texts = relations.stream()
                .collect(Collectors.toMap(relation -> relation, relation -> descriptions(relation, knowledge)));
        Map<String, Double> nearness = nearness(
                question,
                texts.values().stream().flatMap(List::stream).distinct().toList());
        Asked asked = new Asked(
                text -> nearness.getOrDefault(text, 0.0),
                taken.contentStems(knowledge.names(), knowledge.wording()),
                told,
                rarity(texts.values()),
                knowledge.language());
        List<Nearness> ranked = new ArrayList<>();
        texts.forEach((relation, said) ->
                ranked.add(near(relation, said, named(labels(relation, knowledge), asked), asked)));
        ranked.sort(Comparator.comparingDouble((Nearness near) -> -near.score()).thenComparing(Nearness::relation));
        return ranked;
    }

    private Map<String, Double> nearness(String question, List<String> texts) {
        float[] meaning = meanings.once(question);
        List<float[]> vectors = meanings.of(texts);
        Map<String, Double> nearness = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            nearness.put(texts.get(i), Meanings.nearness(meaning, vectors.get(i)));
        }
        return nearness;
    }

    /**
     * What a question is compared by.
     *
     * @param nearness of meaning of the question and a description
     * @param told stems for the kinds of things that the question names: they tell nothing of the relation
     * @param rarity weight of a stem
     */
    private record Asked(
            ToDoubleFunction<String> nearness,
            Set<String> stems,
            Set<String> told,
            ToDoubleFunction<String> rarity,
            String language) {}

    /** Weighs a stem the less, the more relations are described with it. */
    private static ToDoubleFunction<String> rarity(Collection<List<String>> texts) {
        Map<String, Integer> spread = new HashMap<>();
        for (List<String> said : texts) {
            Words.stems(String.join(" ", said)).forEach(stem -> spread.merge(stem, 1, Integer::sum));
        }
        return stem -> 1 / (1 + Math.log(spread.getOrDefault(stem, 1)));
    }

    /** A label of one word is in many questions that are about something else. */
    private static boolean named(List<String> labels, Asked asked) {
        return labels.stream().map(Words::stems).anyMatch(label -> {
            label.removeAll(asked.told());
            return label.size() > 1 && asked.stems().containsAll(label);
        });
    }

    private Nearness near(String relation, List<String> said, boolean named, Asked asked) {
        double meaning = 0;
        double words = 0;
        Set<String> shared = new TreeSet<>();
        for (String text : said) {
            meaning = Math.max(meaning, asked.nearness().applyAsDouble(text));
            Set<String> label = Words.stems(text);
            label.removeAll(asked.told());
            words = Math.max(words, Words.overlap(asked.stems(), label, asked.rarity()));
            label.stream().filter(asked.stems()::contains).forEach(shared::add);
        }
        return Nearness.of(relation, meaning, words, shared, named, asked.language());
    }

    /** The labels, the labels with the comment, and for rules their names and sentences. */
    static List<String> descriptions(String relation, Knowledge knowledge) {
        List<String> texts = new ArrayList<>(labels(relation, knowledge));
        knowledge
                .ontology()
                .relation(relation)
                .filter(known -> !known.comment().isEmpty())
                .ifPresent(known -> texts.add(known.label() + ": " + known.comment()));
        for (Rule rule : knowledge.concluding(relation)) {
            if (!rule.label().isEmpty()) {
                texts.add(rule.label());
            }
            rule.say().texts().values().forEach(text -> texts.add(text.replaceAll("\\{\\?(\\w+)}", "$1")));
        }
        return texts;
    }

    /** What a relation is called: by its ontology, or else by its IRI. */
    private static List<String> labels(String relation, Knowledge knowledge) {
        return knowledge
                .ontology()
                .relation(relation)
                .map(Ontology.Relation::labels)
                .orElseGet(() -> List.of(Words.ofIri(relation)));
    }
}
