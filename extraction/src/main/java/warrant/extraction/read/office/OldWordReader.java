package warrant.extraction.read.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableRow;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;

/** Reads Word documents of before 2007 as one page: paragraphs and tables. Numbers that Word makes up are not known. */
public final class OldWordReader implements FormatReader {
    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        try (HWPFDocument word = new HWPFDocument(new ByteArrayInputStream(bytes))) {
            PageText page = new PageText("1");
            lay(word.getRange(), page);
            lay(word.getFootnoteRange(), page);
            List<String> warnings = List.of(
                    "clause numbers that Word made up are not in a .doc file's text: save it as DOCX to have them");
            return new Content(
                    "application/msword", "poi 5.5.1/1", null, null, List.of(page.page()), page.tables(), warnings);
        } catch (IOException | RuntimeException broken) { // POI throws unchecked exceptions on broken files
            boolean locked = broken instanceof org.apache.poi.EncryptedDocumentException;
            throw locked ? Locks.locked(name, broken) : Packages.damaged(name, broken);
        }
    }

    private static void lay(Range range, PageText page) {
        String heading = "";
        for (int p = 0; p < range.numParagraphs(); p++) {
            Paragraph paragraph = range.getParagraph(p);
            if (paragraph.isInTable() && (p == 0 || !range.getParagraph(p - 1).isInTable())) {
                Table table = range.getTable(paragraph);
                page.gap();
                page.table(heading, grid(table));
                page.gap();
            }
            if (!paragraph.isInTable()) {
                String text = words(paragraph.text());
                page.line(text);
                heading = text.length() <= 100 && !text.isBlank() ? text : heading;
            }
        }
    }

    private static List<List<Field>> grid(Table table) {
        List<List<Field>> grid = new ArrayList<>();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            List<Field> fields = new ArrayList<>();
            for (int c = 0; c < row.numCells(); c++) {
                fields.add(new Field(
                        Field.letters(c) + (r + 1), r, c, words(row.getCell(c).text())));
            }
            grid.add(fields);
        }
        return grid;
    }

    /** Without the codes of fields, which stand between two control characters. */
    private static String words(String text) {
        return text.replaceAll("\u0013[^\u0014\u0015]*\u0014?", " ")
                .replace('\u0007', ' ')
                .strip();
    }
}
