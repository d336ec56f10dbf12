package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import warrant.extraction.relate.Words.Word;

/** Finds runs of words written as names are: {@code Master Supply Agreement}, {@code Notice of Default}. */
final class TitlePhrases {
    private static final int FULL_LINE = 60;
    private static final Set<String> JOINTS = Set.of("of", "for", "no", "nr", "de", "von");
    private static final Set<String> OPENERS = Set.of(
            "this",
            "that",
            "the",
            "a",
            "an",
            "these",
            "those",
            "each",
            "any",
            "such",
            "by",
            "under",
            "in",
            "on",
            "our",
            "your",
            "his",
            "her",
            "its",
            "their",
            "from",
            "to",
            "for",
            "with",
            "at",
            "if",
            "where",
            "dear",
            "as",
            "and",
            "or",
            "no",
            "neither",
            "either",
            "both",
            "all",
            "since",
            "until",
            "before",
            "after",
            "during",
            "following",
            "subject",
            "according",
            "pursuant",
            "we",
            "i",
            "it",
            "he",
            "she",
            "they",
            "you",
            "not",
            "save",
            "unless",
            "der",
            "die",
            "das",
            "dieser",
            "diese",
            "dieses");

    private TitlePhrases() {}

    /**
     * A run of words.
     *
     * @param determiner the lower-case word before it: {@code this}, {@code the}, or empty
     */
    record Phrase(int begin, int end, String text, String determiner) {}

    /** @return the phrases of a text in order; code points */
    static List<Phrase> of(String text) {
        List<Phrase> phrases = new ArrayList<>();
        List<Word> words = Words.of(text);
        int[] points = text.codePoints().toArray();
        int at = 0;
        while (at < words.size()) {
            if (!starts(words.get(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            int last = at;
            while (end < words.size() && near(points, words, end) && (joins(words, end) || proper(words, end))) {
                if (proper(words, end)) {
                    last = end;
                }
                end++;
            }
            Word first = words.get(at);
            int stop = words.get(last).end();
            String determiner = at > 0 ? words.get(at - 1).text().toLowerCase(Locale.ROOT) : "";
            String phrase = new String(points, first.begin(), stop - first.begin());
            phrases.add(new Phrase(first.begin(), stop, phrase, determiner));
            at = last + 1;
        }
        return phrases;
    }

    private static boolean starts(Word word) {
        return word.capital() && !OPENERS.contains(word.text().toLowerCase(Locale.ROOT));
    }

    /** @return whether a word can go on a name: a capital, a code, or a number after {@code No.} */
    private static boolean proper(List<Word> words, int at) {
        Word word = words.get(at);
        if (lettered(words, at)) {
            return true;
        }
        boolean number = Character.isDigit(word.text().codePointAt(0));
        boolean letters = word.text().codePoints().anyMatch(Character::isLetter);
        boolean numbered = at > 0 && words.get(at - 1).text().equalsIgnoreCase("no");
        return number ? letters || numbered : starts(word);
    }

    /** @return whether a single capital counts what the word before names: {@code Facility B} */
    private static boolean lettered(List<Word> words, int at) {
        Word word = words.get(at);
        return word.text().length() == 1
                && word.capital()
                && at > 0
                && words.get(at - 1).text().length() > 1
                && starts(words.get(at - 1));
    }

    private static boolean joins(List<Word> words, int at) {
        return JOINTS.contains(words.get(at).text().toLowerCase(Locale.ROOT))
                && at + 1 < words.size()
                && proper(words, at + 1);
    }

    /** @return whether only blanks, or the full stop of {@code No.}, stand between this word and the one before */
    private static boolean near(int[] points, List<Word> words, int at) {
        int from = words.get(at - 1).end();
        String between = new String(points, from, words.get(at).begin() - from);
        boolean together = !between.contains("\n") || (!between.contains("\n\n") && full(points, from));
        return (between.isBlank() && together)
                || (between.strip().equals(".") && words.get(at - 1).text().equalsIgnoreCase("no"));
    }

    /** @return whether the line that ends here is so long that it was broken rather than ended */
    private static boolean full(int[] points, int end) {
        int line = end;
        while (line > 0 && points[line - 1] != '\n') {
            line--;
        }
        return end - line >= FULL_LINE;
    }
}
