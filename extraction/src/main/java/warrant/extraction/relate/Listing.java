package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Relation;
import warrant.llm.Context;
import warrant.llm.LanguageModel;

/**
 * Lets the model list what a sentence states as it was shown by the ontology's examples, statement by statement. It
 * writes nothing: at each step whole candidates are scored, a subject with a relation, then an object, and the
 * likeliest is taken, until the end of the list is likelier than another line.
 */
final class Listing {
    private static final int DEMONSTRATIONS = 4;
    private static final int SUBJECTS = 3;
    private static final int RELATIONS = 20;
    private static final int LINES = 7;
    private static final int STEPS = 12;
    /** Share of all that could follow a subject below which a further line is not believed, and the list ends. */
    private static final double LEAST = 0.12;

    private static final String END = "END";

    private final LanguageModel model;
    private final Demonstrations demonstrations;
    private final Map<String, List<Relation>> byLabel = new TreeMap<>();

    Listing(LanguageModel model, Demonstrations demonstrations, Ontology ontology) {
        this.model = model;
        this.demonstrations = demonstrations;
        new TreeMap<>(ontology.relations())
                .values()
                .forEach(r -> byLabel.computeIfAbsent(r.label(), l -> new ArrayList<>())
                        .add(r));
    }

    /** @param probability of the line among all that could stand there */
    record Line(Relation relation, Argument subject, Argument object, double probability) {}

    /**
     * @param typed arguments of the sentence that a recogniser knows
     * @param near how near the sentence is to each relation
     */
    List<Line> of(Sentence sentence, List<Argument> typed, Map<String, Double> near) {
        List<Demonstrations.Shown> shown = demonstrations.near(sentence.text(), DEMONSTRATIONS);
        try (Context read = model.read("", prefix(sentence, shown))) {
            return new Writing(read, sentence, typed, relations(shown, near)).lines();
        }
    }

    private List<String> relations(List<Demonstrations.Shown> shown, Map<String, Double> near) {
        Set<String> chosen = new LinkedHashSet<>();
        shown.reversed().forEach(s -> s.lines().forEach(line -> chosen.add(line.split(" \\| ")[1])));
        chosen.retainAll(byLabel.keySet());
        byLabel.keySet().stream()
                .sorted(Comparator.comparingDouble((String label) -> nearest(label, near))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(RELATIONS)
                .forEach(chosen::add);
        return chosen.stream().limit(RELATIONS).sorted().toList();
    }

    private double nearest(String label, Map<String, Double> near) {
        return byLabel.getOrDefault(label, List.of()).stream()
                .mapToDouble(relation -> near.getOrDefault(relation.iri(), 0.0))
                .max()
                .orElse(0);
    }

    private static String prefix(Sentence sentence, List<Demonstrations.Shown> shown) {
        StringBuilder prefix = new StringBuilder(
                "List the facts that each text states, a line each: subject | relation | object. Then write END.\n\n");
        for (Demonstrations.Shown one : shown) {
            prefix.append("Text: ").append(one.sentence()).append("\nFacts:\n");
            one.lines().forEach(line -> prefix.append(line).append('\n'));
            prefix.append(END).append("\n\n");
        }
        return prefix.append("Text: ")
                .append(sentence.text())
                .append("\nFacts:\n")
                .toString();
    }

    /** One list on its way. */
    private final class Writing {
        private final Context read;
        private final List<String> relations;
        private final List<Argument> typed;
        private final List<Argument> spans;
        private final List<Argument> subjects = new ArrayList<>();
        private final Set<String> closed = new HashSet<>();
        private final Set<String> spent = new HashSet<>();
        private final List<Line> lines = new ArrayList<>();
        private String lead = "";

        Writing(Context read, Sentence sentence, List<Argument> typed, List<String> relations) {
            this.read = read;
            this.relations = relations;
            this.typed = typed;
            this.spans = Spans.of(sentence);
        }

        List<Line> lines() {
            if (spans.isEmpty()) {
                return lines;
            }
            double[] first = shares("", spans.stream().map(s -> s.text() + " |").toList());
            best(first).stream().limit(SUBJECTS).forEach(i -> subjects.add(spans.get(i)));
            for (int step = 0; step < STEPS && lines.size() < LINES && next(); step++) {
                // each step writes a line, or finds that nothing can follow a subject and a relation
            }
            return lines;
        }

        /** @return whether the list may go on */
        private boolean next() {
            List<String> openings = new ArrayList<>();
            subjects.stream().filter(s -> !spent.contains(s.text())).forEach(s -> openings.add(s.text() + " |"));
            openings.add(END);
            double[] begins = shares(lead, openings);
            int first = best(begins).getFirst();
            if (first == openings.size() - 1) {
                return false;
            }
            String opening = openings.get(first);
            Argument subject = subjects.stream()
                    .filter(s -> opening.equals(s.text() + " |"))
                    .findFirst()
                    .orElseThrow();
            List<String> open = relations.stream()
                    .filter(r -> !closed.contains(opening + " " + r + " |"))
                    .toList();
            if (open.isEmpty()) {
                spent.add(subject.text());
                return true;
            }
            List<String> options = open.stream().map(r -> " " + r + " |").toList();
            double[] shares = shares(lead + opening, options);
            int best = best(shares).getFirst();
            Head head = new Head(opening + options.get(best), subject, open.get(best));
            return fill(head, shares[best]);
        }

        private double[] shares(String before, List<String> options) {
            return Listing.shares(read.score(List.of(new Context.Question("", before, options)))
                    .getFirst());
        }

        private boolean fill(Head head, double probability) {
            List<Relation> same = byLabel.getOrDefault(head.relation(), List.of());
            Map<String, Argument> objects = new LinkedHashMap<>();
            for (Relation relation : same) {
                candidates(relation).stream()
                        .filter(o -> !o.text().equals(head.subject().text()))
                        .filter(o -> lines.stream().noneMatch(line -> taken(line, head, o)))
                        .forEach(o -> objects.putIfAbsent(" " + o.text() + "\n", o));
            }
            if (objects.isEmpty()) {
                closed.add(head.words());
                return true;
            }
            List<String> options = List.copyOf(objects.keySet());
            double[] shares = shares(lead + head.words(), options);
            int best = best(shares).getFirst();
            Argument object = objects.get(options.get(best));
            if (object == null) {
                return false;
            }
            if (!lines.isEmpty() && probability * shares[best] < LEAST) {
                return false;
            }
            lead += head.words() + options.get(best);
            Relation relation = same.stream()
                    .filter(r -> candidates(r).contains(object))
                    .findFirst()
                    .orElse(same.getFirst());
            lines.add(new Line(relation, head.subject(), object, probability * shares[best]));
            if (subjects.size() < SUBJECTS * 2 && object.readings().isEmpty()) {
                subjects.add(object);
            }
            return true;
        }

        /** @return whether these words stand in another line for the same subject and relation */
        private static boolean taken(Line line, Head head, Argument object) {
            return line.subject().same(head.subject())
                    && line.relation().label().equals(head.relation())
                    && line.object().overlaps(object);
        }

        private List<Argument> candidates(Relation relation) {
            if (relation.object() || Ranges.takesText(relation)) {
                return spans;
            }
            return typed.stream()
                    .filter(a -> a.thing() == null && Ranges.value(a, relation).isPresent())
                    .toList();
        }
    }

    private record Head(String words, Argument subject, String relation) {}

    private static List<Integer> best(double[] shares) {
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> shares[i]).reversed())
                .toList();
    }

    /** @return the probabilities of candidates among themselves */
    private static double[] shares(List<Context.Score> scores) {
        double most =
                scores.stream().mapToDouble(Context.Score::logProbability).max().orElse(0);
        double[] shares = scores.stream()
                .mapToDouble(s -> Math.exp(s.logProbability() - most))
                .toArray();
        double sum =
                IntStream.range(0, shares.length).mapToDouble(i -> shares[i]).sum();
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[i] / sum)
                .toArray();
    }
}
