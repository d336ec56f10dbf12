package warrant.extraction.read.pdf;

import java.util.ArrayList;
import java.util.List;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.PageText;
import warrant.extraction.read.pdf.Paragraphs.Paragraph;

/** Lays out a page: tables as tables, all other lines joined to paragraphs. */
final class PdfTables {
    private static final int LONGEST_HEADING = 100;

    private PdfTables() {}

    static void lay(List<Line> lines, Paragraphs paragraphs, PageText page) {
        String heading = "";
        for (Rows.Block block : Rows.blocks(lines)) {
            if (!block.grid().isEmpty()) {
                page.gap();
                page.table(heading, fields(block.grid()));
                page.gap();
                heading = "";
                continue;
            }
            for (Paragraph paragraph : paragraphs.of(block.lines())) {
                if (paragraph.gapBefore()) {
                    page.gap();
                }
                page.line(paragraph.text());
                heading = paragraph.text().length() <= LONGEST_HEADING ? paragraph.text() : "";
            }
        }
    }

    private static List<List<Field>> fields(List<List<String>> grid) {
        List<List<Field>> rows = new ArrayList<>();
        for (int r = 0; r < grid.size(); r++) {
            List<Field> row = new ArrayList<>();
            for (int c = 0; c < grid.get(r).size(); c++) {
                row.add(new Field(Field.letters(c) + (r + 1), r, c, grid.get(r).get(c)));
            }
            rows.add(row);
        }
        return rows;
    }
}
