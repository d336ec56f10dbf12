package warrant.llm.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** What a GGUF file says before its numbers begin. Every count is checked against what is left of the file. */
record GgufHeader(Map<String, Object> metadata, Map<String, Tensor> tensors) {
    private static final int MAGIC = 0x46554747;
    private static final long MOST_HEADER_BYTES = 256L << 20;
    private static final int LEAST_PAIR_BYTES = 8 + 4 + 1;
    private static final int LEAST_TENSOR_BYTES = 8 + 4 + 8 + 4 + 8;
    private static final int MOST_NESTING = 2;

    GgufHeader {
        metadata = Collections.unmodifiableMap(metadata);
        tensors = Collections.unmodifiableMap(tensors);
    }

    static GgufHeader read(Path path, FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(size, MOST_HEADER_BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        return new Reader(path, bytes, size).read();
    }

    /** Reads forward; {@code part} is what is being read, for messages. */
    private static final class Reader {
        private final Path path;
        private final ByteBuffer bytes;
        private final long size;
        private String part = "the header";

        Reader(Path path, ByteBuffer bytes, long size) {
            this.path = path;
            this.bytes = bytes;
            this.size = size;
        }

        GgufHeader read() {
            if (bytes.remaining() < 4 || bytes.getInt() != MAGIC) {
                throw new ModelException(Code.USER, path + " is no GGUF file");
            }
            int version = int32();
            if (version != 2 && version != 3) {
                throw new ModelException(Code.USER, path + " has GGUF version " + version + "; 2 and 3 can be read");
            }
            int tensorCount = count(int64(), LEAST_TENSOR_BYTES);
            int pairCount = count(int64(), LEAST_PAIR_BYTES);
            Map<String, Object> metadata = new LinkedHashMap<>();
            for (int i = 0; i < pairCount; i++) {
                part = "metadata pair " + i;
                String key = string();
                part = "the metadata value " + key;
                metadata.put(key, value(int32(), 0));
            }
            return new GgufHeader(metadata, tensors(tensorCount, alignment(metadata)));
        }

        private long alignment(Map<String, Object> metadata) {
            long alignment = metadata.getOrDefault("general.alignment", 32L) instanceof Long number ? number : 0;
            if (alignment < 1 || alignment > 1 << 20) {
                throw damaged("has the alignment " + alignment);
            }
            return alignment;
        }

        private Map<String, Tensor> tensors(int count, long alignment) {
            List<Tensor> relative = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                part = "tensor number " + i;
                relative.add(tensor(alignment));
            }
            long base = (bytes.position() + alignment - 1) / alignment * alignment;
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (Tensor tensor : relative) {
                part = "tensor " + tensor.name();
                if (tensor.offset() > size - base || tensor.bytes() > size - base - tensor.offset()) {
                    throw damaged("ends after %d bytes, before the last number".formatted(size));
                }
                Tensor placed = new Tensor(
                        tensor.name(), tensor.type(), tensor.rows(), tensor.columns(), base + tensor.offset());
                if (tensors.put(tensor.name(), placed) != null) {
                    throw damaged("names it twice");
                }
            }
            return tensors;
        }

        private Tensor tensor(long alignment) {
            String name = string();
            part = "tensor " + name;
            int dimensions = int32();
            if (dimensions < 1 || dimensions > 4) {
                throw damaged("gives it " + dimensions + " dimensions");
            }
            long columns = dimension(int64());
            long rows = 1;
            for (int d = 1; d < dimensions; d++) {
                rows = dimension(rows * dimension(int64()));
            }
            int typeNumber = int32();
            TensorType type = TensorType.of(typeNumber);
            if (type == null) {
                throw new ModelException(
                        Code.USER,
                        ("%s: tensor %s is stored as type %d, which this program does not read."
                                        + " Maybe take the Q4_K_M file of this model")
                                .formatted(path, name, typeNumber));
            }
            long offset = int64();
            if (offset < 0 || offset % alignment != 0) {
                throw damaged("puts it at byte " + offset);
            }
            long rowBytes = columns / type.blockNumbers() * type.blockBytes();
            if (columns % type.blockNumbers() != 0 || rowBytes > Integer.MAX_VALUE || rowBytes * rows > size) {
                throw damaged("gives it %d x %d numbers of type %s".formatted(rows, columns, type));
            }
            return new Tensor(name, type, (int) rows, (int) columns, offset);
        }

        private long dimension(long length) {
            if (length < 1 || length > Integer.MAX_VALUE) {
                throw damaged("gives it a dimension of " + length);
            }
            return length;
        }

        private Object value(int type, int nesting) {
            return switch (type) {
                case 0 -> (long) Byte.toUnsignedInt(need(1).get());
                case 1 -> (long) need(1).get();
                case 2 -> (long) Short.toUnsignedInt(need(2).getShort());
                case 3 -> (long) need(2).getShort();
                case 4 -> Integer.toUnsignedLong(int32());
                case 5 -> (long) int32();
                case 6 -> (double) need(4).getFloat();
                case 7 -> need(1).get() != 0;
                case 8 -> string();
                case 9 -> list(nesting);
                case 10, 11 -> int64();
                case 12 -> need(8).getDouble();
                default -> throw damaged("has a value of type " + type);
            };
        }

        private List<Object> list(int nesting) {
            int type = int32();
            if (nesting >= MOST_NESTING) {
                throw damaged("nests lists too deep");
            }
            int count = count(int64(), 1);
            List<Object> list = new ArrayList<>(Math.min(count, 1 << 18));
            for (int i = 0; i < count; i++) {
                list.add(value(type, nesting + 1));
            }
            return Collections.unmodifiableList(list);
        }

        private String string() {
            byte[] text = new byte[count(int64(), 1)];
            bytes.get(text);
            return new String(text, StandardCharsets.UTF_8);
        }

        private int count(long count, int leastBytes) {
            if (count < 0 || count > bytes.remaining() / leastBytes) {
                throw damaged("says that %d items follow, in %d bytes".formatted(count, bytes.remaining()));
            }
            return (int) count;
        }

        private int int32() {
            return need(4).getInt();
        }

        private long int64() {
            return need(8).getLong();
        }

        private ByteBuffer need(int count) {
            if (bytes.remaining() < count) {
                throw damaged("ends");
            }
            return bytes;
        }

        private ModelException damaged(String what) {
            return new ModelException(
                    Code.UPSTREAM,
                    "the model file %s is damaged: at %s it %s. Maybe its download was cut short: remove it"
                            .formatted(path, part, what));
        }
    }
}
