package warrant.llm.torch;

/**
 * Where rows of a matrix are to stand. Files may hold the pairs that are turned together side by side; the script wants
 * first all first halves, then all second ones.
 *
 * @param head rows of a head; 0: all rows stay
 * @param from first row of a head that belongs to a pair
 * @param width rows of a head that do, even
 */
record RowOrder(int head, int from, int width) {
    static final RowOrder AS_STORED = new RowOrder(0, 0, 0);

    /** Row {@code from + 2 j + h} of a head goes to {@code from + h * width / 2 + j}. */
    int place(int row) {
        int inPairs = head == 0 ? -1 : row % head - from;
        if (inPairs < 0 || inPairs >= width) {
            return row;
        }
        return row - inPairs + (inPairs % 2) * (width / 2) + inPairs / 2;
    }
}
