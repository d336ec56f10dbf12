package warrant.extraction.read.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether a hyphen at the end of a line belongs to the word, by what else the document writes. */
final class Hyphens {
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:-[\\p{L}]+)*");
    private static final Pattern BROKEN = Pattern.compile("([\\p{L}]+)[-\u2010]$");
    private static final Pattern START = Pattern.compile("^\\p{L}+");
    private static final Set<String> PREFIXES = Set.of(
            "non", "sub", "pre", "co", "self", "cross", "third", "long", "short", "twenty", "thirty", "forty", "fifty",
            "sixty", "seventy", "eighty", "ninety", "well", "ex", "multi", "re", "e", "anti", "inter", "post");

    private final Set<String> words = new HashSet<>();

    Hyphens(List<Line> lines) {
        for (Line line : lines) {
            String text = line.text().toLowerCase(Locale.ROOT);
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                boolean cutHere = word.end() == text.length() - 1 && text.endsWith("-");
                if (!cutHere) {
                    words.add(word.group());
                }
            }
        }
    }

    /** @return the two lines as one, with a blank, a hyphen or nothing between them */
    String join(String line, String next) {
        if (line.endsWith("\u00ad")) {
            return line.substring(0, line.length() - 1) + next;
        }
        Matcher broken = BROKEN.matcher(line);
        Matcher start = START.matcher(next);
        if (!broken.find() || !start.find()) {
            return line.endsWith("-") && !line.endsWith(" -") && startsWord(next) ? line + next : line + " " + next;
        }
        boolean keeps = keeps(broken.group(1).toLowerCase(Locale.ROOT), start.group());
        return (keeps ? line : line.substring(0, line.length() - 1)) + next;
    }

    private boolean keeps(String first, String second) {
        String rest = second.toLowerCase(Locale.ROOT);
        if (!rest.equals(second)) {
            return true;
        }
        if (words.contains(first + "-" + rest)) {
            return true;
        }
        if (words.contains(first + rest)) {
            return false;
        }
        return PREFIXES.contains(first) || (words.contains(first) && words.contains(rest));
    }

    private static boolean startsWord(String next) {
        return !next.isEmpty() && Character.isLetterOrDigit(next.codePointAt(0));
    }
}
