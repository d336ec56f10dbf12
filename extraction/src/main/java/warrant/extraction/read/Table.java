package warrant.extraction.read;

import java.util.List;

/**
 * A table.
 *
 * @param page label of the page or sheet it stands on
 * @param caption heading above it, or the sheet's name, or empty
 * @param header the cell that says most nearly what each column holds
 * @param rows each as long as the header
 * @param further for each column, what else its header says where that has several lines: the heading of a group of
 *     columns, a line of units
 */
public record Table(String page, String caption, List<Cell> header, List<List<Cell>> rows, List<List<Cell>> further) {
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        further = further.stream().map(List::copyOf).toList();
    }

    /** A table whose header is one line. */
    public Table(String page, String caption, List<Cell> header, List<List<Cell>> rows) {
        this(
                page,
                caption,
                header,
                rows,
                header.stream().map(cell -> List.<Cell>of()).toList());
    }

    /**
     * One cell.
     *
     * @param address such as {@code B7}
     * @param begin first code point of the cell's text in the page's text
     * @param end code point after the last one; equal to begin when the cell is empty
     * @param text what a reader sees in it: a date as {@code 2024-06-04}, a number as displayed
     */
    public record Cell(String address, int begin, int end, String text) {}
}
