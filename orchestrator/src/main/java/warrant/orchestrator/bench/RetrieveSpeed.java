package warrant.orchestrator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import warrant.llm.Encoder;
import warrant.orchestrator.bench.RuleSpeed.Figure;
import warrant.orchestrator.search.Meanings;
import warrant.orchestrator.search.Search;

/**
 * Measures how passages are found, over generated ones. The peer is Lucene's BM25 alone over the same passages: what
 * meaning and names cost besides.
 *
 * @param passages how many
 * @param seed of the passages and questions
 */
public record RetrieveSpeed(Encoder encoder, int passages, long seed, Consumer<String> progress) {
    private static final int WORDS = 40;
    private static final int VOCABULARY = 3_000;
    private static final int PEOPLE = 400;
    private static final int QUESTIONS = 100;
    private static final int FOUND = 10;
    private static final String PEER = "words alone";

    public List<Figure> run() {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < passages; i++) {
            texts.add(text(random, WORDS) + " " + person(random) + " met " + person(random) + ".");
        }
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add("Where did " + person(random) + " find " + text(random, 4) + "?");
        }
        List<Figure> figures = new ArrayList<>();
        Meanings meanings = new Meanings(() -> encoder);
        List<Search<String>> made = new ArrayList<>();
        double indexed = Timing.seconds(() -> made.add(Search.over(texts, text -> text, "en", meanings)));
        figures.add(new Figure(PEER, "indexed", passages / indexed, "passages/s"));
        progress.accept("encoding " + passages + " passages");
        double encoded = Timing.seconds(() -> meanings.of(texts));
        figures.add(new Figure("meaning", "encoded", passages / encoded, "passages/s"));
        Search<String> search = made.getFirst();
        double linked = Timing.seconds(() -> search.linked(questions.getFirst(), FOUND));
        figures.add(new Figure("names", "found in the passages, once", linked, "s"));
        double alone = ask(PEER, questions, search::byWords, figures);
        double near = ask("words, meaning", questions, search::near, figures);
        double all = ask("and names", questions, search::linked, figures);
        figures.add(new Figure("words, meaning", "time of words alone", near / alone, "times"));
        figures.add(new Figure("and names", "time of words alone", all / alone, "times"));
        return figures;
    }

    private static double ask(
            String who, List<String> questions, BiConsumer<String, Integer> found, List<Figure> figures) {
        double[] millis = Timing.millis(QUESTIONS, i -> found.accept(questions.get(i), FOUND));
        figures.addAll(Timing.percentiles(who, "the first " + FOUND, millis));
        return Timing.median(millis);
    }

    /** Words as they are spread in texts: the r-th commonest about 1/r as often as the commonest (Zipf 1935). */
    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
            text.append(i == 0 ? "" : " ").append(word(rank));
        }
        return text.toString();
    }

    private static String person(Random random) {
        int number = random.nextInt(PEOPLE);
        return capital(word(VOCABULARY + number)) + " " + capital(word(2 * VOCABULARY + number));
    }

    /** A word that can be spoken, another one for each number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 20; rest > 0; rest /= 20) {
            word.append("bdfgklmnprstvz".charAt(rest % 14)).append("aeiou".charAt(rest % 5));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
