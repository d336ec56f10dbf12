package warrant.extraction.relate.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import warrant.graph.Datatypes;
import warrant.graph.Labels;
import warrant.graph.Ontology;

/** How well a header, a caption or a label names a class or a relation of an ontology; from 0 to 1. */
final class Lexicon {
    private static final double EXACT = 1.0;
    private static final double SAME_STEMS = 0.95;
    private static final double SYNONYM = 0.95;
    private static final double ALONE = 0.97;
    /** Words that only repeat what the type of the values says. */
    private static final Map<String, Set<String>> TYPE_WORDS = Map.of(
            Datatypes.DATE, Stems.stems("date day dated datum tag time when"),
            Datatypes.MONEY, Stems.stems("amount sum value price money betrag summe wert preis total"),
            Datatypes.PERCENTAGE, Stems.stems("percent percentage rate % prozent satz"),
            Datatypes.DURATION,
                    Stems.stems("days months years weeks duration period length tage monate jahre dauer frist"),
            Datatypes.QUANTITY, Stems.stems("quantity amount size menge"),
            Datatypes.INTEGER, Stems.stems("number count no anzahl year"),
            Datatypes.DECIMAL, Stems.stems("number value"));

    private final Ontology ontology;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Map<String, String> normal = new ConcurrentHashMap<>();
    private final Map<String, Double> kindScores = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Compounds compounds;

    Lexicon(Ontology ontology) {
        this.ontology = ontology;
        List<String> labels = new ArrayList<>();
        ontology.relations().values().forEach(relation -> labels.addAll(relation.labels()));
        ontology.classes().values().forEach(kind -> labels.addAll(kind.labels()));
        this.compounds = new Compounds(labels);
        for (Ontology.Relation relation : ontology.relations().values()) {
            Set<String> stems = new HashSet<>();
            phrases(relation).forEach(phrase -> stems.addAll(stems(phrase)));
            stems.forEach(stem -> frequency.merge(stem, 1, Integer::sum));
        }
    }

    /** Labels and local name. */
    private static List<String> phrases(Ontology.Relation relation) {
        List<String> phrases = new ArrayList<>(relation.labels());
        phrases.add(localName(relation.iri()));
        return phrases;
    }

    static String localName(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), Math.max(iri.lastIndexOf('/'), iri.lastIndexOf(':'))) + 1);
    }

    /** @param rowKind class of the rows: a header may repeat its name, as in {@code Invoice amount} */
    double names(Header header, Ontology.Relation relation, String rowKind) {
        return names(header, relation, rowKind, "");
    }

    /** @param about header of the column that names what is spoken of, whose words may be repeated too */
    double names(Header header, Ontology.Relation relation, String kind, String about) {
        double best = 0;
        Set<String> kindStems = new HashSet<>(kindStems(kind));
        kindStems.addAll(stems(about));
        for (String phrase : phrases(relation)) {
            best = Math.max(best, similarity(header, phrase, relation, kindStems));
        }
        Header alone = header.alone();
        double part = alone == null ? 0 : ALONE * names(alone, relation, kind, about);
        return Math.max(part, Math.max(best, fromComment(header, relation, kindStems)));
    }

    private double similarity(Header header, String phrase, Ontology.Relation relation, Set<String> kindStems) {
        if (same(header.label(), phrase) || same(header.cell().text(), phrase)) {
            return EXACT;
        }
        if (Abbreviations.initials(header.label(), phrase)) {
            return 0.9;
        }
        Set<String> words = stems(phrase);
        Set<String> head = stems(Abbreviations.full(header.label(), phrase));
        if (head.isEmpty() || words.isEmpty()) {
            return 0;
        }
        double plain = compare(head, words, relation, kindStems);
        double folded = compare(Synonyms.folded(head), Synonyms.folded(words), relation, Synonyms.folded(kindStems));
        return Math.max(plain, SYNONYM * folded);
    }

    private double compare(Set<String> head, Set<String> words, Ontology.Relation relation, Set<String> kindStems) {
        if (head.equals(words)) {
            return SAME_STEMS;
        }
        Set<String> leaner = without(head, kindStems);
        Set<String> leanerWords = without(words, kindStems);
        if (leaner.equals(words) || leaner.equals(leanerWords)) {
            return 0.92;
        }
        Set<String> type = new HashSet<>(TYPE_WORDS.getOrDefault(range(relation), Set.of()));
        if (relation.object()) {
            type.addAll(Stems.NAMING);
            relation.range().forEach(kind -> type.addAll(kindStems(kind)));
        }
        Set<String> core = without(leaner, type);
        Set<String> coreWords = without(leanerWords, type);
        if (core.equals(coreWords)) {
            return core.isEmpty() ? relation.object() ? 0 : 0.6 : 0.9;
        }
        return 0.85 * overlap(core, coreWords);
    }

    /** What the words have in common, weighted by how rarely the ontology uses them, of all of them. */
    private double overlap(Set<String> one, Set<String> other) {
        double common = 0;
        double all = 0;
        Set<String> union = new HashSet<>(one);
        union.addAll(other);
        for (String stem : union) {
            double weight = 1 / (1 + Math.log(1 + frequency.getOrDefault(stem, 0)));
            all += weight;
            common += one.contains(stem) && other.contains(stem) ? weight : 0;
        }
        return all == 0 ? 0 : common / all;
    }

    /** A header all of whose words occur in the sentence that explains the relation. */
    private double fromComment(Header header, Ontology.Relation relation, Set<String> kindStems) {
        Set<String> core =
                without(without(stems(header.label()), kindStems), TYPE_WORDS.getOrDefault(range(relation), Set.of()));
        Set<String> comment = stems(relation.comment());
        boolean telling = core.stream().allMatch(stem -> frequency.getOrDefault(stem, 0) <= 2);
        return !core.isEmpty() && telling && comment.containsAll(core) ? 0.55 : 0;
    }

    /** @return how well a text names a class; words such as {@code no.} do not count */
    double namesKind(String text, String kind) {
        return kindScores.computeIfAbsent(kind + " " + text, key -> scoreOfKind(text, kind));
    }

    private double scoreOfKind(String text, String kind) {
        Ontology.Kind described = ontology.classes().get(kind);
        if (described == null || text.isBlank()) {
            return 0;
        }
        Set<String> head = without(stems(text), Stems.NAMING);
        double best = 0;
        for (String label : labels(described)) {
            Set<String> words = without(stems(label), Stems.NAMING);
            if (same(text, label)) {
                best = 1;
            } else if (!words.isEmpty() && words.equals(head)) {
                best = Math.max(best, SAME_STEMS);
            } else if (!words.isEmpty() && head.containsAll(words)) {
                best = Math.max(best, 0.4 + 0.3 * words.size() / head.size());
            } else if (!head.isEmpty() && words.containsAll(head)) {
                best = Math.max(best, 0.4 + 0.3 * head.size() / words.size());
            }
        }
        return best;
    }

    /** @return whether the header only says of what type the values are: {@code Date}, {@code Amount} */
    boolean isGeneric(Header header, Ontology.Relation relation, String rowKind) {
        Set<String> type = TYPE_WORDS.getOrDefault(range(relation), Set.of());
        Set<String> head = stems(header.label());
        return !head.isEmpty()
                && without(without(head, kindStems(rowKind)), type).isEmpty();
    }

    private static List<String> labels(Ontology.Kind kind) {
        List<String> labels = new ArrayList<>(kind.labels());
        labels.add(localName(kind.iri()));
        return labels;
    }

    private boolean same(String one, String other) {
        return normal.computeIfAbsent(one, Labels::normal).equals(normal.computeIfAbsent(other, Labels::normal));
    }

    private Set<String> stems(String label) {
        return known.computeIfAbsent(label, text -> Stems.stems(compounds.apart(text)));
    }

    private Set<String> kindStems(String kind) {
        Ontology.Kind described = ontology.classes().get(kind);
        return described == null ? Set.of() : stems(described.label());
    }

    static String range(Ontology.Relation relation) {
        return relation.object() || relation.range().isEmpty()
                ? Datatypes.STRING
                : relation.range().iterator().next();
    }

    private static Set<String> without(Set<String> words, Set<String> dropped) {
        Set<String> rest = new HashSet<>(words);
        rest.removeAll(dropped);
        return rest;
    }
}
