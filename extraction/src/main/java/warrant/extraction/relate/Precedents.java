package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Demonstrations.Line;
import warrant.extraction.relate.Demonstrations.Shown;

/**
 * What examples keep saying of a name: where {@code Premier League} stands, it is mostly somebody's <i>league</i>. A
 * share is that of the examples that give the name as the object of the relation, among those in which it stands, and
 * one more that does not.
 */
final class Precedents {
    private final Map<String, Shown> bySentence = new HashMap<>();
    private final Map<String, Map<String, Integer>> given = new TreeMap<>();
    private final Map<String, Integer> standing = new HashMap<>();

    /** @param share in (0, 1) */
    record Precedent(String relation, String object, double share) {}

    Precedents(List<Shown> shown) {
        for (Shown one : shown) {
            bySentence.put(one.sentence(), one);
            for (Line line : one.lines()) {
                given.computeIfAbsent(small(line.object()), object -> new TreeMap<>())
                        .merge(line.relation(), 1, Integer::sum);
            }
        }
        for (Shown one : shown) {
            String sentence = small(one.sentence());
            given.keySet().stream()
                    .filter(name -> stands(name, sentence))
                    .forEach(name -> standing.merge(name, 1, Integer::sum));
        }
    }

    /**
     * @param least least share
     * @return of the names that stand in a sentence what other sentences say of them, the surest first
     */
    List<Precedent> in(String sentence, double least) {
        String text = small(sentence);
        Shown itself = bySentence.get(sentence);
        List<Precedent> found = new ArrayList<>();
        given.forEach((name, relations) -> {
            if (stands(name, text)) {
                relations.forEach((relation, times) -> {
                    double share = share(name, relation, times, itself);
                    if (share >= least) {
                        found.add(new Precedent(relation, name, share));
                    }
                });
            }
        });
        found.sort(Comparator.comparingDouble(Precedent::share).reversed());
        return found;
    }

    private double share(String name, String relation, int times, @Nullable Shown itself) {
        int all = standing.getOrDefault(name, 0);
        if (itself == null) {
            return times / (all + 1.0);
        }
        boolean said = itself.lines().stream()
                .anyMatch(line ->
                        line.relation().equals(relation) && small(line.object()).equals(name));
        return (times - (said ? 1 : 0)) / (double) all;
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean stands(String name, String text) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
