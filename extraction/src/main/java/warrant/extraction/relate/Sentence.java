package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sentence of a passage.
 *
 * @param begin first code point in the passage's text
 * @param end code point after the last one
 */
record Sentence(int begin, int end, String text) {
    private static final int SHORT_LINE = 45;
    private static final Set<String> ABBREVIATIONS =
            Set.of(("no nos mr mrs ms dr prof st sr jr ltd inc co corp llc plc "
                            + "cl art sec par para paras fig eg ie etc cf vs approx dept est ref resp bzw "
                            + "ca nr str abs "
                            + "jan feb mar apr jun jul aug sep sept oct nov dec")
                    .split(" "));

    static List<Sentence> of(String passage) {
        int[] points = passage.codePoints().toArray();
        List<Sentence> sentences = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < points.length; i++) {
            int next = boundary(points, begin, i);
            if (next > 0) {
                add(points, begin, next, sentences);
                begin = next;
                i = next - 1;
            }
        }
        add(points, begin, points.length, sentences);
        return List.copyOf(sentences);
    }

    private static void add(int[] points, int from, int to, List<Sentence> sentences) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(points[begin])) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(points[end - 1])) {
            end--;
        }
        if (end > begin) {
            sentences.add(new Sentence(begin, end, new String(points, begin, end - begin)));
        }
    }

    /** @return where the sentence that holds this code point ends, if it ends with it; otherwise 0 */
    private static int boundary(int[] points, int begin, int at) {
        int c = points[at];
        if (c == '。' || c == '！' || c == '？') {
            return at + 1;
        }
        if (c == '\n' && at + 1 < points.length && (points[at + 1] == '\n' || startsField(points, at + 1))) {
            return at + 1;
        }
        if (c == '\n' && shortLine(points, begin, at)) {
            return at + 1;
        }
        if (c == ';' && (enumerates(points, at + 1) || isBlank(points, at + 1, '\n'))) {
            return at + 1;
        }
        if (c != '.' && c != '!' && c != '?') {
            return 0;
        }
        int end = at + 1;
        while (end < points.length && "\"'”’)»".indexOf(points[end]) >= 0) {
            end++;
        }
        if (end < points.length && !Character.isWhitespace(points[end])) {
            return 0;
        }
        return c == '.' && !ends(points, begin, at, end) ? 0 : end;
    }

    /** @return whether a full stop ends a sentence rather than an abbreviation or a number of a clause */
    private static boolean ends(int[] points, int begin, int at, int end) {
        int word = at;
        while (word > begin && !Character.isWhitespace(points[word - 1]) && points[word - 1] != '(') {
            word--;
        }
        String last = new String(points, word, at - word).replace(".", "").toLowerCase(Locale.ROOT);
        if (word == begin
                || ABBREVIATIONS.contains(last)
                || (last.length() == 1 && Character.isLetter(last.charAt(0)))) {
            return false;
        }
        int next = end;
        while (next < points.length && Character.isWhitespace(points[next])) {
            next++;
        }
        return next >= points.length || !Character.isLowerCase(points[next]);
    }

    /** @return whether a line ends here that is too short to have been broken, and a new one begins like a sentence */
    private static boolean shortLine(int[] points, int begin, int at) {
        int line = at;
        while (line > begin && points[line - 1] != '\n') {
            line--;
        }
        boolean opens = at + 1 < points.length
                && (Character.isUpperCase(points[at + 1])
                        || Character.isDigit(points[at + 1])
                        || points[at + 1] == '(');
        return at - line < SHORT_LINE && opens;
    }

    /** @return whether a line such as {@code Place: Dublin} begins here */
    private static boolean startsField(int[] points, int from) {
        int at = from;
        while (at < points.length && at - from < 30 && (Character.isLetter(points[at]) || points[at] == ' ')) {
            at++;
        }
        return at > from + 1 && at < points.length && points[at] == ':' && Character.isUpperCase(points[from]);
    }

    /** @return whether the next item of an enumeration begins here: {@code (b)}, {@code and (2)} */
    private static boolean enumerates(int[] points, int from) {
        String next = new String(points, from, Math.min(12, points.length - from));
        return next.matches("(?s)\\s+(and|or|und|oder)?\\s*\\(\\w{1,4}\\).*");
    }

    private static boolean isBlank(int[] points, int at, int blank) {
        return at < points.length && points[at] == blank;
    }
}
