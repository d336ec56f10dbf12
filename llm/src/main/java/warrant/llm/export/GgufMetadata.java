package warrant.llm.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What stands in a GGUF file before its numbers, as bytes. */
final class GgufMetadata {
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
        string(key).int32(type(value));
        return plain(value);
    }

    private GgufMetadata plain(Object value) {
        return switch (value) {
            case Long number -> int32(number.intValue());
            case Double number -> int32(Float.floatToIntBits(number.floatValue()));
            case String text -> string(text);
            case Boolean truth -> octet(truth ? 1 : 0);
            case List<?> list -> {
                int32(list.isEmpty() ? 8 : type(list.get(0))).int64(list.size());
                list.forEach(this::plain);
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
            case Long number -> number < 0 ? 5 : 4;
            case Double number -> 6;
            case Boolean truth -> 7;
            case String text -> 8;
            default -> 9;
        };
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
