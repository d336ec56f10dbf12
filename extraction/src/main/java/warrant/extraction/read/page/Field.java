package warrant.extraction.read.page;

/**
 * A cell before it is laid out.
 *
 * @param address such as {@code B7}
 * @param row of the cell whose text shows here, and
 * @param column likewise, counted in the grid; they differ from the cell's own place where cells are merged
 */
public record Field(String address, int row, int column, String text) {

    /** @return {@code A} for 0, {@code Z} for 25, {@code AA} for 26 */
    public static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
