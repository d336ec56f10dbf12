package warrant.extraction.read.office;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import warrant.extraction.read.page.Field;

/** Tables of a Word document as grids. */
final class WordTables {
    private WordTables() {}

    /** @param lines the paragraphs of all cells, for a table that only arranges text */
    record Grid(List<List<Field>> fields, List<String> lines) {
        /** @return whether the table has several columns */
        boolean isData() {
            return fields.stream().anyMatch(row -> row.size() > 1);
        }
    }

    static Grid grid(XWPFTable table, int number, Numbering numbering, Collection<String> warnings) {
        List<List<Field>> fields = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            List<Field> cells = new ArrayList<>();
            for (XWPFTableCell cell : row.getTableCells()) {
                List<String> paragraphs = paragraphs(cell, numbering, warnings);
                lines.addAll(paragraphs);
                int column = cells.size();
                String address = "T" + number + "!" + Field.letters(column) + (fields.size() + 1);
                cells.add(field(cell, address, column, String.join(" ", paragraphs), fields));
                for (int i = 1; i < span(cell); i++) {
                    cells.add(new Field(address, fields.size(), cells.size(), ""));
                }
            }
            fields.add(cells);
        }
        return new Grid(fields, lines);
    }

    /** A cell that goes on from the one above it shows that one's text. */
    private static Field field(XWPFTableCell cell, String address, int column, String text, List<List<Field>> above) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        boolean goesOn = properties != null
                && properties.isSetVMerge()
                && (!properties.getVMerge().isSetVal() || properties.getVMerge().getVal() == STMerge.CONTINUE);
        if (goesOn && !above.isEmpty() && column < above.getLast().size()) {
            Field upper = above.getLast().get(column);
            return new Field(address, upper.row(), upper.column(), upper.text());
        }
        return new Field(address, above.size(), column, text);
    }

    private static int span(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        boolean wide = properties != null && properties.isSetGridSpan();
        return wide ? Math.clamp(properties.getGridSpan().getVal().intValue(), 1, 100) : 1;
    }

    private static List<String> paragraphs(XWPFTableCell cell, Numbering numbering, Collection<String> warnings) {
        List<String> paragraphs = new ArrayList<>();
        for (XWPFParagraph paragraph : cell.getParagraphs()) {
            String marker = numbering.next(paragraph);
            String text = WordText.of(paragraph, warnings).strip();
            if (!text.isEmpty()) {
                paragraphs.add(marker.isEmpty() ? text : marker + " " + text);
            }
        }
        String nested = cell.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining(" "));
        if (!nested.isBlank()) {
            paragraphs.add(nested);
        }
        return paragraphs;
    }
}
