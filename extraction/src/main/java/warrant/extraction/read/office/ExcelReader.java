package warrant.extraction.read.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
    private static final int WIDEST = 256;

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        List<Page> pages = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try (Workbook book = open(bytes)) {
            CellText cells = new CellText(book);
            for (int i = 0; i < Math.min(book.getNumberOfSheets(), limits.pages()); i++) {
                Sheet sheet = book.getSheetAt(i);
                if (book.getSheetVisibility(i) != SheetVisibility.VISIBLE) {
                    warnings.add("the sheet '" + sheet.getSheetName() + "' is hidden in the file, but was read");
                }
                PageText page = new PageText(sheet.getSheetName());
                page.table(sheet.getSheetName(), grid(sheet, cells, limits.rows(), warnings));
                pages.add(page.page());
                tables.addAll(page.tables());
            }
            if (book.getNumberOfSheets() > limits.pages()) {
                warnings.add("only the first " + limits.pages() + " sheets were read");
            }
            return new Content(MEDIA_TYPE, "poi 5.5.1/1", title(book), null, pages, tables, warnings);
        } catch (IOException | RuntimeException broken) { // POI throws unchecked exceptions on broken files
            boolean locked = broken instanceof org.apache.poi.EncryptedDocumentException;
            throw locked ? Locks.locked(name, broken) : Packages.damaged(name, broken);
        }
    }

    private static Workbook open(byte[] bytes) throws IOException {
        boolean old = FileMagic.valueOf(bytes) == FileMagic.OLE2;
        return old
                ? new HSSFWorkbook(new ByteArrayInputStream(bytes))
                : new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static List<List<Field>> grid(Sheet sheet, CellText cells, int limit, List<String> warnings) {
        List<List<Field>> grid = new ArrayList<>();
        int last = Math.min(sheet.getLastRowNum(), limit - 1);
        if (last < sheet.getLastRowNum()) {
            warnings.add("only the first " + limit + " rows of the sheet '" + sheet.getSheetName() + "' were read");
        }
        for (int r = 0; r <= last; r++) {
            grid.add(row(sheet.getRow(r), r, cells));
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            repeat(merged, grid);
        }
        return grid;
    }

    private static List<Field> row(@Nullable Row row, int r, CellText cells) {
        List<Field> fields = new ArrayList<>();
        int width = row == null ? 0 : Math.min(row.getLastCellNum(), WIDEST);
        for (int c = 0; row != null && c < width; c++) {
            Cell cell = row.getCell(c);
            fields.add(new Field(Field.letters(c) + (r + 1), r, c, cell == null ? "" : cells.of(cell)));
        }
        return fields;
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

    private static @Nullable String title(Workbook book) {
        if (!(book instanceof XSSFWorkbook sheets)) {
            return null;
        }
        String title = sheets.getProperties().getCoreProperties().getTitle();
        return title == null || title.isBlank() ? null : title.strip();
    }
}
