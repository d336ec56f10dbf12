package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.extraction.relate.Words.Word;

/** The runs of words of a sentence that may name something no recogniser knows. */
final class Spans {
    private static final int WORDS = 6;
    /** Most runs that are looked at. */
    private static final int MOST = 160;

    private static final Set<String> ARTICLES = Set.of("The", "A", "An", "This", "Der", "Die", "Das", "Ein", "Eine");

    private Spans() {}

    /** @return runs of few words that neither begin nor end with a word of grammar, one for each text, in order */
    static List<Argument> of(Sentence sentence) {
        List<Word> words = Words.of(sentence.text());
        int[] points = sentence.text().codePoints().toArray();
        Map<String, Argument> found = new LinkedHashMap<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from; to < Math.min(words.size(), from + WORDS); to++) {
                Word first = words.get(from);
                Word last = words.get(to);
                boolean opens = first.content() || (first.capital() && !ARTICLES.contains(first.text()));
                if (opens && last.content() && !broken(points, first.end(), last.begin())) {
                    String text = new String(points, first.begin(), last.end() - first.begin());
                    found.putIfAbsent(
                            text,
                            Argument.of(
                                    sentence.begin() + first.begin(), sentence.begin() + last.end(), text, List.of()));
                }
            }
        }
        List<Argument> all = new ArrayList<>(found.values());
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** @return whether a bracket or a break of the sentence stands between: no name goes over it */
    private static boolean broken(int[] points, int from, int to) {
        for (int i = from; i < to; i++) {
            if (points[i] == ';' || points[i] == '\n' || points[i] == '"') {
                return true;
            }
        }
        return false;
    }
}
