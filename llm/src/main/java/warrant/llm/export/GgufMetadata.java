package warrant.llm.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What stands in a GGUF file before its numbers, as bytes. */
final class GgufMetadata {
    private static final int UINT32 = 4;
    private static final int INT32 = 5;
    private static final int STRING = 8;
    private static final int INT64 = 11;
    private static final long MOST_UNSIGNED = 0xFFFF_FFFFL;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    GgufMetadata int32(int number) {
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
        return this;
    }

    GgufMetadata int64(long number) {
        bytes.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array());
        return this;
    }

    GgufMetadata string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int64(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    GgufMetadata pair(String key, Object value) {
        int type = type(value);
        string(key).int32(type);
        return plain(type, value);
    }

    private GgufMetadata plain(int type, Object value) {
        return switch (value) {
            case Long number -> type == INT64 ? int64(number) : int32(number.intValue());
            case Double number -> int32(Float.floatToIntBits(number.floatValue()));
            case String text -> string(text);
            case Boolean truth -> octet(truth ? 1 : 0);
            case List<?> list -> {
                int each = list.stream()
                        .map(GgufMetadata::type)
                        .reduce(GgufMetadata::both)
                        .orElse(STRING);
                int32(each).int64(list.size());
                list.forEach(item -> plain(each, item));
                yield this;
            }
            default -> throw new IllegalArgumentException("no such value in a GGUF file: " + value);
        };
    }

    private GgufMetadata octet(int octet) {
        bytes.write(octet);
        return this;
    }

    /** Whole numbers are written as unsigned, of 32 bits, where they are: so other programs expect them. */
    private static int type(Object value) {
        return switch (value) {
            case Long number when number >= 0 && number <= MOST_UNSIGNED -> UINT32;
            case Long number -> number >= Integer.MIN_VALUE && number < 0 ? INT32 : INT64;
            case Double number -> 6;
            case Boolean truth -> 7;
            case String text -> STRING;
            default -> 9;
        };
    }

    /** @return a type that holds what either holds */
    private static int both(int one, int other) {
        return one == other ? one : INT64;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
