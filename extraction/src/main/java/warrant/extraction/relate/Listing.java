package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Relation;
import warrant.llm.Context;
import warrant.llm.LanguageModel;

/**
 * Finds what a sentence states as the ontology's examples show it, without letting the model write: the nearest
 * examples are put before the sentence, and what could stand in the list of its facts is scored from left to right: by
 * which subject, with which relation, with which object. At each place only the beginnings are scored first, and only
 * the likeliest of them are followed: so a list costs a few batches of short continuations.
 */
final class Listing {
    private static final int DEMONSTRATIONS = 3;
    private static final int SUBJECTS = 2;
    private static final int RELATIONS = 14;
    private static final int HEADS = 7;
    /** Beginnings of a name that are followed to its end. */
    private static final int STARTS = 2;
    /** Share of all beginnings, or of all heads, below which one is not followed. */
    private static final double LEAST_START = 0.12;

    private static final double LEAST_HEAD = 0.0003;
    /** Share of a second subject below which it is left aside. */
    private static final double LEAST_SUBJECT = 0.05;
    /** Share of an object among all of its head from which it is one. */
    private static final double LEAST_OBJECT = 0.25;
    /** Worth from which a line is believed. */
    private static final double BELIEVED = 0.12;
    /** Power of a relation's share: what is stated second or third is seldom written first. */
    private static final double FIRST = 0.25;
    /** Of a relation that no near example states, against one that all state. */
    private static final double UNKNOWN = 0.6;

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

    /**
     * A fact that the list may hold.
     *
     * @param shares of subject, relation and object among what was scored at their places
     * @param probability how good it is as a whole, in [0, 1]: its shares, the relation's by a root because the
     *     relations that a sentence states share the first place of a list, and by how many of the nearest examples
     *     state the relation
     */
    record Line(Relation relation, Argument subject, Argument object, Shares shares, double probability) {
        private boolean contradicts(Line other) {
            boolean sameSubject = subject.text().equals(other.subject.text());
            boolean turned = relation.label().equals(other.relation.label())
                    && subject.overlaps(other.object)
                    && object.overlaps(other.subject);
            return turned || (sameSubject ? object.overlaps(other.object) : subject.overlaps(other.subject));
        }
    }

    /** Probabilities, each among the alternatives at its place. */
    record Shares(double subject, double relation, double object) {}

    /** What a line may begin with. */
    private record Head(Argument subject, String label, double subjectShare, double share) {
        String words() {
            return subject.text() + " | " + label + " |";
        }
    }

    private record Scored(Argument argument, double share) {}

    /**
     * @param typed arguments of the sentence that a recogniser knows
     * @param near how near the sentence is to each relation
     */
    List<Line> of(Sentence sentence, List<Argument> typed, Map<String, Double> near) {
        Spans spans = new Spans(sentence, demonstrations.articles());
        if (spans.starts().isEmpty()) {
            return List.of();
        }
        Demonstrations.Ranked examples = demonstrations.near(sentence.text());
        List<Demonstrations.Shown> shown = examples.shown(DEMONSTRATIONS);
        List<String> labels = labels(shown, near, typed);
        try (Context read = model.read("", prefix(sentence, shown))) {
            return chosen(new Reading(read, spans, typed).lines(labels, examples.prior()));
        }
    }

    /**
     * The worthiest lines, each of which leaves no room for others that give the same words another part: another
     * relation of the same two, a shorter name of the same thing, the two sides in the other order.
     */
    private static List<Line> chosen(List<Line> lines) {
        List<Line> kept = new ArrayList<>();
        lines.stream()
                .filter(line -> line.probability() >= BELIEVED)
                .sorted(Comparator.comparingDouble(Line::probability).reversed())
                .filter(line -> kept.stream().noneMatch(line::contradicts))
                .forEach(kept::add);
        return kept;
    }

    private List<String> labels(List<Demonstrations.Shown> shown, Map<String, Double> near, List<Argument> typed) {
        Set<String> chosen = new LinkedHashSet<>();
        shown.reversed().forEach(s -> s.lines().forEach(line -> chosen.add(line.split(" \\| ")[1])));
        chosen.retainAll(byLabel.keySet());
        byLabel.keySet().stream()
                .sorted(Comparator.comparingDouble((String label) -> nearest(label, near))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(chosen::add);
        return chosen.stream()
                .filter(label -> same(label).stream()
                        .anyMatch(r -> named(r) || values(typed, r).findAny().isPresent()))
                .limit(RELATIONS)
                .toList();
    }

    private List<Relation> same(String label) {
        return byLabel.getOrDefault(label, List.of());
    }

    private double nearest(String label, Map<String, Double> near) {
        return same(label).stream()
                .mapToDouble(relation -> near.getOrDefault(relation.iri(), 0.0))
                .max()
                .orElse(0);
    }

    /** @return whether any run of words may be its object */
    private static boolean named(Relation relation) {
        return relation.object() || Ranges.takesText(relation);
    }

    private static Stream<Argument> values(List<Argument> typed, Relation relation) {
        return typed.stream()
                .filter(a -> a.thing() == null && Ranges.value(a, relation).isPresent());
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

    /** A sentence that the model has read. */
    private final class Reading {
        private final Context read;
        private final Spans spans;
        private final List<Argument> typed;

        Reading(Context read, Spans spans, List<Argument> typed) {
            this.read = read;
            this.spans = spans;
            this.typed = typed;
        }

        List<Line> lines(List<String> labels, Map<String, Double> prior) {
            List<Scored> subjects = names(List.of(""), List.of(spans.starts()), " |", STARTS + 1).getFirst().stream()
                    .limit(SUBJECTS)
                    .filter(subject -> subject.share() >= LEAST_SUBJECT)
                    .toList();
            List<Head> heads = heads(subjects, labels);
            List<List<Scored>> objects = objects(heads);
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                Head head = heads.get(i);
                double known = UNKNOWN + (1 - UNKNOWN) * prior.getOrDefault(head.label(), 0.0);
                objects.get(i).stream()
                        .filter(object -> object.share() >= LEAST_OBJECT)
                        .forEach(object -> lines.add(line(head, object, known)));
            }
            return lines;
        }

        private Line line(Head head, Scored object, double known) {
            List<Relation> same = same(head.label());
            Relation relation = same.stream()
                    .filter(r -> named(r) || values(typed, r).anyMatch(object.argument()::equals))
                    .findFirst()
                    .orElse(same.getFirst());
            Shares shares = new Shares(head.subjectShare(), head.share(), object.share());
            return new Line(
                    relation,
                    head.subject(),
                    object.argument(),
                    shares,
                    known * shares.subject() * Math.pow(shares.relation(), FIRST) * shares.object());
        }

        private List<Head> heads(List<Scored> subjects, List<String> labels) {
            List<String> options =
                    labels.stream().map(label -> " " + label + " |").toList();
            List<Context.Question> questions = subjects.stream()
                    .map(s -> new Context.Question("", s.argument().text() + " |", options))
                    .toList();
            List<List<Context.Score>> scores = read.score(questions);
            List<Head> heads = new ArrayList<>();
            for (int s = 0; s < subjects.size(); s++) {
                Scored subject = subjects.get(s);
                for (int l = 0; l < labels.size(); l++) {
                    double share = Math.exp(scores.get(s).get(l).logProbability());
                    heads.add(new Head(subject.argument(), labels.get(l), subject.share(), share));
                }
            }
            return heads.stream()
                    .filter(head -> head.share() >= LEAST_HEAD)
                    .sorted(Comparator.comparingDouble((Head h) -> h.share() * h.subjectShare())
                            .reversed())
                    .limit(HEADS)
                    .toList();
        }

        /** @return for each head what may be its object, the likeliest first */
        private List<List<Scored>> objects(List<Head> heads) {
            List<String> leads = heads.stream().map(Head::words).toList();
            List<List<Argument>> starts = heads.stream().map(this::starts).toList();
            return names(leads, starts, "\n", STARTS);
        }

        /** Values as they are, and beginnings of names. */
        private List<Argument> starts(Head head) {
            Map<String, Argument> found = new LinkedHashMap<>();
            for (Relation relation : same(head.label())) {
                Stream<Argument> candidates = named(relation) ? spans.starts().stream() : values(typed, relation);
                candidates.filter(a -> !a.overlaps(head.subject())).forEach(a -> found.putIfAbsent(a.text(), a));
            }
            return List.copyOf(found.values());
        }

        /**
         * Scores beginnings after each lead, then whole names from the likeliest of them.
         *
         * @param mark what ends a name
         */
        private List<List<Scored>> names(List<String> leads, List<List<Argument>> starts, String mark, int followed) {
            List<List<Scored>> begun = score(leads, starts, "");
            List<List<Argument>> whole = begun.stream()
                    .map(list -> list.stream()
                            .filter(s -> s.share() >= LEAST_START)
                            .limit(followed)
                            .flatMap(s -> s.argument().readings().isEmpty()
                                    ? spans.from(s.argument()).stream()
                                    : Stream.of(s.argument()))
                            .toList())
                    .toList();
            return score(leads, whole, mark);
        }

        private List<List<Scored>> score(List<String> leads, List<List<Argument>> options, String mark) {
            List<Context.Question> questions = new ArrayList<>();
            for (int i = 0; i < leads.size(); i++) {
                String space = leads.get(i).isEmpty() ? "" : " ";
                if (!options.get(i).isEmpty()) {
                    questions.add(new Context.Question(
                            "",
                            leads.get(i),
                            options.get(i).stream()
                                    .map(a -> space + a.text() + mark)
                                    .toList()));
                }
            }
            List<List<Context.Score>> scores = questions.isEmpty() ? List.of() : read.score(questions);
            List<List<Scored>> found = new ArrayList<>();
            int next = 0;
            for (List<Argument> list : options) {
                found.add(list.isEmpty() ? List.of() : ranked(list, scores.get(next++)));
            }
            return found;
        }
    }

    private static List<Scored> ranked(List<Argument> arguments, List<Context.Score> scores) {
        double[] shares = shares(scores);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> new Scored(arguments.get(i), shares[i]))
                .sorted(Comparator.comparingDouble(Scored::share).reversed())
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
