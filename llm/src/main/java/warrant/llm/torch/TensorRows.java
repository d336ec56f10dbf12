package warrant.llm.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Rows of a tensor in memory, to be written to. A buffer addresses less than 2 GiB, and tensors may be larger. */
final class TensorRows implements AutoCloseable {
    /** Bytes of a buffer. */
    static final int PIECE = 1 << 30;

    private final int rowBytes;
    private final int rowsOfPiece;
    private final List<AutoCloseable> views = new ArrayList<>();
    private final List<ByteBuffer> pieces = new ArrayList<>();

    /**
     * @param tensor {@code (rows, columns)}, contiguous, on the processor; stays the caller's
     * @param piece most bytes of a buffer, at least a row's
     */
    TensorRows(ScriptModule script, IValue tensor, int rows, int rowBytes, int piece) {
        this.rowBytes = rowBytes;
        this.rowsOfPiece = Math.max(1, piece / rowBytes);
        for (long row = 0; row < rows; row += rowsOfPiece) {
            try (IValue from = IValue.from(row);
                    IValue to = IValue.from(Math.min(rows, row + rowsOfPiece))) {
                IValue view = script.call("some", tensor, from, to);
                views.add(view);
                PtNDArray array = script.array(view);
                views.add(array);
                pieces.add(array.toByteBuffer(true));
            }
        }
    }

    /** @return one row, little-endian; from several threads */
    ByteBuffer row(int row) {
        return pieces.get(row / rowsOfPiece)
                .slice(row % rowsOfPiece * rowBytes, rowBytes)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        for (AutoCloseable view : views.reversed()) {
            switch (view) {
                case IValue value -> value.close();
                case PtNDArray array -> array.close();
                default -> throw new IllegalStateException("no view: " + view);
            }
        }
    }
}
