package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final int NEIGHBOURS = 8;
    /** How much more a nearer example counts. */
    private static final double SHARPNESS = 8;

    private final Encoder encoder;
    private final List<Shown> shown = new ArrayList<>();
    private final List<float[]> vectors;
    private final boolean articles;

    /** @param lines what the sentence states: subject, relation, object with bars between */
    record Shown(String sentence, List<String> lines) {
        Set<String> labels() {
            return lines.stream().map(line -> line.split(" \\| ")[1]).collect(Collectors.toSet());
        }
    }

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
        articles = articles(shown);
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
            for (String line : one.lines()) {
                String[] parts = line.split(" \\| ");
                for (String side : List.of(parts[0], parts[parts.length - 1])) {
                    int at = one.sentence().indexOf(side);
                    boolean before = at > 0 && one.sentence().substring(0, at).matches("(?is).*\\bthe $");
                    kept += at >= 0 && Spans.article(side) ? 1 : 0;
                    left += before ? 1 : 0;
                }
            }
        }
        return kept > left;
    }

    private record Near(Shown shown, double near) {}

    /** The examples, the nearest in meaning to a sentence first. */
    static final class Ranked {
        private final List<Near> nearest;

        private Ranked(List<Near> nearest) {
            this.nearest = nearest;
        }

        /**
         * @return for each relation, by label, how many of the nearest examples state it, each counted by its nearness;
         *     in [0, 1]
         */
        Map<String, Double> prior() {
            Map<String, Double> prior = new TreeMap<>();
            double sum = 0;
            for (Near one : nearest.stream().limit(NEIGHBOURS).toList()) {
                double weight = Math.exp(SHARPNESS * one.near());
                sum += weight;
                one.shown().labels().forEach(label -> prior.merge(label, weight, Double::sum));
            }
            double all = sum;
            prior.replaceAll((label, weight) -> weight / all);
            return prior;
        }

        /** @return the nearest, the nearest last: what was read last is remembered best */
        List<Shown> shown(int most) {
            return nearest.stream().limit(most).map(Near::shown).toList().reversed();
        }
    }

    /** @return the examples as they are near to a sentence, which is no example of itself */
    Ranked near(String sentence) {
        if (shown.isEmpty()) {
            return new Ranked(List.of());
        }
        float[] here = encoder.encode(List.of(sentence)).getFirst();
        return new Ranked(IntStream.range(0, vectors.size())
                .filter(i -> !shown.get(i).sentence().equals(sentence))
                .mapToObj(i -> new Near(shown.get(i), Nearness.product(here, vectors.get(i))))
                .sorted(Comparator.comparingDouble(Near::near).reversed())
                .toList());
    }
}
