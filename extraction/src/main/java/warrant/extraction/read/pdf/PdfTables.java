package warrant.extraction.read.pdf;

import java.util.ArrayList;
import java.util.List;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.PageText;
import warrant.extraction.read.pdf.Paragraphs.Paragraph;

/** Lays out the paragraphs of a page; rows of words in columns become tables where their columns line up. */
final class PdfTables {
    private static final int FEWEST_ROWS = 2;

    private PdfTables() {}

    static void lay(List<Paragraph> paragraphs, PageText page) {
        String heading = "";
        for (int i = 0; i < paragraphs.size(); ) {
            int end = i;
            while (end < paragraphs.size() && paragraphs.get(end).columns()) {
                end++;
            }
            List<List<Field>> grid = end - i >= FEWEST_ROWS ? grid(paragraphs.subList(i, end)) : List.of();
            if (!grid.isEmpty()) {
                page.gap();
                page.table(heading, grid);
                page.gap();
                i = end;
                continue;
            }
            Paragraph paragraph = paragraphs.get(i++);
            if (paragraph.gapBefore()) {
                page.gap();
            }
            page.line(paragraph.text());
            heading = paragraph.text().length() <= 100 ? paragraph.text() : "";
        }
    }

    /** @return the cells, or nothing if the rows do not line up under the first one */
    private static List<List<Field>> grid(List<Paragraph> rows) {
        List<Segment> header = segments(rows.getFirst().lines().getFirst());
        List<List<Field>> grid = new ArrayList<>();
        for (Paragraph row : rows) {
            String[] cells = new String[header.size()];
            for (Segment segment : segments(row.lines().getFirst())) {
                int column = column(segment, header);
                if (column < 0 || cells[column] != null) {
                    return List.of();
                }
                cells[column] = segment.text();
            }
            List<Field> fields = new ArrayList<>();
            for (int c = 0; c < cells.length; c++) {
                String address = Field.letters(c) + (grid.size() + 1);
                fields.add(new Field(address, grid.size(), c, cells[c] == null ? "" : cells[c]));
            }
            grid.add(fields);
        }
        return grid;
    }

    private record Segment(String text, float begin, float end) {}

    private static List<Segment> segments(Line line) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < line.words().size(); i++) {
            Line.Word word = line.words().get(i);
            if (i == 0 || line.isColumnEnd(i)) {
                segments.add(new Segment(word.text(), word.begin(), word.end()));
            } else {
                Segment last = segments.removeLast();
                segments.add(new Segment(last.text() + " " + word.text(), last.begin(), word.end()));
            }
        }
        return segments;
    }

    /** The only column that the segment stands under: their extents overlap, or their left or right edges agree. */
    private static int column(Segment segment, List<Segment> header) {
        int found = -1;
        for (int c = 0; c < header.size(); c++) {
            Segment head = header.get(c);
            boolean under = segment.begin() < head.end() && segment.end() > head.begin();
            boolean flush = Math.abs(segment.begin() - head.begin()) < 3 || Math.abs(segment.end() - head.end()) < 3;
            if (under || flush) {
                if (found >= 0) {
                    return -1;
                }
                found = c;
            }
        }
        return found;
    }
}
