package warrant.llm.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** An open file of tensors, read through memory mapping. */
record TensorFile(Path path, FileChannel channel) implements AutoCloseable {

    /** @return the bytes of whole rows of a tensor, little-endian, read-only */
    ByteBuffer map(Tensor tensor, int firstRow, int rows) {
        try {
            long from = tensor.offset() + (long) firstRow * tensor.rowBytes();
            return channel.map(FileChannel.MapMode.READ_ONLY, from, (long) rows * tensor.rowBytes())
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException failure) {
            throw new ModelException(
                    Code.UPSTREAM, "cannot read tensor " + tensor.name() + " of " + path + ": " + failure, failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new ModelException(Code.UPSTREAM, "cannot close " + path, failure);
        }
    }
}
