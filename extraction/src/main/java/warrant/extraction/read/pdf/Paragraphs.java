package warrant.extraction.read.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import warrant.extraction.read.page.Reflow;

/**
 * Joins printed lines to paragraphs. A line goes on in the next one when that stands close below it in the same size
 * and its first word would not have fitted on the line.
 */
final class Paragraphs {
    /** A clause number before its text is set off by a wide gap, but is no column. */
    private static final Pattern MARKER_TAB = Pattern.compile("^((?:\\(?[\\w.]{1,7}\\)?|[•–▪●◦·-]|[A-Z]\\w+ \\d+))\t");

    /** How many pages before and after a line tell how wide its column is. */
    private static final int NEIGHBOURS = 4;

    private final Hyphens hyphens;
    private final NavigableMap<Integer, List<Line>> byPage;
    private final float leading;
    private final float usualWidth;

    Paragraphs(List<Line> lines) {
        this.byPage = lines.stream().collect(Collectors.groupingBy(Line::page, TreeMap::new, Collectors.toList()));
        this.hyphens = new Hyphens(lines);
        this.leading = leading(lines);
        this.usualWidth = usualWidth(lines);
    }

    /** @return the lines of a page, counted from 1 */
    List<Line> on(int page) {
        return byPage.getOrDefault(page, List.of());
    }

    /** @param columns whether the text is a row of a table or the like, with tabs between its columns */
    record Paragraph(String text, boolean gapBefore, boolean columns, List<Line> lines) {}

    /** @return the paragraphs that some lines of one page make */
    List<Paragraph> of(List<Line> run) {
        List<Paragraph> paragraphs = new ArrayList<>();
        Line previous = null;
        for (Line line : run) {
            String text = MARKER_TAB.matcher(line.text()).replaceFirst("$1 ");
            Paragraph last = paragraphs.isEmpty() ? null : paragraphs.getLast();
            if (previous != null
                    && last != null
                    && !last.columns()
                    && text.indexOf('\t') < 0
                    && goesOn(previous, line)) {
                List<Line> both = new ArrayList<>(last.lines());
                both.add(line);
                paragraphs.removeLast();
                paragraphs.add(new Paragraph(hyphens.join(last.text(), text), last.gapBefore(), false, both));
            } else {
                boolean gap = previous != null && !isClose(previous, line);
                paragraphs.add(new Paragraph(text, gap, text.indexOf('\t') >= 0, List.of(line)));
            }
            previous = line;
        }
        return paragraphs;
    }

    private boolean goesOn(Line line, Line next) {
        if (Math.abs(line.size() - next.size()) > 0.6f || !isClose(line, next)) {
            return false;
        }
        String text = line.text();
        boolean full = line.end() + next.firstWord() + line.size() * 0.2f > rightEdge(line);
        boolean ended = Reflow.endsItem(text);
        if (Reflow.startsItem(next.text()) && (ended || !full)) {
            return false;
        }
        boolean open = !ended && Character.isLowerCase(next.text().codePointAt(0)) && text.indexOf(' ') > 0;
        return full || open;
    }

    private boolean isClose(Line line, Line next) {
        float step = next.y() - line.y();
        float usual = Math.max(leading, 1.15f * line.size());
        return step > 0 ? step < usual * 1.3f : isNextColumn(line, next);
    }

    /** At the foot of a column the text goes on at the head of the one to its right. */
    private boolean isNextColumn(Line line, Line next) {
        return next.begin() > line.begin() + 5 * line.size() && next.y() < line.y();
    }

    /** How far to the right text reaches in this line's column. */
    private float rightEdge(Line line) {
        float edge = line.end();
        var near = byPage.subMap(line.page() - NEIGHBOURS, true, line.page() + NEIGHBOURS, true);
        for (List<Line> page : near.values()) {
            for (Line other : page) {
                boolean overlaps = other.begin() <= line.end() && other.end() >= line.begin();
                boolean heading = other.end() - other.begin() > 1.6f * usualWidth;
                if (overlaps && !heading && other.size() <= line.size() + 0.6f) {
                    edge = Math.max(edge, other.end());
                }
            }
        }
        return edge;
    }

    private static float usualWidth(List<Line> lines) {
        List<Float> widths = lines.stream()
                .filter(line -> line.text().length() > 30)
                .map(line -> line.end() - line.begin())
                .sorted()
                .toList();
        return widths.isEmpty() ? Float.MAX_VALUE / 2 : widths.get(widths.size() / 2);
    }

    /** The commonest distance of two base lines, to half a point. */
    private static float leading(List<Line> lines) {
        java.util.Map<Integer, Integer> steps = new java.util.TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            float step = lines.get(i).y() - lines.get(i - 1).y();
            boolean sane = lines.get(i).page() == lines.get(i - 1).page() && step > 2 && step < 40;
            if (sane) {
                steps.merge(Math.round(step * 2), 1, Integer::sum);
            }
        }
        return steps.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(entry -> entry.getKey() / 2f)
                .orElse(0f);
    }
}
