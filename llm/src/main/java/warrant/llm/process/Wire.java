package warrant.llm.process;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.llm.Constraint;

/** One end of a connection: frames of a length (4 bytes, big-endian) and a JSON object in UTF-8. */
final class Wire implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 28;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addMixIn(Constraint.class, Named.class)
            .addModule(new SimpleModule()
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addDeserializer(Duration.class, new Durations()))
            .build();

    static {
        JSON.registerSubtypes(Request.class.getPermittedSubclasses());
        JSON.registerSubtypes(Constraint.class.getPermittedSubclasses());
    }

    /** As ISO 8601 has them. */
    private static final class Durations extends FromStringDeserializer<Duration> {
        private static final long serialVersionUID = 1;

        Durations() {
            super(Duration.class);
        }

        @Override
        protected Duration _deserialize(String value, DeserializationContext context) {
            return Duration.parse(value);
        }
    }

    /** Writes which constraint it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    private interface Named {}

    /** A request with the number that its answer will bear. */
    record Asked(long id, Request request) {}

    /**
     * An answer: a value, or why there is none.
     *
     * @param more whether more will be answered to the same request
     */
    record Answered(
            long id,
            boolean more,
            @Nullable JsonNode value,
            @Nullable String code,
            @Nullable String problem) {}

    private final SocketChannel channel;

    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    static <T> T value(JsonNode tree, Class<T> type) {
        return JSON.convertValue(tree, type);
    }

    /** For many threads. */
    void send(Object frame) throws IOException {
        byte[] json = JSON.writeValueAsBytes(frame);
        if (json.length > MOST_BYTES) {
            throw new IOException("a message of " + json.length + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + json.length)
                .putInt(json.length)
                .put(json)
                .flip();
        synchronized (this) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** For one thread. @return empty at the end of the connection */
    <T> Optional<T> receive(Class<T> type) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
        if (!fill(head)) {
            return Optional.empty();
        }
        int length = head.getInt(0);
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a message of " + length + " bytes");
        }
        ByteBuffer json = ByteBuffer.allocate(length);
        if (!fill(json)) {
            throw new EOFException("a message was cut off");
        }
        return Optional.of(JSON.readValue(json.array(), type));
    }

    private boolean fill(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
