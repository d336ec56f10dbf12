package warrant.orchestrator.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;

/**
 * Finds the texts that speak of what is asked. What is slow, encoding the texts and finding their names, happens when
 * it is first needed.
 *
 * @param <T> what the texts belong to
 */
public final class Search<T> {
    /** Of common words, against nearness of meaning. */
    private static final double WORDS = 0.4;

    /** Walks begin at so many of the nearest texts, */
    private static final int SEEDS = 20;

    /** the likelier, by this power, the nearer the text is. */
    private static final double SHARPNESS = 5;

    private final List<T> items;
    private final List<String> texts;
    private final Function<? super T, ? extends Collection<String>> names;
    private final Meanings meanings;
    private final WordIndex words;
    private @Nullable List<float[]> vectors;
    private @Nullable NameLinks links;

    private Search(
            List<T> items,
            List<String> texts,
            Function<? super T, ? extends Collection<String>> names,
            String language,
            Meanings meanings) {
        this.items = items;
        this.texts = texts;
        this.names = names;
        this.meanings = meanings;
        this.words = new WordIndex(texts, language);
    }

    /** @param language {@code en}, {@code de} or {@code zh} */
    public static <T> Search<T> over(
            Collection<T> items, Function<? super T, String> text, String language, Meanings meanings) {
        return over(items, text, item -> names(text.apply(item)), language, meanings);
    }

    /** @param names what a text names, in a form that is equal where the same is named */
    public static <T> Search<T> over(
            Collection<T> items,
            Function<? super T, String> text,
            Function<? super T, ? extends Collection<String>> names,
            String language,
            Meanings meanings) {
        List<T> all = List.copyOf(items);
        List<String> texts = all.stream().<String>map(text).toList();
        return new Search<>(all, texts, names, language, meanings);
    }

    /** @return the names and codes that a text mentions, in lower case */
    public static Set<String> names(String text) {
        Set<String> found = new HashSet<>();
        for (Mention mention : Mentions.find(text, Context.NONE)) {
            if (mention instanceof Mention.Name name) {
                found.add(name.name().toLowerCase(Locale.ROOT));
            } else if (mention instanceof Mention.Identifier identifier) {
                found.add(identifier.code().toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    /** Finds texts with words of the question; needs no encoder. Scores lie in [0, 1]. */
    public List<Scored<T>> byWords(String question, int limit) {
        return best(Shares.spread(words.scores(words.stems(question))), limit);
    }

    /** Finds texts with the words and the meaning of the question. Scores lie in [0, 1]. */
    public List<Scored<T>> near(String question, int limit) {
        return best(nearness(question), limit);
    }

    /** Finds texts near to the question, and those to which the names in them lead. Scores lie in [0, 1]. */
    public List<Scored<T>> linked(String question, int limit) {
        double[] near = nearness(question);
        double[] seeds = new double[near.length];
        for (int text : order(near, SEEDS)) {
            seeds[text] = Math.pow(near[text], SHARPNESS);
        }
        return best(Shares.spread(links().walk(seeds)), limit);
    }

    /** Both kinds of scores are spread over [0, 1] and weighed (Bruch, Gai and Ingber 2023). */
    private double[] nearness(String question) {
        if (items.isEmpty() || question.isBlank()) {
            return new double[items.size()];
        }
        float[] asked = meanings.once(question);
        double[] meaning = Shares.spread(vectors().stream()
                .mapToDouble(vector -> Meanings.nearness(asked, vector))
                .toArray());
        double[] common = Shares.spread(words.scores(words.stems(question)));
        return IntStream.range(0, items.size())
                .mapToDouble(i -> WORDS * common[i] + (1 - WORDS) * meaning[i])
                .toArray();
    }

    private synchronized List<float[]> vectors() {
        if (vectors == null) {
            vectors = meanings.of(texts);
        }
        return vectors;
    }

    private synchronized NameLinks links() {
        if (links == null) {
            links = new NameLinks(items.stream().map(names).toList());
        }
        return links;
    }

    private List<Scored<T>> best(double[] scores, int limit) {
        return order(scores, limit).stream()
                .map(i -> new Scored<>(items.get(i), scores[i]))
                .toList();
    }

    private static List<Integer> order(double[] scores, int limit) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i))
                .limit(limit)
                .toList();
    }
}
