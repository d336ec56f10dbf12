package warrant.orchestrator.retrieve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Triple;

/** What entities are called, and which of them a text names. */
public final class Names {
    private static final int SHORTEST = 2;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 4;
    private static final Set<String> ARTICLES =
            Set.of("the", "this", "der", "die", "das", "dem", "den", "des", "im", "vom", "zum", "zur");

    private final Map<String, List<String>> labels = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Set<String>> entities = new TreeMap<>();
    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Map<String, Set<String>> kinds = new HashMap<>();

    /**
     * An entity, or several of one name, that a text names.
     *
     * @param name normalised, see {@link Labels#normal}
     * @param begin character of the normalised text
     */
    public record Mentioned(String name, int begin, int end, Set<Entity> entities) {}

    /** Learns names from statements of rdfs:label and skos:altLabel, and from the individuals of the ontology. */
    public Names(Collection<Triple> known, Ontology ontology) {
        ontology.entities().forEach((iri, names) -> names.forEach(name -> learn(iri, name)));
        learn(known, Iris.LABEL);
        learn(known, Iris.ALT_LABEL);
        for (Triple triple : known) {
            if (triple.relation().equals(Iris.TYPE) && triple.object() instanceof Entity kind) {
                types.merge(triple.subject().iri(), kind.iri(), (a, b) -> ontology.isA(a, b) ? a : b);
            }
        }
        labels.forEach(this::learnParts);
        ontology.classes().values().forEach(kind -> learnKind(kind, ontology));
    }

    private void learn(Collection<Triple> known, String relation) {
        known.stream()
                .filter(triple -> triple.relation().equals(relation))
                .sorted(Comparator.comparing(Triple::toString))
                .forEach(triple -> {
                    if (triple.object() instanceof Literal literal) {
                        learn(triple.subject().iri(), literal.lexical());
                    }
                });
    }

    private void learn(String iri, String name) {
        List<String> known = labels.computeIfAbsent(iri, key -> new ArrayList<>());
        if (!known.contains(name)) {
            known.add(name);
        }
        String normal = Labels.normal(name);
        if (normal.length() >= SHORTEST) {
            entities.computeIfAbsent(normal, key -> new TreeSet<>()).add(iri);
        }
    }

    /** Learns the runs of words within names: a surname, or what is left of a company's name without its legal form. */
    private void learnParts(String iri, List<String> names) {
        for (String name : names) {
            List<String> words = List.of(Words.plain(name).split(" "));
            for (int begin = 0; begin < words.size(); begin++) {
                for (int end = begin + 1; end <= Math.min(words.size(), begin + LONGEST_PART); end++) {
                    String part = String.join(" ", words.subList(begin, end));
                    if (part.length() >= SHORTEST_PART && !Words.stems(part).isEmpty()) {
                        parts.computeIfAbsent(part, key -> new TreeSet<>()).add(iri);
                    }
                }
            }
        }
    }

    private void learnKind(Ontology.Kind kind, Ontology ontology) {
        Set<String> members = new TreeSet<>();
        types.forEach((iri, type) -> {
            if (ontology.isA(type, kind.iri())) {
                members.add(iri);
            }
        });
        kind.labels()
                .forEach(label -> kinds.computeIfAbsent(Words.plain(label), key -> new TreeSet<>())
                        .addAll(members));
    }

    /** Tells what an entity is called: its first label, or the last part of its IRI. */
    public String of(Entity entity) {
        List<String> names = labels.get(entity.iri());
        return names == null ? Words.ofIri(entity.iri()) : names.getFirst();
    }

    /** Lists all that an entity is called. */
    public List<String> all(Entity entity) {
        return List.copyOf(labels.getOrDefault(entity.iri(), List.of()));
    }

    public boolean hasLabel(Entity entity) {
        return labels.containsKey(entity.iri());
    }

    /** Tells the most special class that an entity is known to be of, or an empty text. */
    public String typeOf(Entity entity) {
        return types.getOrDefault(entity.iri(), "");
    }

    /**
     * Finds the names in a text: the longest first, none within another. Besides whole names a capitalised part of a
     * name counts, and a class after an article, where only one thing can be meant.
     */
    public List<Mentioned> in(String text) {
        String plain = Words.plain(text);
        boolean[] taken = new boolean[plain.length()];
        List<Mentioned> found = new ArrayList<>();
        List<String> names = new ArrayList<>(entities.keySet());
        names.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String name : names) {
            String plainName = Words.plain(name);
            for (int at = plain.indexOf(plainName);
                    at >= 0 && !plainName.isEmpty();
                    at = plain.indexOf(plainName, at + 1)) {
                int end = at + plainName.length();
                if (Words.stands(plain, at, end) && free(taken, at, end)) {
                    java.util.Arrays.fill(taken, at, end, true);
                    found.add(new Mentioned(name, at, end, toEntities(entities.getOrDefault(name, Set.of()))));
                }
            }
        }
        partly(plain, capitalised(text), parts, taken, found);
        partly(plain, Set.of(), kinds, taken, found);
        found.sort(Comparator.comparingInt(Mentioned::begin));
        return found;
    }

    /** @param capitals plain words of which a part must begin with one; empty: it must follow an article */
    private static void partly(
            String plain,
            Set<String> capitals,
            Map<String, Set<String>> known,
            boolean[] taken,
            List<Mentioned> found) {
        List<int[]> words = words(plain);
        for (int length = LONGEST_PART; length > 0; length--) {
            for (int i = 0; i + length <= words.size(); i++) {
                int begin = words.get(i)[0];
                int end = words.get(i + length - 1)[1];
                String first = plain.substring(begin, words.get(i)[1]);
                boolean marked = capitals.isEmpty()
                        ? i > 0 && ARTICLES.contains(plain.substring(words.get(i - 1)[0], words.get(i - 1)[1]))
                        : capitals.contains(first);
                String part = plain.substring(begin, end);
                Set<String> meant = known.getOrDefault(part, Set.of());
                if (marked && meant.size() == 1 && free(taken, begin, end)) {
                    java.util.Arrays.fill(taken, begin, end, true);
                    found.add(new Mentioned(part, begin, end, toEntities(meant)));
                }
            }
        }
    }

    private static List<int[]> words(String plain) {
        List<int[]> words = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || plain.charAt(i) == ' ') {
                if (i > begin) {
                    words.add(new int[] {begin, i});
                }
                begin = i + 1;
            }
        }
        return words;
    }

    /** The words, in plain form, that are written with a capital letter or a digit; the first word is left out. */
    private static Set<String> capitalised(String text) {
        Set<String> found = new TreeSet<>();
        String[] words = text.strip().split("\\s+");
        for (int i = 1; i < words.length; i++) {
            int first = words[i].codePoints()
                    .filter(Character::isLetterOrDigit)
                    .findFirst()
                    .orElse(' ');
            if (Character.isUpperCase(first) || Character.isDigit(first)) {
                found.add(Words.plain(words[i]));
            }
        }
        return found;
    }

    private static Set<Entity> toEntities(Set<String> iris) {
        Set<Entity> made = new LinkedHashSet<>();
        iris.forEach(iri -> made.add(new Entity(iri)));
        return made;
    }

    private static boolean free(boolean[] taken, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }
}
