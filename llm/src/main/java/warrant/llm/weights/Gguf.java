package warrant.llm.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * An open GGUF file: metadata and tensors, read through memory mapping.
 *
 * <p>Everything that the file says of itself has been checked against its length when {@link #open} returns. Values
 * keep their file types: integers are {@code Long}, floating-point numbers {@code Double}, arrays {@code List}.
 */
public final class Gguf implements AutoCloseable {
    private static final long PIECE = 64 << 20;

    private final Path path;
    private final FileChannel channel;
    private final Map<String, Object> metadata;
    private final Map<String, Tensor> tensors;

    private Gguf(Path path, FileChannel channel, GgufHeader header) {
        this.path = path;
        this.channel = channel;
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
            return new Gguf(path, channel, GgufHeader.read(path, channel));
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

    public Path path() {
        return path;
    }

    /** @return all tensors by name, in the order of the file */
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    /** @return how many numbers all tensors hold together */
    public long numbers() {
        return tensors.values().stream()
                .mapToLong(tensor -> (long) tensor.rows() * tensor.columns())
                .sum();
    }

    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /** @throws ModelException with code {@code USER} if the file has no such tensor or it has another shape */
    public Tensor tensor(String name, int rows, int columns) {
        Tensor tensor = find(name).orElseThrow(() -> lacks("the tensor " + name));
        if (tensor.rows() != rows || tensor.columns() != columns) {
            throw new ModelException(
                    Code.USER,
                    "%s: tensor %s is %d x %d, not %d x %d as the metadata say"
                            .formatted(path, name, tensor.rows(), tensor.columns(), rows, columns));
        }
        return tensor;
    }

    /** @return the bytes of whole rows of a tensor, little-endian, read-only */
    public ByteBuffer map(Tensor tensor, int firstRow, int rows) {
        try {
            long from = tensor.offset() + (long) firstRow * tensor.rowBytes();
            return channel.map(FileChannel.MapMode.READ_ONLY, from, (long) rows * tensor.rowBytes())
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException failure) {
            throw new ModelException(
                    Code.UPSTREAM, "cannot read tensor " + tensor.name() + " of " + path + ": " + failure, failure);
        }
    }

    /** Reads the whole file. @return its SHA-256 in hexadecimal */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (long at = 0; at < channel.size(); at += PIECE) {
                digest.update(channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(PIECE, channel.size() - at)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new ModelException(Code.UPSTREAM, "cannot read the model file " + path + ": " + failure, failure);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(
                    "this Java platform lacks SHA-256, which its specification demands", failure);
        }
    }

    /** @throws ModelException with code {@code USER} if there is no such text */
    public String text(String key) {
        return value(key, String.class).orElseThrow(() -> lacks("the text " + key));
    }

    public Optional<String> findText(String key) {
        return value(key, String.class);
    }

    /** @throws ModelException with code {@code USER} if there is no such whole number between the bounds */
    public int number(String key, int least, int most) {
        long number = value(key, Long.class).orElseThrow(() -> lacks("the number " + key));
        if (number < least || number > most) {
            throw new ModelException(
                    Code.USER, "%s: %s is %d, not in %d..%d".formatted(path, key, number, least, most));
        }
        return (int) number;
    }

    public boolean has(String key) {
        return metadata.containsKey(key);
    }

    public Optional<Double> findReal(String key) {
        return value(key, Double.class).filter(Double::isFinite);
    }

    /** @throws ModelException with code {@code USER} if there is no such list or it holds something else */
    public <T> List<T> list(String key, Class<T> type) {
        List<?> list = value(key, List.class).orElseThrow(() -> lacks("the list " + key));
        return list.stream()
                .map(item -> {
                    if (!type.isInstance(item)) {
                        throw new ModelException(Code.USER, path + ": the list " + key + " holds " + item);
                    }
                    return type.cast(item);
                })
                .toList();
    }

    private <T> Optional<T> value(String key, Class<T> type) {
        return Optional.ofNullable(metadata.get(key)).filter(type::isInstance).map(type::cast);
    }

    private ModelException lacks(String what) {
        return new ModelException(Code.USER, "the model file " + path + " lacks " + what);
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
