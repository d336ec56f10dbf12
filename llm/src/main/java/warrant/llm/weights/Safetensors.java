package warrant.llm.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * An open safetensors file: the length of a JSON text, the text, and the numbers that it describes. Every length, place
 * and shape has been checked against the file when {@link #open} returns.
 */
public final class Safetensors implements AutoCloseable {
    private static final long MOST_HEADER_BYTES = 100L << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final TensorFile file;
    private final Map<String, Tensor> tensors;

    private Safetensors(TensorFile file, Map<String, Tensor> tensors) {
        this.file = file;
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    /**
     * @throws ModelException with code {@code UPSTREAM} if the file cannot be read, is cut or contradicts itself,
     *     naming the tensor
     */
    public static Safetensors open(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return new Safetensors(
                        new TensorFile(path, channel), new Reader(path, channel.size()).tensors(channel));
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new ModelException(Code.UPSTREAM, "cannot read the model file " + path + ": " + failure, failure);
        }
    }

    Path path() {
        return file.path();
    }

    /**
     * @return what is stored as F32, F16 or BF16, by name; vectors have one row, more dimensions are joined into rows
     */
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    /** @return the bytes of whole rows of a tensor, little-endian, read-only */
    public ByteBuffer map(Tensor tensor, int firstRow, int rows) {
        return file.map(tensor, firstRow, rows);
    }

    @Override
    public void close() {
        file.close();
    }

    /** Reads what stands before the numbers. */
    private record Reader(Path path, long size) {

        Map<String, Tensor> tensors(FileChannel channel) throws IOException {
            if (size < Long.BYTES) {
                throw damaged("the header", "is %d bytes long, too short for one".formatted(size));
            }
            ByteBuffer first = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            readFully(channel, first, 0);
            long length = first.getLong(0);
            if (length < 2 || length > MOST_HEADER_BYTES || length > size - Long.BYTES) {
                throw damaged("the header", "claims %d bytes of header, in %d bytes".formatted(length, size));
            }
            ByteBuffer text = ByteBuffer.allocate((int) length);
            readFully(channel, text, Long.BYTES);
            JsonNode header = json(text.array());
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            List<Tensor> all = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : header.properties()) {
                if (!entry.getKey().equals("__metadata__")) {
                    Tensor tensor = tensor(entry.getKey(), entry.getValue(), Long.BYTES + length);
                    if (tensor != null) {
                        tensors.put(entry.getKey(), tensor);
                        all.add(tensor);
                    }
                }
            }
            requireApart(all);
            return tensors;
        }

        private void readFully(FileChannel channel, ByteBuffer into, long from) throws IOException {
            while (into.hasRemaining()) {
                if (channel.read(into, from + into.position()) < 0) {
                    throw damaged("the header", "ends");
                }
            }
        }

        private JsonNode json(byte[] text) throws IOException {
            try {
                JsonNode header = JSON.readTree(text);
                if (!header.isObject()) {
                    throw damaged("the header", "is no JSON object");
                }
                return header;
            } catch (JsonProcessingException failure) {
                throw damaged("the header", "is no JSON: " + failure.getOriginalMessage());
            }
        }

        /** @return null for whole numbers and the like, which are no weights */
        private @Nullable Tensor tensor(String name, JsonNode entry, long base) {
            JsonNode offsets = entry.path("data_offsets");
            JsonNode shape = entry.path("shape");
            if (!offsets.isArray() || offsets.size() != 2 || !shape.isArray()) {
                throw damaged("tensor " + name, "has no shape or no place");
            }
            long begin = whole(name, offsets.get(0));
            long end = whole(name, offsets.get(1));
            if (begin > end || end > size - base) {
                throw damaged(
                        "tensor " + name,
                        "reaches from %d to %d, but %d bytes follow the header".formatted(begin, end, size - base));
            }
            TensorType type = type(entry.path("dtype").asText());
            return type == null ? null : placed(name, type, shape, base + begin, end - begin);
        }

        private Tensor placed(String name, TensorType type, JsonNode shape, long offset, long bytes) {
            long columns = shape.isEmpty() ? 1 : whole(name, shape.get(shape.size() - 1));
            long rows = 1;
            for (int d = 0; d + 1 < shape.size(); d++) {
                rows = product(name, rows, whole(name, shape.get(d)));
            }
            if (product(name, product(name, rows, columns), type.blockBytes()) != bytes) {
                throw damaged("tensor " + name, "has the shape %s of %s, but %d bytes".formatted(shape, type, bytes));
            }
            boolean fits = rows <= Integer.MAX_VALUE && columns * type.blockBytes() <= Integer.MAX_VALUE;
            if (!fits || rows < 1 || columns < 1) {
                throw damaged("tensor " + name, "has the shape " + shape);
            }
            return new Tensor(name, type, (int) rows, (int) columns, offset);
        }

        private static @Nullable TensorType type(String name) {
            return switch (name) {
                case "F32" -> TensorType.F32;
                case "F16" -> TensorType.F16;
                case "BF16" -> TensorType.BF16;
                default -> null;
            };
        }

        private long whole(String name, JsonNode number) {
            if (!number.canConvertToLong() || !number.isIntegralNumber() || number.asLong() < 0) {
                throw damaged("tensor " + name, "says " + number + " where a whole number should stand");
            }
            return number.asLong();
        }

        private long product(String name, long a, long b) {
            try {
                return Math.multiplyExact(a, b);
            } catch (ArithmeticException tooMuch) {
                throw damaged("tensor " + name, "claims %d times %d".formatted(a, b));
            }
        }

        private void requireApart(List<Tensor> tensors) {
            tensors.sort(Comparator.comparingLong(Tensor::offset));
            for (int i = 1; i < tensors.size(); i++) {
                Tensor before = tensors.get(i - 1);
                if (before.offset() + before.bytes() > tensors.get(i).offset()) {
                    throw damaged("tensor " + tensors.get(i).name(), "lies over tensor " + before.name());
                }
            }
        }

        private ModelException damaged(String part, String what) {
            return new ModelException(
                    Code.UPSTREAM,
                    "the model file %s is damaged: %s %s. Maybe its download was cut short: remove it"
                            .formatted(path, part, what));
        }
    }
}
