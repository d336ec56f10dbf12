package warrant.llm.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * An open GGUF file: metadata and tensors, read through memory mapping.
 *
 * <p>Everything that the file says of itself has been checked against its length when {@link #open} returns.
 */
public final class Gguf implements Checkpoint {
    private final TensorFile file;
    private final Map<String, Object> metadata;
    private final Map<String, Tensor> tensors;

    private Gguf(TensorFile file, GgufHeader header) {
        this.file = file;
        this.metadata = header.metadata();
        this.tensors = header.tensors();
    }

    /**
     * @throws ModelException with code {@code UPSTREAM} if the file cannot be read or is cut or damaged, {@code USER}
     *     if it is no GGUF file or uses what this program does not read
     */
    public static Gguf open(Path path) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            return new Gguf(new TensorFile(path, channel), GgufHeader.read(path, channel));
        } catch (IOException failure) {
            closeAfter(channel, failure);
            throw new ModelException(Code.UPSTREAM, "cannot read the model file " + path + ": " + failure, failure);
        } catch (ModelException failure) {
            closeAfter(channel, failure);
            throw failure;
        }
    }

    private static void closeAfter(@Nullable FileChannel channel, Exception failure) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public Convention convention() {
        return Convention.GGUF;
    }

    @Override
    public Map<String, Object> metadata() {
        return metadata;
    }

    /** @return all tensors by name, in the order of the file */
    @Override
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    @Override
    public ByteBuffer map(Tensor tensor, int firstRow, int rows) {
        return file.map(tensor, firstRow, rows);
    }

    /** Reads the whole file. @return its SHA-256 in hexadecimal */
    @Override
    public String sha256() {
        return Digests.of(file.path());
    }

    @Override
    public void close() {
        file.close();
    }
}
