package warrant.extraction.read.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes away lines that stand on most pages near an edge, and page numbers: they would cut sentences that go on over
 * the page. What they say is kept where it stands first, at the top of the first page.
 */
final class RunningHeads {
    private static final double EDGE = 0.12;
    private static final double MOST = 0.6;
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)^[-–—|\\s]*(?:(?:page|seite|p\\.|blatt|第)\\s*)?\\d{1,4}(?:\\s*(?:of|von|/|aus)\\s*\\d{1,4})?\\s*页?[-–—|\\s]*$");

    private RunningHeads() {}

    static List<Line> without(List<Line> lines) {
        int pages = (int) lines.stream().mapToInt(Line::page).distinct().count();
        Map<String, Set<Integer>> places = new HashMap<>();
        for (Line line : lines) {
            if (atEdge(line)) {
                places.computeIfAbsent(key(line), k -> new HashSet<>()).add(line.page());
            }
        }
        List<Line> heads = new ArrayList<>();
        List<Line> kept = new ArrayList<>();
        for (Line line : lines) {
            boolean repeated = pages > 1
                    && atEdge(line)
                    && places.getOrDefault(key(line), Set.of()).size() >= Math.max(2, MOST * pages);
            boolean firstHead = line.page() == lines.getFirst().page() && line.y() < line.pageHeight() / 2;
            boolean number = atEdge(line) && NUMBER.matcher(line.text()).matches();
            if (!number && (!repeated || firstHead)) {
                (repeated ? heads : kept).add(line);
            }
        }
        heads.addAll(kept);
        return heads;
    }

    private static boolean atEdge(Line line) {
        return line.y() < EDGE * line.pageHeight() || line.y() > (1 - EDGE) * line.pageHeight();
    }

    private static String key(Line line) {
        boolean top = line.y() < line.pageHeight() / 2;
        return top
                + line.text().toLowerCase(Locale.ROOT).replaceAll("\\d+", "#").replaceAll("\\s+", " ");
    }
}
