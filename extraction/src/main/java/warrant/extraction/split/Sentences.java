package warrant.extraction.split;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where sentences end; abbreviations, initials and numbers do not end one. */
public final class Sentences {
    private static final Pattern END =
            Pattern.compile("[.!?。！？]+[\"”’»)]*(?=\\s+[\\p{Lu}\\p{Lo}\\d\"“„«(]|\\s*$)|(?<=[。！？])|\\n+");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[\\s(])(?:\\p{Lu}|[Nn]o|[Nn]os|[Nn]r|Mr|Mrs|Ms|Dr|Prof|St|Ltd|Inc|Corp|Co|Art|Abs|Sec|cl|para|approx|ca|vs|e\\.g|i\\.e|etc|bzw|z\\.B|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|Tel)\\.$");

    private Sentences() {}

    /** From the first character of a sentence, included, to its last, excluded; in chars of the text. */
    public record Extent(int begin, int end) {}

    /** @return sentences in order, without the white space between them */
    public static List<Extent> of(String text) {
        List<Extent> sentences = new ArrayList<>();
        int begin = 0;
        Matcher end = END.matcher(text);
        while (end.find()) {
            boolean abbreviated = text.startsWith(".", end.start())
                    && end.end() < text.length()
                    && ABBREVIATION
                            .matcher(text.substring(begin, end.start() + 1))
                            .find();
            if (!abbreviated && end.end() > begin) {
                add(text, begin, end.end(), sentences);
                begin = end.end();
            }
        }
        add(text, begin, text.length(), sentences);
        return sentences;
    }

    private static void add(String text, int from, int to, List<Extent> sentences) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > begin) {
            sentences.add(new Extent(begin, end));
        }
    }
}
