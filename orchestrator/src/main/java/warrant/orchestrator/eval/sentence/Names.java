package warrant.orchestrator.eval.sentence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import warrant.extraction.mention.Letters;

/**
 * How a set writes names, as its training half shows: {@code Turn Me On (album)} where a sentence has Turn Me On,
 * {@code Robert A. M. Stern} where it has Robert A M Stern. A name is the same in two writings if it is but for
 * accents, punctuation, an article before it, and what tells it from others that are alike.
 */
final class Names {
    private static final Pattern BRACKET = Pattern.compile("\\s*(\\([^()]*\\))$");
    /** A bracket, or a common noun such as {@code architecture}. */
    private static final Pattern TAIL = Pattern.compile("\\s(\\([^()]*\\)|\\p{Ll}{4,})$");

    private static final Pattern PLACE = Pattern.compile(",.*$");
    private static final Pattern INITIAL = Pattern.compile("(?<=\\p{Lu}\\p{Ll}{1,20}\\s)(\\p{Lu})(?=\\s\\p{Lu})");
    private static final Pattern DOTTED = Pattern.compile("(?<=\\s)\\p{Lu}\\.(?=\\s)");
    private static final Pattern ARTICLE = Pattern.compile("(?i)^(?:the|a|an) ");
    /** Names with one tail, of all names of their kind, that make it a habit; and how many at least. */
    private static final double HABIT = 0.6;

    private static final int SEVERAL = 3;

    private final Map<String, Map<String, Integer>> whole = new HashMap<>();
    private final Map<String, Map<String, Integer>> apart = new HashMap<>();
    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Map<String, List<Stated>> stated = new HashMap<>();
    private int initials;
    private int dotted;

    /** A name of the training half, and the sentence that has it, under another name perhaps. */
    private record Stated(String name, Letters sentence, boolean stands) {}

    /**
     * @param role which names are of a kind: a relation and its side
     * @param sentence that states something of the name
     */
    void learn(String role, String name, String sentence) {
        String plain = plain(name);
        Letters letters = Letters.of(sentence);
        boolean stands = letters.find(bare(plain)).isPresent();
        stated.computeIfAbsent(role, r -> new ArrayList<>()).add(new Stated(plain, letters, stands));
        count(whole, fold(plain), plain);
        String bare = bare(plain);
        List.of(fold(bare), fold(PLACE.matcher(bare).replaceFirst(""))).forEach(key -> count(apart, key, plain));
        kinds.computeIfAbsent(kind(role, TAIL.matcher(plain).replaceFirst("")), k -> new TreeSet<>())
                .add(plain);
        initials += INITIAL.matcher(plain).find() ? 1 : 0;
        dotted += DOTTED.matcher(plain).find() ? 1 : 0;
    }

    private static void count(Map<String, Map<String, Integer>> names, String key, String name) {
        names.computeIfAbsent(key, k -> new HashMap<>()).merge(name, 1, Integer::sum);
    }

    /** @return the name as the set would write it */
    String write(String role, String words) {
        String key = fold(words);
        return Stream.of(whole, apart)
                .flatMap(names -> commonest(names.getOrDefault(key, Map.of())).stream())
                .findFirst()
                .or(() -> otherwise(role, words))
                .orElseGet(() -> unknown(role, words));
    }

    /** @return what sentences that have these words mostly state under another name: United States of an American */
    private Optional<String> otherwise(String role, String words) {
        List<Stated> same = stated.getOrDefault(role, List.of()).stream()
                .filter(one -> one.sentence().find(words).isPresent())
                .toList();
        Map<String, Integer> names = new HashMap<>();
        same.stream().filter(one -> !one.stands()).forEach(one -> names.merge(one.name(), 1, Integer::sum));
        return commonest(names).filter(name -> names.getOrDefault(name, 0) >= Math.max(2, HABIT * same.size()));
    }

    private static Optional<String> commonest(Map<String, Integer> names) {
        return names.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private String unknown(String role, String words) {
        String name = dotted > initials ? INITIAL.matcher(words).replaceAll("$1.") : words;
        return BRACKET.matcher(name).find() ? name : name + tail(role, name);
    }

    /** @return what most names of the kind have behind them, with a space before; mostly nothing */
    private String tail(String role, String name) {
        Set<String> alike = kinds.getOrDefault(kind(role, name), Set.of());
        Map<String, Integer> tails = new HashMap<>();
        for (String one : alike) {
            Matcher tail = TAIL.matcher(one);
            if (tail.find()) {
                tails.merge(tail.group(1), 1, Integer::sum);
            }
        }
        return tails.entrySet().stream()
                .filter(e -> !name.endsWith(" " + e.getKey()))
                .filter(e -> e.getValue() >= SEVERAL && e.getValue() >= HABIT * alike.size())
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(e -> " " + e.getKey())
                .orElse("");
    }

    /** Names of one word need telling apart more often than others. */
    private static String kind(String role, String name) {
        return role + (name.strip().contains(" ") ? " words" : " word");
    }

    private static String bare(String name) {
        return BRACKET.matcher(name).replaceFirst("");
    }

    static String plain(String name) {
        return name.replace('_', ' ').replace("\"", "").strip();
    }

    /** @return what is the same however it is punctuated, and with an article or without */
    private static String fold(String name) {
        return Letters.of(ARTICLE.matcher(name).replaceFirst("")).string();
    }
}
