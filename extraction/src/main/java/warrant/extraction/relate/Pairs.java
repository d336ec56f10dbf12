package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Relation;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;

/**
 * Which relations hold between things whose places in a text are known? Pairs that the ontology admits and that stand
 * near each other are ranked by how near their sentences are to the relation; the best are asked about, all in one
 * batch over the text, in both directions where both are possible.
 */
public final class Pairs {
    /** Sentences that may lie between two things. */
    private static final int APART = 1;
    /** What a sentence between two things takes from the nearness of their sentences. */
    private static final double DISTANCE = 0.5;

    private final Ontology ontology;
    private final @Nullable LanguageModel model;
    private final @Nullable Nearness nearness;
    private final Map<String, Set<String>> stems = new TreeMap<>();

    /**
     * @param model needed at level {@code MODEL}
     * @param encoder needed above level {@code RULES}
     */
    public Pairs(Ontology ontology, Level level, @Nullable LanguageModel model, @Nullable Encoder encoder) {
        if ((level == Level.MODEL && model == null) || (level != Level.RULES && encoder == null)) {
            throw new IllegalArgumentException("level " + level + " needs its model");
        }
        this.ontology = ontology;
        this.model = level == Level.MODEL ? model : null;
        this.nearness = level == Level.RULES || encoder == null ? null : new Nearness(encoder, ontology);
        ontology.relations()
                .forEach((iri, relation) -> stems.put(iri, Words.stems(String.join(" ", relation.labels()))));
    }

    /**
     * A relation between two of the things.
     *
     * @param subject its number among the things
     * @param object likewise
     * @param rank how good the pair looked before the model was asked: standard deviations of nearness
     * @param odds log-odds with which the model says that the text states it; the rank where it was not asked
     */
    public record Judged(int subject, String relation, int object, double rank, double odds) {}

    /**
     * @param most pairs that are asked about
     * @return the best first
     */
    public List<Judged> judge(List<String> sentences, List<Named> things, int most) {
        List<Judged> ranked = candidates(sentences, things);
        ranked.sort(Comparator.comparingDouble(Judged::rank)
                .reversed()
                .thenComparing(Judged::relation)
                .thenComparingInt(Judged::subject)
                .thenComparingInt(Judged::object));
        List<Judged> best = ranked.subList(0, Math.min(most, ranked.size()));
        return ask(sentences, things, best);
    }

    /**
     * Asks the model about pairs that the caller chose.
     *
     * @return the pairs with the model's odds, the best first; as they are at a level without it
     */
    public List<Judged> ask(List<String> sentences, List<Named> things, List<Judged> pairs) {
        return model == null ? List.copyOf(pairs) : asked(model, sentences, things, pairs);
    }

    private List<Judged> candidates(List<String> sentences, List<Named> things) {
        List<Map<String, Double>> near = near(sentences);
        List<Judged> found = new ArrayList<>();
        Collection<Relation> relations = new TreeMap<>(ontology.relations()).values();
        for (int s = 0; s < things.size(); s++) {
            for (int o = 0; o < things.size(); o++) {
                for (Relation relation : relations) {
                    double rank = s == o || !admits(relation, things.get(s), things.get(o))
                            ? Double.NEGATIVE_INFINITY
                            : rank(near, relation, things.get(s), things.get(o));
                    if (rank > Double.NEGATIVE_INFINITY) {
                        found.add(new Judged(s, relation.iri(), o, rank, rank));
                    }
                }
            }
        }
        return found;
    }

    private static boolean admits(Relation relation, Named subject, Named object) {
        return !subject.name().equalsIgnoreCase(object.name())
                && admits(relation.domain(), subject.kind())
                && admits(relation.range(), object.kind());
    }

    private static boolean admits(Set<String> kinds, String kind) {
        return kinds.isEmpty() || kind.isEmpty() || kinds.contains(kind);
    }

    private static double rank(List<Map<String, Double>> near, Relation relation, Named subject, Named object) {
        double best = Double.NEGATIVE_INFINITY;
        for (int one : subject.sentences()) {
            for (int other : object.sentences()) {
                int apart = Math.abs(one - other);
                if (apart <= APART) {
                    double here = Math.max(
                            near.get(one).getOrDefault(relation.iri(), Double.NEGATIVE_INFINITY),
                            near.get(other).getOrDefault(relation.iri(), Double.NEGATIVE_INFINITY));
                    best = Math.max(best, here - DISTANCE * apart);
                }
            }
        }
        return best;
    }

    /** @return of each sentence how near it is to each relation: in meaning, or by the words of its labels */
    private List<Map<String, Double>> near(List<String> sentences) {
        return nearness == null ? sentences.stream().map(this::shared).toList() : nearness.of(sentences);
    }

    private Map<String, Double> shared(String sentence) {
        Set<String> here = Words.stems(sentence);
        Map<String, Double> shared = new HashMap<>();
        stems.forEach((iri, words) -> {
            if (!words.isEmpty() && here.containsAll(words)) {
                shared.put(iri, 1.0);
            }
        });
        return shared;
    }

    private List<Judged> asked(LanguageModel asked, List<String> sentences, List<Named> things, List<Judged> pairs) {
        Map<Judged, String> questions = new LinkedHashMap<>();
        for (Judged pair : pairs) {
            questions.put(
                    pair,
                    question(
                            ontology.relations().get(pair.relation()),
                            things.get(pair.subject()).name(),
                            things.get(pair.object()).name()));
        }
        Map<String, Double> yes =
                YesNo.ask(asked, String.join(" ", sentences) + "\n\n", new LinkedHashSet<>(questions.values()));
        return questions.entrySet().stream()
                .map(e -> new Judged(
                        e.getKey().subject(),
                        e.getKey().relation(),
                        e.getKey().object(),
                        e.getKey().rank(),
                        yes.getOrDefault(e.getValue(), 0.0)))
                .sorted(Comparator.comparingDouble(Judged::odds).reversed())
                .toList();
    }

    private static String question(@Nullable Relation relation, String subject, String object) {
        if (relation == null) {
            throw new IllegalArgumentException("a relation that is not the ontology's");
        }
        return YesNo.stated(Wording.sentence(subject, relation, object));
    }
}
