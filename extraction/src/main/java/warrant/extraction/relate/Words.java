package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts texts into words and brings words of one family to one stem, so that {@code governing} meets {@code governed}.
 */
final class Words {
    private static final int SHORTEST_STEM = 3;

    private static final Set<String> STOP =
            Set.of(("a an the this that these those of to in on at by for from with under "
                            + "as and or nor but if it its he she they them their his her is are was were be been "
                            + "being has "
                            + "have had do does did shall will would may might can could should must not no any "
                            + "all each every "
                            + "such other than then there here which who whom whose what when where into upon per "
                            + "so only own "
                            + "one two first second i we you our your us me my der die das des dem den ein "
                            + "eine einer eines "
                            + "und oder von zu im am ist sind war mit auf für bei nach aus als "
                            + "wie diese dieser dieses diesem diesen folgenden")
                    .split(" "));

    /** Forms that no suffix rule reaches. */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("paid", "pay"),
            Map.entry("held", "hold"),
            Map.entry("sent", "send"),
            Map.entry("bought", "buy"),
            Map.entry("sold", "sell"),
            Map.entry("gave", "give"),
            Map.entry("given", "give"),
            Map.entry("giving", "give"),
            Map.entry("began", "begin"),
            Map.entry("begun", "begin"),
            Map.entry("took", "take"),
            Map.entry("taken", "take"),
            Map.entry("made", "make"),
            Map.entry("wrote", "writ"),
            Map.entry("written", "writ"),
            Map.entry("lent", "lend"),
            Map.entry("left", "leav"),
            Map.entry("kept", "keep"),
            Map.entry("lost", "los"),
            Map.entry("met", "meet"),
            Map.entry("known", "know"),
            Map.entry("born", "birth"),
            Map.entry("died", "death"),
            Map.entry("dies", "death"),
            Map.entry("liable", "liab"),
            Map.entry("liability", "liab"),
            Map.entry("liabilities", "liab"));

    private static final List<String> SUFFIXES = List.of(
            "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ities", "ity", "ance", "ence", "ives",
            "ive", "ably", "able", "ally", "edly", "ed", "ies", "es", "ly", "al", "s", "e", "y");

    private Words() {}

    /**
     * A word in a text.
     *
     * @param begin first code point
     * @param end code point after the last one
     */
    record Word(int begin, int end, String text, String stem) {
        boolean capital() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        boolean content() {
            return !STOP.contains(text.toLowerCase(Locale.ROOT));
        }
    }

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        int at = 0;
        while (at < points.length) {
            if (!Character.isLetterOrDigit(points[at])) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < points.length && !Character.isIdeographic(points[at]) && continues(points, end)) {
                end++;
            }
            String word = new String(points, at, end - at);
            words.add(new Word(at, end, word, stem(word)));
            at = end;
        }
        return words;
    }

    private static boolean continues(int[] points, int at) {
        int c = points[at];
        if (Character.isIdeographic(c)) {
            return false;
        }
        boolean joint = (c == '-' || c == '.' || c == '/' || c == '_' || c == '&')
                && at + 1 < points.length
                && Character.isLetterOrDigit(points[at + 1])
                && Character.isLetterOrDigit(points[at - 1]);
        return Character.isLetterOrDigit(c) || joint;
    }

    /** @return stems of the words that carry meaning */
    static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (Word word : of(text)) {
            if (word.content()) {
                stems.add(word.stem());
                for (String part : word.text().split("[-/]")) {
                    if (part.length() > SHORTEST_STEM && !STOP.contains(part.toLowerCase(Locale.ROOT))) {
                        stems.add(stem(part));
                    }
                }
            }
        }
        return stems;
    }

    static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String irregular = IRREGULAR.get(lower);
        if (irregular != null) {
            return irregular;
        }
        if (lower.codePoints().anyMatch(Character::isDigit) || lower.endsWith("ss")) {
            return lower;
        }
        String stem = lower;
        for (int round = 0; round < 2; round++) {
            stem = strip(stem);
        }
        if (stem.length() > SHORTEST_STEM && (stem.endsWith("i") || stem.endsWith("y"))) {
            stem = stem.substring(0, stem.length() - 1);
        }
        int last = stem.length() - 1;
        boolean doubled = last > SHORTEST_STEM - 1 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled && "lsz".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
    }

    private static String strip(String word) {
        for (String suffix : SUFFIXES) {
            int left = word.length() - suffix.length();
            if (left >= SHORTEST_STEM && word.endsWith(suffix) && !(suffix.equals("s") && word.endsWith("ss"))) {
                return word.substring(0, left);
            }
        }
        return word;
    }
}
