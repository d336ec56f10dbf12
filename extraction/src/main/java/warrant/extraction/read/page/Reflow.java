package warrant.extraction.read.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins the lines of a text that was broken at a fixed width into one line a paragraph. */
public final class Reflow {
    /** What a line begins with that is a paragraph of its own: a clause number, a letter in brackets, a bullet. */
    private static final Pattern MARKER = Pattern.compile(
            "^\\s*(?:(?:\\d{1,3}\\.|\\d{1,3}(?:\\.\\d{1,3})+\\.?)\\s+[\\p{Lu}\\p{Lo}\"“„(‘']"
                    + "|\\d{1,3}\\)\\s|\\((?:[a-zA-Z]{1,2}|[ivx]{1,5}|\\d{1,2})\\)\\s|[a-z]\\)\\s|[-*•–▪●◦·]\\s"
                    + "|(?:Article|Section|Clause|Schedule|Annex|Artikel|§)\\s*\\d+[.:]?\\s*(?:$|[-–—:]|\\p{Lu})|第.{1,4}[条章])");

    private static final Pattern LABEL = Pattern.compile("^[\\p{L}][\\p{L} .-]{0,30}:(?:\\s.*|$)");
    private static final Pattern TERMINATED = Pattern.compile(".*(?:[.;:!?。；：,]|\\band|\\bor|\\bund|\\boder)[\"”’)]*$");
    private static final int SHORTEST_WIDTH = 50;

    private Reflow() {}

    /** @return whether the line begins with a clause number or a bullet */
    public static boolean startsItem(String line) {
        return MARKER.matcher(line).lookingAt();
    }

    /** @return whether the line ends as a sentence or an item of a list does */
    public static boolean endsItem(String line) {
        return TERMINATED.matcher(line.strip()).matches();
    }

    /**
     * @param lines as they stand in the file
     * @return one string a paragraph; empty strings where the author left blank lines
     */
    public static List<String> paragraphs(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        boolean wrapped = isWrapped(lines, width);
        List<String> paragraphs = new ArrayList<>();
        String previous = "";
        for (String line : lines) {
            boolean joins = wrapped && !previous.isBlank() && !line.isBlank() && continues(previous, line, width);
            if (joins) {
                paragraphs.add(paragraphs.removeLast() + " " + unquoted(line));
            } else if (!line.isBlank()
                    || (!paragraphs.isEmpty() && !paragraphs.getLast().isEmpty())) {
                paragraphs.add(line.strip());
            }
            previous = line;
        }
        return paragraphs;
    }

    /** A text is wrapped when many of its lines end near one width that no screen would force. */
    private static boolean isWrapped(List<String> lines, int width) {
        long full = lines.stream().filter(line -> line.length() > width * 3 / 4).count();
        return width >= SHORTEST_WIDTH && width <= 140 && full >= 2;
    }

    private static boolean continues(String previous, String line, int width) {
        String next = unquoted(line);
        if (quoteDepth(previous) != quoteDepth(line)
                || next.isBlank()
                || unquoted(previous).isBlank()) {
            return false;
        }
        if (startsItem(next)) {
            return false;
        }
        int blank = next.indexOf(' ');
        int word = blank < 0 ? next.length() : blank;
        boolean full = previous.length() + 1 + word > width - 2 || previous.length() > width * 4 / 5;
        boolean open = !endsItem(previous) && Character.isLowerCase(next.codePointAt(0));
        boolean label = LABEL.matcher(next).matches()
                && LABEL.matcher(unquoted(previous)).matches();
        return (full || (open && previous.length() > width / 2)) && !label;
    }

    private static int quoteDepth(String line) {
        int depth = 0;
        for (int i = 0; i < line.length() && (line.charAt(i) == '>' || line.charAt(i) == ' '); i++) {
            depth += line.charAt(i) == '>' ? 1 : 0;
        }
        return depth;
    }

    private static String unquoted(String line) {
        return line.replaceFirst("^[ >]*", "").strip();
    }
}
