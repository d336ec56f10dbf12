package warrant.llm.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import warrant.llm.weights.Dequantiser;
import warrant.llm.weights.Gguf;
import warrant.llm.weights.Tensor;

/** Token vectors straight from the mapped file: only rows that are asked for are ever made F32. */
final class EmbeddingTable {
    private final Tensor tensor;
    private final ByteBuffer bytes;

    EmbeddingTable(Gguf file, Tensor tensor) {
        this.tensor = tensor;
        this.bytes = file.map(tensor, 0, tensor.rows());
    }

    /** @return {@code (tokens, hidden)} */
    float[] rows(int[] tokens) {
        int width = tensor.columns();
        float[] out = new float[tokens.length * width];
        for (int i = 0; i < tokens.length; i++) {
            ByteBuffer row = bytes.slice(tokens[i] * tensor.rowBytes(), tensor.rowBytes());
            Dequantiser.read(tensor.type(), row.order(ByteOrder.LITTLE_ENDIAN), out, i * width, width);
        }
        return out;
    }
}
