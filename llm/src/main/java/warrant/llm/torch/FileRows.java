package warrant.llm.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.Dequantiser;
import warrant.llm.weights.Tensor;

/** Rows of a matrix straight from the mapped file, in F32: only those that are asked for are ever made. */
final class FileRows {
    /** A buffer addresses less than 2 GiB, and matrices may be larger. */
    private static final int PIECE = 1 << 30;

    private final Tensor tensor;
    private final int rowsOfPiece;
    private final List<ByteBuffer> pieces = new ArrayList<>();

    FileRows(Checkpoint file, Tensor tensor, int firstRow, int rows) {
        this.tensor = tensor;
        this.rowsOfPiece = Math.max(1, PIECE / tensor.rowBytes());
        for (int row = 0; row < rows; row += rowsOfPiece) {
            pieces.add(file.map(tensor, firstRow + row, Math.min(rowsOfPiece, rows - row)));
        }
    }

    /** @return {@code (wanted, columns)} */
    float[] of(int[] wanted) {
        int width = tensor.columns();
        float[] out = new float[wanted.length * width];
        for (int i = 0; i < wanted.length; i++) {
            read(wanted[i], out, i * width);
        }
        return out;
    }

    /** Writes one row into an array, from a place on. */
    void read(int row, float[] out, int at) {
        Dequantiser.read(tensor.type(), bytes(row), out, at, tensor.columns());
    }

    /** @return one row as it is stored, little-endian */
    ByteBuffer bytes(int row) {
        ByteBuffer piece = pieces.get(row / rowsOfPiece);
        return piece.slice(row % rowsOfPiece * tensor.rowBytes(), tensor.rowBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
