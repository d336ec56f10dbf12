package warrant.extraction.read.office;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import warrant.extraction.read.page.Field;

/**
 * A sheet as far as it was read.
 *
 * @param rows from the first on, blank ones too; each as wide as its last cell
 * @param merged ranges whose value stands in their first cell
 * @param cut after how many rows reading stopped before the sheet ended; -1: it did not
 */
record SheetGrid(String name, boolean hidden, List<List<Field>> rows, List<CellRangeAddress> merged, int cut) {
    /** Columns beyond this many are not read. */
    static final int WIDEST = 256;
}
