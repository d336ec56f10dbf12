package warrant.extraction.read.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;
import warrant.graph.Page;

/** Reads workbooks, a page a sheet. Formulas show the value that Excel last computed. */
public final class ExcelReader implements FormatReader {
    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        try {
            if (FileMagic.valueOf(bytes) == FileMagic.OLE2) {
                return content(OldSheets.of(bytes, limits), null, limits);
            }
            StreamedSheets.Workbook book = StreamedSheets.of(bytes, limits);
            String title = book.title() == null || book.title().isBlank()
                    ? null
                    : book.title().strip();
            return content(book.sheets(), title, limits);
        } catch (IOException
                | XMLStreamException
                | RuntimeException broken) { // POI throws unchecked exceptions on broken files
            boolean locked = broken instanceof org.apache.poi.EncryptedDocumentException;
            throw locked ? Locks.locked(name, broken) : Packages.damaged(name, broken);
        }
    }

    private static Content content(List<SheetGrid> sheets, @Nullable String title, Settings limits) {
        List<Page> pages = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        long room = limits.characters();
        for (SheetGrid sheet : sheets.subList(0, Math.min(sheets.size(), limits.pages()))) {
            if (sheet.hidden()) {
                warnings.add("the sheet '" + sheet.name() + "' is hidden in the file, but was read");
            }
            List<List<Field>> grid = within(sheet, room, warnings);
            for (CellRangeAddress merged : sheet.merged()) {
                repeat(merged, grid);
            }
            PageText page = new PageText(sheet.name());
            page.table(sheet.name(), grid);
            pages.add(page.page());
            tables.addAll(page.tables());
            room -= page.length();
        }
        if (sheets.size() > limits.pages()) {
            warnings.add("only the first " + limits.pages() + " sheets were read");
        }
        return new Content(MEDIA_TYPE, "poi 5.5.1/1", title, null, pages, tables, warnings);
    }

    /** The rows for which there is room; says so if these are not all. */
    private static List<List<Field>> within(SheetGrid sheet, long room, List<String> warnings) {
        List<List<Field>> rows = new ArrayList<>();
        long left = room;
        for (List<Field> row : sheet.rows()) {
            left -= row.stream().mapToLong(field -> field.text().length() + 1L).sum() + 1;
            if (left < 0) {
                break;
            }
            rows.add(new ArrayList<>(row));
        }
        if (sheet.cut() >= 0 || left < 0) {
            warnings.add("only the first " + rows.size() + " rows of the sheet '" + sheet.name()
                    + "' were read, a limit of Warrant's: split the file, or raise the limits on reading");
        }
        return rows;
    }

    /** A value merged over several rows holds for each of them. */
    private static void repeat(CellRangeAddress merged, List<List<Field>> grid) {
        int column = merged.getFirstColumn();
        for (int r = merged.getFirstRow() + 1; r <= merged.getLastRow() && r < grid.size(); r++) {
            List<Field> anchors = grid.get(merged.getFirstRow());
            if (column < grid.get(r).size() && column < anchors.size()) {
                Field anchor = anchors.get(column);
                String address = grid.get(r).get(column).address();
                grid.get(r).set(column, new Field(address, merged.getFirstRow(), column, anchor.text()));
            }
        }
    }
}
