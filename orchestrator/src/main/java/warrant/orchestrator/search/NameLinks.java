package warrant.orchestrator.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Texts that lead to one another because they name the same thing: a walk goes from a text to one of its names, rare
 * names first, and from there to any text with that name.
 *
 * <p>Personalised PageRank over texts and names (Page et al. 1999, Haveliwala 2002), as HippoRAG (Gutiérrez et al.
 * 2024) uses it to reach what a question speaks of only through another text.
 */
final class NameLinks {
    /** How likely a walk goes back to where it began. */
    private static final double RETURN = 0.5;

    /** After so many steps less than RETURN^16 of a walk is still open. */
    private static final int STEPS = 16;

    /** A name that more than this share of all texts have leads nowhere in particular. */
    private static final double COMMON = 0.1;

    private static final int FEW = 5;

    /** For each text the numbers of its names, for each name the numbers of its texts. */
    private final int[][] namesOf;

    private final int[][] textsOf;

    /** @param names of each text, in order */
    NameLinks(List<? extends Collection<String>> names) {
        Map<String, List<Integer>> texts = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (String name : new TreeSet<>(names.get(i))) {
                texts.computeIfAbsent(name, n -> new ArrayList<>()).add(i);
            }
        }
        double most = Math.max(FEW, COMMON * names.size());
        texts.values().removeIf(with -> with.size() < 2 || with.size() > most);
        this.textsOf = texts.values().stream().map(NameLinks::array).toArray(int[][]::new);
        Map<String, Integer> numbers = new HashMap<>();
        texts.keySet().forEach(name -> numbers.put(name, numbers.size()));
        this.namesOf = names.stream()
                .map(of -> new TreeSet<>(of)
                        .stream()
                                .filter(numbers::containsKey)
                                .mapToInt(numbers::get)
                                .toArray())
                .toArray(int[][]::new);
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * @param seeds how likely a walk begins at each text; need not sum to 1, none negative
     * @return how likely a walk is at each text; sums to 1, unless all seeds are 0
     */
    double[] walk(double[] seeds) {
        double[] begin = Shares.of(seeds);
        double[] now = begin.clone();
        for (int step = 0; step < STEPS; step++) {
            now = step(now, begin);
        }
        return now;
    }

    /** A text without names keeps its walk where it is. */
    private double[] step(double[] now, double[] begin) {
        double[] atNames = new double[textsOf.length];
        double[] next = new double[now.length];
        for (int text = 0; text < now.length; text++) {
            next[text] = RETURN * begin[text];
            if (now[text] > 0 && namesOf[text].length == 0) {
                next[text] += (1 - RETURN) * now[text];
            } else if (now[text] > 0) {
                leave(text, (1 - RETURN) * now[text], atNames);
            }
        }
        for (int name = 0; name < atNames.length; name++) {
            for (int text : textsOf[name]) {
                next[text] += atNames[name] / textsOf[name].length;
            }
        }
        return next;
    }

    private void leave(int text, double share, double[] atNames) {
        double rarities = 0;
        for (int name : namesOf[text]) {
            rarities += 1.0 / textsOf[name].length;
        }
        for (int name : namesOf[text]) {
            atNames[name] += share / (rarities * textsOf[name].length);
        }
    }
}
