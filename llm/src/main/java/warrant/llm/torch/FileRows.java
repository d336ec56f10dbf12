package warrant.llm.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import warrant.llm.weights.Dequantiser;
import warrant.llm.weights.Gguf;
import warrant.llm.weights.Tensor;

/** Rows of a matrix straight from the mapped file, in F32: only those that are asked for are ever made. */
final class FileRows {
    private final Tensor tensor;
    private final ByteBuffer bytes;

    FileRows(Gguf file, Tensor tensor) {
        this.tensor = tensor;
        this.bytes = file.map(tensor, 0, tensor.rows());
    }

    /** @return {@code (wanted, columns)} */
    float[] of(int[] wanted) {
        int width = tensor.columns();
        float[] out = new float[wanted.length * width];
        for (int i = 0; i < wanted.length; i++) {
            ByteBuffer row = bytes.slice(wanted[i] * tensor.rowBytes(), tensor.rowBytes());
            Dequantiser.read(tensor.type(), row.order(ByteOrder.LITTLE_ENDIAN), out, i * width, width);
        }
        return out;
    }
}
