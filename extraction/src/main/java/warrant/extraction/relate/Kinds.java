package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import warrant.graph.Ontology;

/** Which class of an ontology a phrase names, and what sort of thing a class holds. */
public final class Kinds {
    /** What a name can be told to be by its form. */
    public enum Sort {
        ORGANISATION,
        PERSON,
        PLACE,
        /** A document, or another thing whose name says what it is. */
        DOCUMENT,
        /** A number or code. */
        CODE,
        OTHER
    }

    private static final Pattern LEGAL_PERSON =
            Pattern.compile("(?i)\\b(legal|juristic|juristische)\\s+(person|entity)\\b");
    /** What a comment says of a class after naming it: {@code An entry | in the books of a business}. */
    private static final Pattern FIRST_NOUN = Pattern.compile(
            "[.,;]| (that|who|which|whose|where|of|for|in|on|by|with|from|under|between|to|at|beyond|made"
                    + "|issued|zwischen|von|vom|eines|einer|des|der|dem|mit|für|im|an|am|auf|über|aus|zu|zum|zur|bei|unter"
                    + "|nach|durch) ");

    private static final Map<Sort, Set<String>> SORT_WORDS = Map.of(
            Sort.ORGANISATION,
            stems("company organisation organization corporation firm undertaking enterprise business partnership "
                    + "institution authority agency bank insurer association charity employer "
                    + "Unternehmen Gesellschaft Firma Organisation Behörde"),
            Sort.PERSON,
            stems("person human individual people man woman employee director officer physician Mensch Mitarbeiter"),
            Sort.PLACE,
            stems("country state place city town location jurisdiction territory region address Land Ort Stadt"));

    /** Papers: what they are is written over them. */
    private static final Set<String> PAPER_WORDS =
            stems("agreement contract document deed notice letter invoice order amendment record lease licence "
                    + "policy report certificate clause Vertrag Rechnung Bescheid Schreiben Vereinbarung");

    /** What happens or is owed: documents count it, and may give it any name. */
    private static final Set<String> COUNTED_WORDS = stems("payment delivery event obligation complaint");

    private final Ontology ontology;
    private final Map<String, List<List<String>>> phrases = new TreeMap<>();
    private final Map<String, Set<Sort>> sorts = new HashMap<>();

    Kinds(Ontology ontology) {
        this.ontology = ontology;
        for (Ontology.Kind kind : ontology.classes().values()) {
            List<List<String>> stems = new ArrayList<>();
            kind.labels().forEach(label -> stems.add(sequence(label)));
            phrases.put(kind.iri(), stems);
            sorts.put(kind.iri(), sortsOf(kind, new HashSet<>()));
        }
    }

    private static Set<String> stems(String words) {
        return Words.stems(words);
    }

    private static List<String> sequence(String label) {
        String spaced = label.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return Words.of(spaced).stream()
                .filter(Words.Word::content)
                .map(Words.Word::stem)
                .toList();
    }

    private Set<Sort> sortsOf(Ontology.Kind kind, Set<String> seen) {
        Set<Sort> found = named(String.join(" ", kind.labels()));
        if (found.isEmpty()) {
            found = named(FIRST_NOUN.split(kind.comment(), 2)[0]);
        }
        if (found.isEmpty() && seen.add(kind.iri())) {
            for (String parent : kind.parents()) {
                Ontology.Kind known = ontology.classes().get(parent);
                if (known != null) {
                    found.addAll(sortsOf(known, seen));
                }
            }
        }
        return found;
    }

    private static Set<Sort> named(String text) {
        String plain = LEGAL_PERSON.matcher(text).replaceAll("company");
        Set<String> stems = Words.stems(plain.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
        Set<Sort> found = new HashSet<>();
        SORT_WORDS.forEach((sort, words) -> {
            if (stems.stream().anyMatch(words::contains)) {
                found.add(sort);
            }
        });
        return found;
    }

    /**
     * The class that a phrase names: all words of one of its labels occur in the phrase, the label's last word (its
     * first one in {@code notice of default}) as a word that the phrase is about. Most words win, then the deepest
     * class.
     *
     * @return IRI of the class, or empty
     */
    String of(String phrase) {
        List<String> words = sequence(phrase);
        List<String> heads = heads(phrase);
        return phrases.keySet().stream()
                .filter(kind -> longest(kind, words, heads) > 0)
                .max(Comparator.comparingInt((String kind) -> longest(kind, words, heads))
                        .thenComparingInt(kind -> depth(kind, new HashSet<>()))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("");
    }

    /**
     * The class that a word before a code names: {@code grievance GR-7} where a class is called grievance case, and no
     * other class is called by that word.
     *
     * @return IRI of the class, or empty
     */
    String counted(String word) {
        String stem = Words.stem(word);
        List<String> named = phrases.keySet().stream()
                .filter(kind -> phrases.getOrDefault(kind, List.of()).stream().anyMatch(label -> label.contains(stem)))
                .toList();
        boolean known = stem.length() > 2 && named.size() == 1;
        return known && !holds(named.getFirst(), Sort.PERSON) ? named.getFirst() : "";
    }

    private int longest(String kind, List<String> words, List<String> heads) {
        int best = 0;
        for (List<String> label : phrases.getOrDefault(kind, List.of())) {
            if (!label.isEmpty()
                    && words.containsAll(label)
                    && (heads.contains(label.getLast()) || heads.contains(label.getFirst()))) {
                best = Math.max(best, label.size());
            }
        }
        return best;
    }

    /** @return the last word before a number, code or letter, and before each preposition */
    private static List<String> heads(String phrase) {
        List<String> heads = new ArrayList<>();
        String last = "";
        for (Words.Word word : Words.of(phrase)) {
            boolean number = word.text().codePoints().anyMatch(Character::isDigit);
            boolean letter = word.text().length() == 1;
            boolean joint = !word.content() || number || letter || word.stem().equals("no");
            if (joint && !last.isEmpty()) {
                heads.add(last);
            }
            last = joint ? "" : word.stem();
        }
        if (!last.isEmpty()) {
            heads.add(last);
        }
        return heads;
    }

    /** @return whether a word is one that the phrase is about, rather than one that tells more of it */
    boolean mainly(String word, String phrase) {
        return heads(phrase).contains(Words.stem(word));
    }

    private int depth(String kind, Set<String> seen) {
        Ontology.Kind known = ontology.classes().get(kind);
        if (known == null || !seen.add(kind)) {
            return 0;
        }
        return 1 + known.parents().stream().mapToInt(p -> depth(p, seen)).max().orElse(0);
    }

    int depth(String kind) {
        return depth(kind, new HashSet<>());
    }

    /** @return labels of a class and of what lies above it */
    Set<String> labels(String kind) {
        Set<String> labels = new HashSet<>();
        for (Ontology.Kind candidate : ontology.classes().values()) {
            if (ontology.isA(kind, candidate.iri())) {
                labels.addAll(candidate.labels());
            }
        }
        return labels;
    }

    /** @return whether a thing of that sort can be a member of the class, as far as words tell */
    boolean admits(String kind, Sort sort) {
        Set<Sort> known = sorts.getOrDefault(kind, Set.of());
        return switch (sort) {
            case OTHER -> !isAny(kind, PAPER_WORDS);
            case DOCUMENT -> known.isEmpty();
            case CODE ->
                !known.contains(Sort.PERSON) && !known.contains(Sort.PLACE) && !known.contains(Sort.ORGANISATION);
            case ORGANISATION, PERSON, PLACE -> known.contains(sort) || (known.isEmpty() && !documentary(kind));
        };
    }

    /** @return the class that holds things of a sort and lies above all others that do, or empty */
    String general(Sort sort) {
        List<String> holding =
                phrases.keySet().stream().filter(kind -> holds(kind, sort)).toList();
        List<String> tops = holding.stream()
                .filter(kind -> holding.stream().noneMatch(o -> !o.equals(kind) && ontology.isA(kind, o)))
                .toList();
        List<String> pure = tops.stream()
                .filter(kind -> sorts.getOrDefault(kind, Set.of()).size() == 1)
                .toList();
        List<String> best = pure.isEmpty() ? tops : pure;
        return best.size() == 1 ? best.getFirst() : "";
    }

    /** @return whether the class is known to hold things of that sort */
    boolean holds(String kind, Sort sort) {
        return sorts.getOrDefault(kind, Set.of()).contains(sort);
    }

    /** @return whether members of the class are documents or things that documents count */
    boolean documentary(String kind) {
        return isAny(kind, PAPER_WORDS) || isAny(kind, COUNTED_WORDS);
    }

    private boolean isAny(String kind, Set<String> words) {
        Set<String> stems = new HashSet<>();
        labels(kind).forEach(label -> stems.addAll(Words.stems(label)));
        Ontology.Kind known = ontology.classes().get(kind);
        if (known != null) {
            stems.addAll(Words.stems(FIRST_NOUN.split(known.comment(), 2)[0]));
        }
        return stems.stream().anyMatch(words::contains);
    }

    /** @return whether a thing of the first class may be of one of the others: it is one, or lies above one */
    boolean fits(String kind, Set<String> allowed) {
        if (kind.isEmpty() || allowed.isEmpty()) {
            return true;
        }
        return allowed.stream().anyMatch(a -> ontology.isA(kind, a));
    }
}
