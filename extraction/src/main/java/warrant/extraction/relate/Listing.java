package warrant.extraction.relate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Relation;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Generation;
import warrant.llm.LanguageModel;

/**
 * Finds what a sentence states as the ontology's examples show it: the nearest examples are put before the sentence,
 * and the model goes on with a list. What it names is then looked for in the sentence, and what does not stand there is
 * dropped, like a line whose relation means nothing that the ontology knows: so nothing can be invented.
 */
final class Listing {
    private static final int DEMONSTRATIONS = 5;
    /** Relations that are named before the examples, all or none. */
    private static final int RELATIONS = 60;

    private static final int TOKENS = 224;
    /** Probability of all that is written of a line from which it is believed. */
    private static final double BELIEVED = 0.02;

    /** Share of the examples with a name that must say the same of it, so that it is said of it here too. */
    private static final double USUAL = 0.3;

    private static final String END = "END";

    private static final Generation FREELY = Generation.greedy(new Constraint.Free(), TOKENS)
            .stoppedBy(List.of(END, "\n\n"))
            .telling(1);

    private final LanguageModel model;
    private final Demonstrations demonstrations;
    private final Map<String, List<Relation>> byLabel = new TreeMap<>();
    private final Precedents precedents;
    private final String head;

    Listing(LanguageModel model, Demonstrations demonstrations, Ontology ontology) {
        this.model = model;
        this.demonstrations = demonstrations;
        this.precedents = new Precedents(demonstrations.all());
        new TreeMap<>(ontology.relations())
                .values()
                .forEach(r -> byLabel.computeIfAbsent(r.label(), l -> new ArrayList<>())
                        .add(r));
        String task =
                "List the facts that each text states, a line each: subject | relation | object. Then write END.\n";
        this.head = byLabel.size() > RELATIONS
                ? task + "\n"
                : task + "Relations: " + String.join("; ", byLabel.keySet()) + "\n\n";
    }

    /**
     * A fact of the list.
     *
     * @param probability that the model, unbound, would have written the line so
     */
    record Line(Relation relation, Argument subject, Argument object, double probability) {
        private boolean contradicts(Line other) {
            boolean samePlaces = subject.text().equals(other.subject.text()) && object.overlaps(other.object);
            boolean turned = subject.overlaps(other.object) && object.overlaps(other.subject);
            return relation.label().equals(other.relation.label()) && (samePlaces || turned);
        }
    }

    /** @param typed arguments of the sentence that a recogniser knows */
    List<Line> of(Sentence sentence, List<Argument> typed) {
        Standing standing = new Standing(sentence, demonstrations.articles());
        try (Context read = model.read("", head)) {
            String shown = shown(sentence, demonstrations.near(sentence.text(), DEMONSTRATIONS));
            String begun = text(sentence.text());
            List<Line> lines = written(read.complete(shown, begun, FREELY, piece -> {})).stream()
                    .filter(line -> line.probability() >= BELIEVED)
                    .map(line -> line(line, standing, typed))
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingDouble(Line::probability).reversed())
                    .toList();
            List<Line> kept = new ArrayList<>();
            lines.stream()
                    .filter(line -> kept.stream().noneMatch(line::contradicts))
                    .forEach(kept::add);
            kept.addAll(usual(sentence, standing, kept));
            return kept;
        }
    }

    /** @return what most lines are about; where there are none, the name that stands first */
    private static Optional<Argument> about(Standing standing, List<Line> listed) {
        Map<String, Long> times = listed.stream()
                .collect(Collectors.groupingBy(line -> line.subject().text(), Collectors.counting()));
        return listed.stream()
                .map(Line::subject)
                .max(Comparator.comparingLong(argument -> times.getOrDefault(argument.text(), 0L)))
                .or(standing::first);
    }

    /** What examples keep saying of names that the list does not use, said here of what the sentence is about. */
    private List<Line> usual(Sentence sentence, Standing standing, List<Line> listed) {
        Optional<Argument> subject = about(standing, listed);
        List<Line> added = new ArrayList<>();
        for (Precedents.Precedent each : precedents.in(sentence.text(), USUAL)) {
            Optional<Argument> object = standing.name(each.object());
            Optional<Relation> relation = byLabel.getOrDefault(each.relation(), List.of()).stream()
                    .filter(Listing::named)
                    .findFirst();
            boolean free = object.isPresent()
                    && Stream.concat(listed.stream(), added.stream())
                            .noneMatch(line -> line.object().overlaps(object.get()));
            if (free
                    && relation.isPresent()
                    && subject.isPresent()
                    && !subject.get().overlaps(object.get())) {
                added.add(new Line(relation.get(), subject.get(), object.get(), each.share()));
            }
        }
        return added;
    }

    private static String shown(Sentence sentence, List<Demonstrations.Shown> near) {
        StringBuilder shown = new StringBuilder();
        for (Demonstrations.Shown one : near) {
            shown.append(text(one.sentence()));
            one.lines().forEach(line -> shown.append(line.text()).append('\n'));
            shown.append(END).append("\n\n");
        }
        return shown.append("Do the same for this text: ")
                .append(sentence.text())
                .toString();
    }

    /** What stands before a list. The model is made to begin with it: else it goes on with the last example's list. */
    private static String text(String sentence) {
        return "Text: " + sentence + "\nFacts:\n";
    }

    /** A line as the model wrote it. */
    private record Written(Demonstrations.Line line, double probability) {}

    /**
     * Whole lines alone: the last one may have been cut off by the limit. Where no tokens are told all lines count
     * alike.
     */
    private static List<Written> written(Context.Completion list) {
        List<Written> lines = new ArrayList<>();
        if (list.told().isEmpty()) {
            List<String> texts = list.text().lines().toList();
            double mean = Math.exp(list.logProbability() / Math.max(1, texts.size()));
            texts.forEach(text -> parsed(text, mean).ifPresent(lines::add));
            return lines;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        double sum = 0;
        for (Context.Token token : list.told()) {
            sum += token.logProbability();
            token.utf8().forEach(line::write);
            String text = line.toString(StandardCharsets.UTF_8);
            if (text.contains("\n")) {
                parsed(text.strip(), Math.exp(sum)).ifPresent(lines::add);
                line.reset();
                sum = 0;
            }
        }
        if (list.finished()) {
            parsed(line.toString(StandardCharsets.UTF_8).strip(), Math.exp(sum)).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<Written> parsed(String text, double probability) {
        String[] parts = text.split(" \\| ", -1);
        return parts.length == 3
                ? Optional.of(new Written(new Demonstrations.Line(parts[0], parts[1], parts[2]), probability))
                : Optional.empty();
    }

    private Optional<Line> line(Written written, Standing standing, List<Argument> typed) {
        Optional<Argument> subject = standing.name(written.line().subject());
        for (Relation relation : relations(written.line().relation())) {
            Optional<Argument> object = named(relation)
                    ? standing.name(written.line().object())
                    : standing.value(written.line().object(), relation, typed);
            if (subject.isPresent() && object.isPresent() && !subject.get().overlaps(object.get())) {
                return Optional.of(new Line(relation, subject.get(), object.get(), written.probability()));
            }
        }
        return Optional.empty();
    }

    /** @return the relations of a label, or of the label that means nearly the same as what was written */
    private List<Relation> relations(String written) {
        return demonstrations
                .label(written)
                .map(label -> byLabel.getOrDefault(label, List.of()))
                .orElse(List.of());
    }

    /** @return whether any run of words may be its object */
    private static boolean named(Relation relation) {
        return relation.object() || Ranges.takesText(relation);
    }
}
