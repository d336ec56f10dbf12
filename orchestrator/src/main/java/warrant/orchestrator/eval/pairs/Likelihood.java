package warrant.orchestrator.eval.pairs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import warrant.extraction.relate.Pairs;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Relation;
import warrant.orchestrator.eval.pairs.DocredDocument.Mention;

/**
 * How likely a relation holds between two entities of a document, by what is plain to see: finer classes of both, words
 * of the relation in their sentence or between them, what the document is about, and its country. A logistic regression
 * of a few weights, none of which belongs to a relation.
 */
final class Likelihood {
    private static final int FAR = 15;
    private static final int APART = 4;

    private final Ontology ontology;
    private final FinerKinds finer;
    private final Map<String, List<String>> cues = new HashMap<>();

    Likelihood(Ontology ontology) {
        this.ontology = ontology;
        this.finer = new FinerKinds(ontology, Reading.iri("docred", "Country"));
        ontology.relations()
                .forEach((iri, relation) -> cues.put(
                        iri,
                        relation.labels().stream().skip(1).map(cue -> " " + cue).toList()));
    }

    /**
     * What is seen of two entities and a relation; flags are 0 or 1.
     *
     * @param same a sentence names both
     * @param between a cue stands between them
     * @param cue a cue stands in a sentence that names both
     * @param near a cue stands in a sentence that names the object, and none names both
     * @param told the relation has no cues, but a finer class
     * @param toldHere likewise, and a sentence names both
     * @param title the document bears the subject's name
     * @param country the object is the document's country
     * @param setting likewise, and the relation is told by a country alone
     * @param apart sentences between them, at most four, as a share of four
     * @param rivals natural logarithm of the number of objects that the relation could have for the subject
     */
    record Seen(
            double same,
            double between,
            double cue,
            double near,
            double told,
            double toldHere,
            double title,
            double country,
            double setting,
            double apart,
            double rivals) {
        private static final Seen WEIGHTS =
                new Seen(0.65, 1.15, 2.28, 3.07, 3.43, -0.29, 0.99, 1.25, 0.40, -0.73, -0.42);
        private static final double BIAS = -4.72;

        /** @return log-odds that the relation holds */
        double odds() {
            return BIAS
                    + same * WEIGHTS.same
                    + between * WEIGHTS.between
                    + cue * WEIGHTS.cue
                    + near * WEIGHTS.near
                    + told * WEIGHTS.told
                    + toldHere * WEIGHTS.toldHere
                    + title * WEIGHTS.title
                    + country * WEIGHTS.country
                    + setting * WEIGHTS.setting
                    + apart * WEIGHTS.apart
                    + rivals * WEIGHTS.rivals;
        }
    }

    /** @return all pairs that the classes admit, the likeliest first, with log-odds as their rank and odds */
    List<Pairs.Judged> of(DocredDocument document) {
        return new Reader(document).judged();
    }

    /** Reads one document. */
    private final class Reader {
        private final DocredDocument document;
        private final List<Set<String>> kinds = new ArrayList<>();
        private final List<String> texts;
        private final int country;

        Reader(DocredDocument document) {
            this.document = document;
            for (int i = 0; i < document.entities().size(); i++) {
                kinds.add(finer.of(
                        document.entities().get(i).kind(), document.names().get(i)));
            }
            this.texts = document.tokens().stream().map(t -> joined(t.words())).toList();
            this.country = country();
        }

        private static String joined(List<String> words) {
            return " " + String.join(" ", words).toLowerCase(Locale.ROOT);
        }

        /** The country that is named most often, of several the one named first; -1 if there is none. */
        private int country() {
            return IntStream.range(0, kinds.size())
                    .filter(i -> kinds.get(i).contains(finer.country()))
                    .boxed()
                    .max(Comparator.comparingInt(
                                    (Integer i) -> document.mentions().get(i).size())
                            .thenComparingInt(i ->
                                    -Collections.min(document.entities().get(i).sentences())))
                    .orElse(-1);
        }

        List<Pairs.Judged> judged() {
            List<Pairs.Judged> all = new ArrayList<>();
            for (Relation relation : new TreeMap<>(ontology.relations()).values()) {
                for (int subject = 0; subject < kinds.size(); subject++) {
                    List<Integer> objects = objects(relation, subject);
                    for (int object : objects) {
                        double odds =
                                seen(relation, subject, object, objects.size()).odds();
                        all.add(new Pairs.Judged(subject, relation.iri(), object, odds, odds));
                    }
                }
            }
            all.sort(Comparator.comparingDouble(Pairs.Judged::odds).reversed());
            return all;
        }

        private List<Integer> objects(Relation relation, int subject) {
            List<Integer> objects = new ArrayList<>();
            boolean ofCountries = relation.range().contains(finer.country())
                    && kinds.get(subject).contains(finer.country());
            for (int object = 0; object < kinds.size(); object++) {
                if (object != subject
                        && !ofCountries
                        && admits(relation.domain(), kinds.get(subject))
                        && admits(relation.range(), kinds.get(object))) {
                    objects.add(object);
                }
            }
            return objects;
        }

        private static boolean admits(Set<String> wanted, Set<String> kinds) {
            return wanted.isEmpty() || !Collections.disjoint(wanted, kinds);
        }

        private Seen seen(Relation relation, int subject, int object, int rivals) {
            List<String> words = cues.getOrDefault(relation.iri(), List.of());
            Set<Integer> objects = document.entities().get(object).sentences();
            Set<Integer> both = new HashSet<>(objects);
            both.retainAll(document.entities().get(subject).sentences());
            boolean told = words.isEmpty() && narrow(relation);
            boolean cue = both.stream().anyMatch(s -> has(texts.get(s), words));
            boolean near = both.isEmpty() && objects.stream().anyMatch(s -> has(texts.get(s), words));
            boolean between = both.stream().anyMatch(s -> between(s, subject, object, words));
            return new Seen(
                    one(!both.isEmpty()),
                    one(between),
                    one(cue),
                    one(near),
                    one(told),
                    one(told && !both.isEmpty()),
                    one(isTitle(subject)),
                    one(object == country),
                    one(told && object == country),
                    apart(subject, object),
                    Math.log(rivals));
        }

        private static double one(boolean flag) {
            return flag ? 1 : 0;
        }

        private static boolean has(String text, List<String> cues) {
            return cues.stream().anyMatch(text::contains);
        }

        private boolean narrow(Relation relation) {
            return Stream.concat(relation.domain().stream(), relation.range().stream())
                    .anyMatch(iri -> ontology.classes().containsKey(iri)
                            && !ontology.classes().get(iri).parents().isEmpty());
        }

        private boolean between(int sentence, int subject, int object, List<String> words) {
            List<String> tokens = document.tokens().get(sentence).words();
            for (Mention one : document.mentions().get(subject)) {
                for (Mention other : document.mentions().get(object)) {
                    int from = Math.min(one.end(), other.end());
                    int to = Math.max(one.begin(), other.begin());
                    boolean here = one.sentence() == sentence && other.sentence() == sentence;
                    if (here && from <= to && to - from < FAR && has(joined(tokens.subList(from, to)), words)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isTitle(int entity) {
            String title = document.title().toLowerCase(Locale.ROOT);
            String bare = title.replaceFirst("\\s*\\(.*", "");
            return document.names().get(entity).stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .anyMatch(name -> name.equals(title) || name.equals(bare));
        }

        private double apart(int subject, int object) {
            int least = APART;
            for (int one : document.entities().get(subject).sentences()) {
                for (int other : document.entities().get(object).sentences()) {
                    least = Math.min(least, Math.abs(one - other));
                }
            }
            return (double) least / APART;
        }
    }
}
