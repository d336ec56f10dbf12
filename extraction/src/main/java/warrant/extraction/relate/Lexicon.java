package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Relation;

/**
 * Which words speak for which relation: those of its labels, its comment and its examples, weighted by how rare they
 * are.
 */
final class Lexicon {
    private static final double COMMENT = 0.5;
    private static final double EXAMPLE = 0.5;
    private static final double ARGUMENT = 0.25;

    private final Map<String, Map<String, Double>> weights = new HashMap<>();
    private final Map<String, List<Set<String>>> phrases = new HashMap<>();
    private final Map<String, Integer> spread = new HashMap<>();
    private final int relations;

    Lexicon(Ontology ontology) {
        relations = ontology.relations().size();
        Map<String, Map<String, Double>> raw = new HashMap<>();
        ontology.relations().forEach((iri, relation) -> raw.put(iri, raw(relation, ontology)));
        raw.values().forEach(stems -> stems.keySet().forEach(stem -> spread.merge(stem, 1, Integer::sum)));
        raw.forEach((iri, stems) -> {
            Map<String, Double> weighted = new HashMap<>();
            stems.forEach((stem, weight) -> weighted.put(stem, weight * rarity(stem)));
            weights.put(iri, weighted);
        });
        ontology.relations().forEach((iri, relation) -> phrases.put(iri, phrases(relation)));
    }

    private static Map<String, Double> raw(Relation relation, Ontology ontology) {
        Map<String, Double> stems = new HashMap<>();
        for (Ontology.Example example : relation.examples()) {
            put(stems, without(example.sentence(), example.subject(), example.object()), EXAMPLE);
        }
        put(stems, relation.comment(), COMMENT);
        relation.labels().forEach(label -> put(stems, Wording.words(label), 1));
        Set<String> sides = new HashSet<>();
        sides.addAll(relation.domain());
        sides.addAll(relation.range());
        for (String side : sides) {
            Ontology.Kind kind = ontology.classes().get(side);
            if (kind != null) {
                Words.stems(String.join(" ", kind.labels()))
                        .forEach(stem -> stems.computeIfPresent(stem, (s, weight) -> weight * ARGUMENT));
            }
        }
        return stems;
    }

    private static void put(Map<String, Double> stems, String text, double weight) {
        Words.stems(text).forEach(stem -> stems.merge(stem, weight, Math::max));
    }

    private static String without(String sentence, @Nullable String subject, @Nullable String object) {
        String rest = subject == null ? sentence : sentence.replace(subject, " ");
        return object == null ? rest : rest.replace(object, " ");
    }

    private static List<Set<String>> phrases(Relation relation) {
        List<Set<String>> phrases = new ArrayList<>();
        for (String label : relation.labels()) {
            Set<String> stems = Words.stems(Wording.words(label));
            if (!stems.isEmpty()) {
                phrases.add(stems);
            }
        }
        return phrases;
    }

    /** @return in (0, 1]: 1 for a word that speaks for one relation only */
    double rarity(String stem) {
        int known = spread.getOrDefault(stem, 1);
        return 1 / (1 + Math.log(known) * 4 / Math.log(relations + 2.0));
    }

    /**
     * How strongly words speak for a relation.
     *
     * @param weight sum of the weights of the relation's words that occur, 0 or more
     * @param coverage how much of the best of its labels occurs, in [0, 1]
     * @param hits the words of the text that speak for it
     */
    record Evidence(double weight, double coverage, List<Words.Word> hits) {
        /** @return weight and coverage as one number in [0, 1) */
        double strength() {
            return 1 - Math.exp(-(weight + coverage));
        }
    }

    Evidence evidence(Relation relation, List<Words.Word> words) {
        Map<String, Double> known = weights.getOrDefault(relation.iri(), Map.of());
        List<Words.Word> hits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> present = new HashSet<>();
        double weight = 0;
        for (Words.Word word : words) {
            if (!word.content()) {
                continue;
            }
            present.add(word.stem());
            Double found = known.get(word.stem());
            if (found != null) {
                hits.add(word);
                weight += seen.add(word.stem()) ? found : 0;
            }
        }
        return new Evidence(weight, coverage(relation, present), List.copyOf(hits));
    }

    private double coverage(Relation relation, Set<String> present) {
        double best = 0;
        for (Set<String> phrase : phrases.getOrDefault(relation.iri(), List.of())) {
            double all = 0;
            double found = 0;
            for (String stem : phrase) {
                all += rarity(stem);
                found += present.contains(stem) ? rarity(stem) : 0;
            }
            best = Math.max(best, found / all);
        }
        return best;
    }

    /** @return weight of one stem for the relation, 0 if it does not speak for it */
    double weight(Relation relation, String stem) {
        return weights.getOrDefault(relation.iri(), Map.of()).getOrDefault(stem, 0.0);
    }

    /** @return content stems of each label */
    List<Set<String>> phrases(String relation) {
        return phrases.getOrDefault(relation, List.of());
    }
}
