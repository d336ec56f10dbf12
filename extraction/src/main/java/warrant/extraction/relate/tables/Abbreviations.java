package warrant.extraction.relate.tables;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headers that say less than they mean: {@code Empl. no.}, {@code DOB}. */
final class Abbreviations {
    private static final Pattern CUT_SHORT = Pattern.compile("(?<!\\p{L})(\\p{L}{3,})\\.");
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,6}");

    private Abbreviations() {}

    /** @return the header with each word that a full stop cuts short as the phrase writes it, if it has such a word */
    static String full(String header, String phrase) {
        if (header.indexOf('.') < 0) {
            return header;
        }
        Matcher cut = CUT_SHORT.matcher(header);
        return cut.replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), phrase)));
    }

    private static String word(String beginning, String phrase) {
        String low = beginning.toLowerCase(Locale.ROOT);
        for (String word : phrase.split("[^\\p{L}]+")) {
            if (word.length() > low.length() && word.toLowerCase(Locale.ROOT).startsWith(low)) {
                return word;
            }
        }
        return beginning;
    }

    /** @return whether the header is the initials of the phrase, small words counted or not: {@code DOB} */
    static boolean initials(String header, String phrase) {
        String bare = header.replace(".", "").strip();
        if (!CAPITALS.matcher(bare).matches()) {
            return false;
        }
        StringBuilder all = new StringBuilder();
        for (String word :
                phrase.replaceFirst("(?i)^(?:has|is|hat|ist)\\s+", "").split("[^\\p{L}]+")) {
            all.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT));
        }
        return all.length() == bare.length() && all.toString().equals(bare);
    }
}
