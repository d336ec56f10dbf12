package warrant.orchestrator.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * How the owner of a data folder is reached.
 *
 * @param token to be sent as bearer token; whoever can read this file may do everything
 * @param build which build of Warrant it is
 */
public record OwnerFile(long pid, String address, int port, String token, String build) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @return what the file says; empty if it is missing or half written */
    public static Optional<OwnerFile> read(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            if (node == null || !node.hasNonNull("token") || !node.hasNonNull("port")) {
                return Optional.empty();
            }
            return Optional.of(new OwnerFile(
                    node.path("pid").asLong(),
                    node.path("address").asText("127.0.0.1"),
                    node.path("port").asInt(),
                    node.path("token").asText(),
                    node.path("build").asText()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes the file so that nobody ever sees half of it, and nobody else sees any of it. */
    public void write(Path file) throws IOException {
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".owner",
                ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, json());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an owner file is plain JSON", e);
        }
    }

    /** @return where requests go, without a path */
    public String base() {
        return "http://" + (address.equals("0.0.0.0") ? "127.0.0.1" : address) + ":" + port;
    }

    @Override
    public String toString() {
        return "OwnerFile[" + pid + ", " + base() + "]";
    }
}
