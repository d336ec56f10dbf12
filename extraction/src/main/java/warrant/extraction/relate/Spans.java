package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import warrant.extraction.relate.Words.Word;

/** The runs of words of a sentence that may name something no recogniser knows. */
final class Spans {
    private static final int WORDS = 8;
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this", "der", "die", "das", "ein", "eine");

    private final Sentence sentence;
    private final boolean articles;
    private final List<Word> words;
    private final int[] points;

    /** @param articles whether an article may open a name, as in {@code The Hague} */
    Spans(Sentence sentence, boolean articles) {
        this.sentence = sentence;
        this.articles = articles;
        this.words = Words.of(sentence.text());
        this.points = sentence.text().codePoints().toArray();
    }

    /** @return whether a text begins with an article */
    static boolean article(String text) {
        return ARTICLES.contains(text.split("\\s", 2)[0].toLowerCase(Locale.ROOT));
    }

    /** @return the words with which a run may begin, one for each text, in order */
    List<Argument> starts() {
        Map<String, Argument> found = new LinkedHashMap<>();
        for (Word word : words) {
            boolean article = ARTICLES.contains(word.text().toLowerCase(Locale.ROOT));
            if (article ? articles && word.capital() : word.content() || word.capital()) {
                Argument start = argument(bracket(word.begin()), word.end());
                found.putIfAbsent(start.text(), start);
            }
        }
        return List.copyOf(found.values());
    }

    /** A bracket that closes again opens a name that begins behind it. */
    private int bracket(int begin) {
        return begin > 0 && points[begin - 1] == '(' && has(begin, Math.min(points.length, begin + 20), ')')
                ? begin - 1
                : begin;
    }

    /** @return runs of few words from a start, each ending in a word that says something, the shortest first */
    List<Argument> from(Argument start) {
        int begin = start.begin() - sentence.begin();
        List<Argument> runs = new ArrayList<>();
        int taken = 0;
        for (Word word : words) {
            if (word.begin() < begin) {
                continue;
            }
            if (taken++ == WORDS || has(begin, word.end(), ';') || has(begin, word.end(), '\n')) {
                break;
            }
            if (word.content() || word.capital()) {
                ends(begin, word.end(), runs);
            }
        }
        return runs;
    }

    /** A full stop of an abbreviation and a bracket that was opened belong to the name. */
    private void ends(int begin, int end, List<Argument> runs) {
        boolean open = has(begin, end, '(') && !has(begin, end, ')');
        if (!open) {
            runs.add(argument(begin, end));
        }
        if (end < points.length && (points[end] == ')' ? open : points[end] == '.' && end + 1 < points.length)) {
            runs.add(argument(begin, end + 1));
        }
    }

    private Argument argument(int begin, int end) {
        String text = new String(points, begin, end - begin);
        return Argument.of(sentence.begin() + begin, sentence.begin() + end, text, List.of());
    }

    private boolean has(int from, int to, int wanted) {
        for (int i = from; i < to; i++) {
            if (points[i] == wanted) {
                return true;
            }
        }
        return false;
    }
}
