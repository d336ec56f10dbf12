package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Example;
import warrant.llm.Encoder;

/** Sentences of an ontology's examples, each with all that it states, to show a model what is wanted. */
final class Demonstrations {
    /** Examples a relation, on average, from which on a model is let list. */
    private static final int PLENTY = 2;

    /** Nearest examples of which those to be shown are chosen. */
    private static final int NEIGHBOURS = 40;

    /** How much it counts against an example that it is like one that is shown already. */
    private static final double LIKENESS = 0.35;

    /** Cosine from which on what is written for a relation means that relation. */
    private static final double MEANT = 0.65;

    private final Encoder encoder;
    private final List<Shown> shown = new ArrayList<>();
    private final List<float[]> vectors;
    private final boolean articles;
    private final Map<String, float[]> byLabel = new TreeMap<>();

    /** A fact in the words of its sentence. */
    record Line(String subject, String relation, String object) {
        String text() {
            return subject + " | " + relation + " | " + object;
        }

        private boolean stands(String sentence) {
            return sentence.contains(subject) && sentence.contains(object);
        }
    }

    /** @param lines what the sentence states, in the order of its objects */
    record Shown(String sentence, List<Line> lines) {
        static Shown of(String sentence, Set<Line> lines) {
            return new Shown(
                    sentence,
                    lines.stream()
                            .sorted(Comparator.comparingInt(line -> sentence.indexOf(line.object())))
                            .toList());
        }
    }

    /** Facts whose sides do not both stand in their sentence are not shown: they would teach to invent. */
    Demonstrations(Encoder encoder, Ontology ontology) {
        this.encoder = encoder;
        Map<String, Set<Line>> lines = new LinkedHashMap<>();
        new TreeMap<>(ontology.relations()).values().forEach(relation -> {
            for (Example example : relation.examples()) {
                if (example.subject() != null && example.object() != null) {
                    Line line = new Line(example.subject(), relation.label(), example.object());
                    if (line.stands(example.sentence())) {
                        lines.computeIfAbsent(example.sentence(), s -> new LinkedHashSet<>())
                                .add(line);
                    }
                }
            }
        });
        lines.forEach((sentence, all) -> shown.add(Shown.of(sentence, all)));
        vectors = shown.isEmpty()
                ? List.of()
                : encoder.encode(shown.stream().map(Shown::sentence).toList());
        articles = articles(shown);
        List<String> labels = ontology.relations().values().stream()
                .map(Ontology.Relation::label)
                .distinct()
                .sorted()
                .toList();
        List<float[]> near = labels.isEmpty() ? List.of() : encoder.encode(labels);
        IntStream.range(0, near.size()).forEach(i -> byLabel.put(labels.get(i), near.get(i)));
    }

    /** @return whether an ontology shows its relations by so many sentences that a model can list as they do */
    static boolean plenty(Ontology ontology) {
        long shown = ontology.relations().values().stream()
                .flatMap(relation -> relation.examples().stream())
                .filter(example -> example.subject() != null && example.object() != null)
                .count();
        return shown >= (long) PLENTY * ontology.relations().size() && shown > 0;
    }

    /** @return whether names keep the article before them, as the examples show */
    boolean articles() {
        return articles;
    }

    private static boolean articles(List<Shown> shown) {
        int kept = 0;
        int left = 0;
        for (Shown one : shown) {
            for (Line line : one.lines()) {
                for (String side : List.of(line.subject(), line.object())) {
                    int at = one.sentence().indexOf(side);
                    boolean before = one.sentence().substring(0, at).matches("(?is).*\\bthe $");
                    kept += Standing.article(side) ? 1 : 0;
                    left += before ? 1 : 0;
                }
            }
        }
        return kept > left;
    }

    List<Shown> all() {
        return List.copyOf(shown);
    }

    /** @param example its number */
    private record Near(int example, double near) {}

    /**
     * @return the examples nearest to a sentence in meaning, none of them the sentence itself, the nearest last: what
     *     was read last is remembered best. One that says what a nearer one says already gives way to another (maximal
     *     marginal relevance, Carbonell and Goldstein 1998)
     */
    List<Shown> near(String sentence, int examples) {
        if (shown.isEmpty()) {
            return List.of();
        }
        float[] here = encoder.encode(List.of(sentence)).getFirst();
        List<Near> nearest = IntStream.range(0, vectors.size())
                .filter(i -> !shown.get(i).sentence().equals(sentence))
                .mapToObj(i -> new Near(i, Nearness.product(here, vectors.get(i))))
                .sorted(Comparator.comparingDouble(Near::near).reversed())
                .limit(NEIGHBOURS)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Near> chosen = new ArrayList<>();
        while (!nearest.isEmpty() && chosen.size() < examples) {
            Near best = nearest.stream()
                    .max(Comparator.comparingDouble(one -> one.near() - LIKENESS * likeness(one, chosen)))
                    .orElseThrow();
            nearest.remove(best);
            chosen.add(best);
        }
        chosen.sort(Comparator.comparingDouble(Near::near));
        return chosen.stream().map(one -> shown.get(one.example())).toList();
    }

    private double likeness(Near one, List<Near> chosen) {
        return chosen.stream()
                .mapToDouble(other -> Nearness.product(vectors.get(one.example()), vectors.get(other.example())))
                .max()
                .orElse(0);
    }

    /** @return the label that is written, or means nearly the same as what is written, if any does */
    Optional<String> label(String written) {
        String wanted = written.strip();
        Optional<String> same =
                byLabel.keySet().stream().filter(wanted::equalsIgnoreCase).findFirst();
        if (same.isPresent() || wanted.isEmpty()) {
            return same;
        }
        float[] meaning =
                encoder.encode(List.of(wanted.toLowerCase(Locale.ROOT))).getFirst();
        return byLabel.entrySet().stream()
                .max(Comparator.comparingDouble(e -> Nearness.product(meaning, e.getValue())))
                .filter(e -> Nearness.product(meaning, e.getValue()) >= MEANT)
                .map(Map.Entry::getKey);
    }
}
