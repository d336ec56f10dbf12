package warrant.extraction.read;

import java.util.List;

/**
 * A table with one header row.
 *
 * @param page label of the page or sheet it stands on
 * @param caption heading above it, or the sheet's name, or empty
 * @param rows each as long as the header
 */
public record Table(String page, String caption, List<Cell> header, List<List<Cell>> rows) {
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
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
