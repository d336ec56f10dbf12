package warrant.extraction.split;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import warrant.extraction.read.Heading;

/** Which lines are headings because the file lists them as such. */
final class ListedHeadings {
    private static final Pattern NUMBER = Pattern.compile("^(?:[\\d.]+|[IVXivx]+\\.|[A-Z]\\.|§\\s*\\d+)\\s+");

    private final Set<String> headings = new HashSet<>();

    ListedHeadings(List<Heading> headings) {
        headings.forEach(heading -> this.headings.add(heading.page() + "\n" + bare(heading.text())));
    }

    boolean isHeading(String page, String line) {
        return !headings.isEmpty() && headings.contains(page + "\n" + bare(line));
    }

    /** Without number, case and width of blanks. */
    private static String bare(String text) {
        return NUMBER.matcher(text.strip())
                .replaceFirst("")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
