package warrant.llm.weights;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * A model's weights and what is said of them, wherever they come from. Names of tensors and keys of metadata are those
 * of GGUF; a folder of another kind is read as if it were such a file. Values keep their file types: integers are
 * {@code Long}, floating-point numbers {@code Double}, arrays {@code List}.
 */
public interface Checkpoint extends AutoCloseable {
    /** Whose habits the numbers follow where habits differ: the order of rows that are rotated, norms of Gemma. */
    enum Convention {
        GGUF,
        HUGGING_FACE
    }

    /**
     * Opens a GGUF file, or a folder as Hugging Face's transformers write it.
     *
     * @throws ModelException with code {@code UPSTREAM} if it cannot be read or is cut or damaged, {@code USER} if it
     *     is no GGUF file or uses what this program does not read
     */
    static Checkpoint open(Path path) {
        return Files.isDirectory(path) ? HuggingFaceFolder.open(path) : Gguf.open(path);
    }

    Path path();

    Convention convention();

    Map<String, Object> metadata();

    /** @return all tensors by name */
    Map<String, Tensor> tensors();

    /** @return the bytes of whole rows of a tensor, little-endian, read-only */
    ByteBuffer map(Tensor tensor, int firstRow, int rows);

    /** Reads all of it. @return the SHA-256 of the file, or of the list of a folder's files with theirs */
    String sha256();

    @Override
    void close();

    /** @return how many numbers all tensors hold together */
    default long numbers() {
        return tensors().values().stream()
                .mapToLong(tensor -> (long) tensor.rows() * tensor.columns())
                .sum();
    }

    default Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors().get(name));
    }

    /** @throws ModelException with code {@code USER} if there is no such tensor or it has another shape */
    default Tensor tensor(String name, int rows, int columns) {
        Tensor tensor = find(name).orElseThrow(() -> lacks("the tensor " + name));
        if (tensor.rows() != rows || tensor.columns() != columns) {
            throw new ModelException(
                    Code.USER,
                    "%s: tensor %s is %d x %d, not %d x %d as the metadata say"
                            .formatted(path(), name, tensor.rows(), tensor.columns(), rows, columns));
        }
        return tensor;
    }

    /** @throws ModelException with code {@code USER} if there is no such text */
    default String text(String key) {
        return value(key, String.class).orElseThrow(() -> lacks("the text " + key));
    }

    default Optional<String> findText(String key) {
        return value(key, String.class);
    }

    /** @throws ModelException with code {@code USER} if there is no such whole number between the bounds */
    default int number(String key, int least, int most) {
        long number = value(key, Long.class).orElseThrow(() -> lacks("the number " + key));
        if (number < least || number > most) {
            throw new ModelException(
                    Code.USER, "%s: %s is %d, not in %d..%d".formatted(path(), key, number, least, most));
        }
        return (int) number;
    }

    /** @return the number if the key is there, else another */
    default int number(String key, int least, int most, int otherwise) {
        return has(key) ? number(key, least, most) : otherwise;
    }

    default boolean has(String key) {
        return metadata().containsKey(key);
    }

    default Optional<Double> findReal(String key) {
        return value(key, Double.class).filter(Double::isFinite);
    }

    default Optional<Boolean> findTruth(String key) {
        return value(key, Boolean.class);
    }

    /** @throws ModelException with code {@code USER} if there is no such list or it holds something else */
    default <T> List<T> list(String key, Class<T> type) {
        List<?> list = value(key, List.class).orElseThrow(() -> lacks("the list " + key));
        return list.stream()
                .map(item -> {
                    if (!type.isInstance(item)) {
                        throw new ModelException(Code.USER, path() + ": the list " + key + " holds " + item);
                    }
                    return type.cast(item);
                })
                .toList();
    }

    /** @return the value of a key if it has this type */
    default <T> Optional<T> value(String key, Class<T> type) {
        return Optional.ofNullable(metadata().get(key)).filter(type::isInstance).map(type::cast);
    }

    /** @return what to throw when something is missing */
    default ModelException lacks(String what) {
        return new ModelException(Code.USER, "the model " + path() + " lacks " + what);
    }
}
