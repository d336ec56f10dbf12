package warrant.extraction.read.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Field;

/** The sheets of a workbook of Excel 97, which holds at most 65,536 rows a sheet and is read as a whole. */
final class OldSheets {
    private OldSheets() {}

    static List<SheetGrid> of(byte[] bytes, Settings limits) throws IOException {
        List<SheetGrid> sheets = new ArrayList<>();
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
            CellText cells = new CellText(book.getInternalWorkbook().isUsing1904DateWindowing());
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                Sheet sheet = book.getSheetAt(i);
                boolean hidden = book.getSheetVisibility(i) != SheetVisibility.VISIBLE;
                int last = Math.min(sheet.getLastRowNum(), limits.rows() - 1);
                List<List<Field>> rows = new ArrayList<>();
                for (int r = 0; r <= last; r++) {
                    rows.add(row(sheet.getRow(r), r, cells));
                }
                int cut = last < sheet.getLastRowNum() ? limits.rows() : -1;
                sheets.add(new SheetGrid(sheet.getSheetName(), hidden, rows, sheet.getMergedRegions(), cut));
            }
        }
        return sheets;
    }

    private static List<Field> row(@Nullable Row row, int r, CellText cells) {
        List<Field> fields = new ArrayList<>();
        int width = row == null ? 0 : Math.min(row.getLastCellNum(), SheetGrid.WIDEST);
        for (int c = 0; row != null && c < width; c++) {
            Cell cell = row.getCell(c);
            fields.add(new Field(Field.letters(c) + (r + 1), r, c, cell == null ? "" : cells.of(cell)));
        }
        return fields;
    }
}
