package warrant.llm.weights;

/**
 * Where a tensor lies in its file.
 *
 * @param rows number of rows; 1 for a vector
 * @param columns numbers in a row, a multiple of the type's block
 * @param offset first byte, from the beginning of the file
 */
public record Tensor(String name, TensorType type, int rows, int columns, long offset) {
    /** @return bytes of one row */
    public int rowBytes() {
        return Math.multiplyExact(columns / type.blockNumbers(), type.blockBytes());
    }

    /** @return bytes of the whole tensor */
    public long bytes() {
        return (long) rows * rowBytes();
    }
}
