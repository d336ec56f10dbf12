package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Words.Word;
import warrant.graph.Datatypes;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Relation;
import warrant.graph.Passage;

/** Lists the statements that the sentences of a passage may make, as far as words and the ontology allow them. */
final class Proposer {
    private static final Set<String> NUMBERED =
            Words.stems("number no code id identifier reference registration account Nummer Zeichen Kennung");
    private static final Set<String> ANAPHORS =
            Set.of("it", "he", "she", "they", "its", "his", "her", "their", "er", "sie", "es");
    /** Nearness of a sentence with words of the relation, where no encoder tells. */
    private static final double UNKNOWN = 1.5;

    private static final int SHORTEST_CODE = 3;
    private static final double NEARNESS = 8;
    /** Most things of the sentence before that a sentence may go on about. */
    private static final int REMEMBERED = 3;

    private final Ontology ontology;
    private final Kinds kinds;
    private final Lexicon lexicon;
    private final Ordering ordering;
    private final @Nullable Nearness nearness;
    private final Map<String, Texts> texts = new TreeMap<>();

    /** @param nearness null: only what the words of the ontology speak for is proposed */
    Proposer(Ontology ontology, Kinds kinds, Lexicon lexicon, @Nullable Nearness nearness) {
        this.nearness = nearness;
        this.ontology = ontology;
        this.kinds = kinds;
        this.lexicon = lexicon;
        this.ordering = new Ordering(lexicon);
        ontology.relations().forEach((iri, relation) -> texts.put(iri, Texts.of(relation)));
    }

    /** What the labels of a relation say of the texts that it takes: numbers and codes, or addresses of mail. */
    private record Texts(boolean numbered, boolean mail) {
        static Texts of(Relation relation) {
            Set<String> stems = Words.stems(String.join(" ", relation.labels()));
            return new Texts(
                    stems.stream().anyMatch(s -> NUMBERED.contains(s) || s.endsWith("nummer")),
                    stems.contains(Words.stem("mail")) || stems.contains(Words.stem("email")));
        }
    }

    private Texts texts(Relation relation) {
        return texts.getOrDefault(relation.iri(), new Texts(false, false));
    }

    /** What one sentence offers. */
    private record Scene(
            DocumentContext context,
            Passage passage,
            Sentence sentence,
            List<Word> words,
            List<Argument> arguments,
            Map<String, Double> near,
            List<Thing> before) {}

    /** @return proposals with any evidence at all, best first within each sentence */
    List<Proposal> propose(DocumentContext context, Passage passage, List<Argument> arguments) {
        List<Proposal> proposals = new ArrayList<>();
        List<Thing> before = List.of();
        List<Sentence> sentences = Sentence.of(passage.text());
        List<Map<String, Double>> near = nearness == null
                ? sentences.stream().map(s -> Map.<String, Double>of()).toList()
                : nearness.of(sentences.stream().map(Sentence::text).toList());
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            List<Argument> here = arguments.stream()
                    .filter(a -> a.begin() >= sentence.begin() && a.end() <= sentence.end())
                    .toList();
            Scene scene = new Scene(context, passage, sentence, words(sentence, here), here, near.get(i), before);
            if (Heads.isLine(context.document(), sentence)) {
                head(scene, proposals);
            }
            if (Heads.isLine(context.document(), sentence) || Moods.unreal(sentence.text())) {
                continue;
            }
            for (Relation relation : ontology.relations().values().stream()
                    .sorted(Comparator.comparing(Relation::iri))
                    .toList()) {
                propose(scene, relation, proposals);
            }
            List<Thing> named = here.stream()
                    .map(Argument::thing)
                    .filter(Objects::nonNull)
                    .distinct()
                    .limit(REMEMBERED)
                    .toList();
            before = named.isEmpty() ? before : named;
        }
        return proposals;
    }

    /** What a line of a message's head says of the message. */
    private void head(Scene scene, List<Proposal> proposals) {
        Thing main = scene.context().main();
        if (main == null) {
            return;
        }
        Lexicon.Evidence whole = new Lexicon.Evidence(1, 1, List.of());
        for (Relation relation : new TreeMap<>(ontology.relations()).values()) {
            Argument subject = Argument.implied(main);
            if (Heads.says(scene.sentence(), relation) && fits(subject, relation.domain())) {
                objects(scene, relation).stream()
                        .filter(object -> !object.implied())
                        .limit(1)
                        .map(object -> new Proposal(
                                relation, scene.sentence(), subject, object, whole, 1, 1, false, UNKNOWN, false, false))
                        .forEach(proposals::add);
            }
        }
    }

    /** The words of a sentence, at their place in the passage, without those of names and values. */
    private static List<Word> words(Sentence sentence, List<Argument> arguments) {
        List<Word> words = new ArrayList<>();
        for (Word word : Words.of(sentence.text())) {
            int begin = word.begin() + sentence.begin();
            int end = word.end() + sentence.begin();
            boolean part = arguments.stream().anyMatch(a -> isName(a) && begin >= a.begin() && end <= a.end());
            if (!part) {
                words.add(new Word(begin, end, word.text(), word.stem()));
            }
        }
        return words;
    }

    private static boolean isName(Argument argument) {
        return argument.thing() == null
                || argument.text().contains(" ")
                || argument.text().equals(argument.name());
    }

    private void propose(Scene scene, Relation relation, List<Proposal> proposals) {
        Lexicon.Evidence evidence = lexicon.evidence(relation, scene.words());
        if (evidence.weight() <= 0 && nearness == null && !describes(relation)) {
            return;
        }
        for (Argument object : objects(scene, relation)) {
            for (Argument subject : subjects(scene, relation, object)) {
                if (subject.overlaps(object)
                        || (object.thing() != null && subject.same(object))
                        || (isPhrase(object) && !joined(scene, subject, object))) {
                    continue;
                }
                boolean role = role(scene, relation, subject) || role(scene, relation, object);
                proposals.add(new Proposal(
                        relation,
                        scene.sentence(),
                        subject,
                        object,
                        evidence,
                        closeness(scene, evidence, subject, object),
                        order(scene, relation, subject, object),
                        role,
                        scene.near().getOrDefault(relation.iri(), nearness == null ? UNKNOWN : 0.0),
                        apposed(scene, relation, subject, object),
                        taken(scene, relation, subject, object)));
            }
        }
    }

    /** Of a flag: 1 if it is said to hold as the sentence denies nothing, or not to hold as it does; else -1. */
    private double order(Scene scene, Relation relation, Argument subject, Argument object) {
        if (Ranges.takesTruth(relation)) {
            return RulesJudge.denies(scene.sentence()) == Boolean.parseBoolean(object.text()) ? -1 : 1;
        }
        return ordering.of(relation, scene.sentence(), scene.words(), subject, object);
    }

    /** @return whether the document gives the relation's own name to something that neither side is */
    private boolean taken(Scene scene, Relation relation, Argument subject, Argument object) {
        List<Thing> owners = scene.context().things().stream()
                .filter(thing -> Stream.concat(thing.aliases().stream(), thing.roles().stream())
                        .anyMatch(name -> names(relation, name)))
                .toList();
        return !owners.isEmpty() && !owners.contains(subject.thing()) && !owners.contains(object.thing());
    }

    /** @return whether an argument is a phrase that says what somebody is */
    private static boolean isPhrase(Argument argument) {
        return argument.thing() == null
                && argument.readings().size() == 1
                && argument.readings().getFirst().datatype().equals(Datatypes.STRING)
                && argument.text().codePoints().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-');
    }

    private static boolean joined(Scene scene, Argument subject, Argument object) {
        return Appositions.joined(scene.passage().text(), subject, object);
    }

    /** @return whether the object says what the subject is, and the relation is the only one that could mean that */
    private boolean apposed(Scene scene, Relation relation, Argument subject, Argument object) {
        return describes(relation)
                && joined(scene, subject, object)
                && ontology.relations().values().stream()
                                .filter(this::describes)
                                .filter(other -> other.domain().equals(relation.domain()))
                                .count()
                        == 1;
    }

    /** @return whether the relation takes text that is no number, code or address */
    private boolean describes(Relation relation) {
        return Ranges.takesText(relation)
                && !texts(relation).numbered()
                && !texts(relation).mail();
    }

    private List<Argument> objects(Scene scene, Relation relation) {
        if (Ranges.takesTruth(relation)) {
            return List.of(Argument.truth(true), Argument.truth(false));
        }
        List<Argument> found = new ArrayList<>();
        for (Argument argument : scene.arguments()) {
            if (relation.object() ? fits(argument, relation.range()) : isValue(argument, relation)) {
                found.add(argument);
            }
        }
        Thing main = scene.context().main();
        if (relation.object() && main != null && found.isEmpty() && fits(Argument.implied(main), relation.range())) {
            found.add(Argument.implied(main));
        }
        return distinct(found);
    }

    private boolean isValue(Argument argument, Relation relation) {
        if (!Ranges.takesText(relation)) {
            return argument.thing() == null && Ranges.value(argument, relation).isPresent();
        }
        boolean numbered = texts(relation).numbered();
        boolean mail = texts(relation).mail();
        boolean plain = argument.thing() == null
                && argument.readings().stream()
                        .allMatch(r -> r.datatype().equals(Datatypes.STRING)
                                || r.datatype().equals(Datatypes.INTEGER));
        boolean digit = argument.text().codePoints().anyMatch(Character::isDigit);
        boolean code = argument.sort() == Kinds.Sort.CODE;
        if (numbered || mail) {
            return (plain || code) && digit == numbered && argument.text().length() >= SHORTEST_CODE;
        }
        return isPhrase(argument)
                || (argument.thing() != null && argument.thing().sort() != Kinds.Sort.DOCUMENT);
    }

    private List<Argument> subjects(Scene scene, Relation relation, Argument object) {
        List<Argument> found = new ArrayList<>();
        for (Argument argument : scene.arguments()) {
            if (argument.thing() != null && fits(argument, relation.domain())) {
                found.add(argument);
            }
        }
        Thing main = scene.context().main();
        boolean anaphor = scene.words().stream()
                .limit(3)
                .anyMatch(w -> ANAPHORS.contains(w.text().toLowerCase(Locale.ROOT)));
        if (found.isEmpty() || anaphor || only(found, object)) {
            scene.before().stream()
                    .filter(thing -> !thing.equals(main))
                    .map(Argument::implied)
                    .filter(implied -> fits(implied, relation.domain()))
                    .forEach(found::add);
        }
        boolean named = main != null && found.stream().anyMatch(a -> main.equals(a.thing()));
        if (main != null
                && !named
                && !(object.implied() && object.thing() != null)
                && fits(Argument.implied(main), relation.domain())) {
            found.add(Argument.implied(main));
        }
        return distinct(found);
    }

    private static boolean only(List<Argument> found, Argument object) {
        return found.stream().allMatch(a -> a.thing() != null && a.same(object));
    }

    private boolean fits(Argument argument, Set<String> allowed) {
        Thing thing = argument.thing();
        if (thing == null) {
            return false;
        }
        if (allowed.isEmpty()) {
            return true;
        }
        String kind = thing.kind();
        return allowed.stream()
                .anyMatch(a -> kind.isEmpty()
                        ? kinds.admits(a, thing.sort())
                        : ontology.isA(kind, a) || ontology.isA(a, kind));
    }

    /** One argument a thing or value: the place nearest to nothing in particular, the first. */
    private static List<Argument> distinct(List<Argument> arguments) {
        List<Argument> kept = new ArrayList<>();
        for (Argument argument : arguments) {
            if (kept.stream().noneMatch(k -> k.thing() != null && k.same(argument))) {
                kept.add(argument);
            }
        }
        return kept;
    }

    /** @return 1 beside a word that speaks for the relation, falling with the number of words between */
    private static double closeness(Scene scene, Lexicon.Evidence evidence, Argument subject, Argument object) {
        Argument mark = object.implied() ? subject : object;
        if (mark.implied()) {
            return 0;
        }
        double best = 0;
        for (Word hit : evidence.hits()) {
            long between = scene.words().stream()
                    .filter(w -> hit.end() <= mark.begin()
                            ? w.begin() >= hit.end() && w.end() <= mark.begin()
                            : w.begin() >= mark.end() && w.end() <= hit.begin())
                    .count();
            best = Math.max(best, NEARNESS / (NEARNESS + between));
        }
        return best;
    }

    /** @return whether the document calls the thing by a label of the relation */
    private boolean role(Scene scene, Relation relation, Argument side) {
        Thing thing = side.thing();
        if (thing == null || side.implied()) {
            return false;
        }
        List<String> names = new ArrayList<>(thing.aliases());
        names.addAll(thing.roles());
        names.add(side.text());
        return names.stream()
                .filter(name -> scene.sentence().text().contains(name))
                .anyMatch(name -> names(relation, name));
    }

    /** @return whether a name is, but for the words around its noun, a label of the relation */
    private static boolean names(Relation relation, String name) {
        String noun = noun(name);
        return !noun.isEmpty()
                && relation.labels().stream().anyMatch(label -> noun(label).equals(noun));
    }

    /** @return a label without the words around its noun: {@code is supplier under} gives {@code supplier} */
    private static String noun(String label) {
        return Words.of(label).stream().filter(Word::content).map(Word::stem).collect(Collectors.joining(" "));
    }
}
