package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which matter a command is about. */
final class Matters {
    private static final String FIRST = "default";

    private Matters() {}

    /** Puts a matter's own folder to use. */
    static String open(OwnerClient owner, Path folder, @Nullable String name) {
        ObjectNode wanted = Shell.JSON.createObjectNode();
        wanted.put("folder", folder.toAbsolutePath().normalize().toString());
        wanted.put("name", name);
        return owner.post("/v1/matters", wanted).path("name").asText();
    }

    /** @return the matter in use; where there is none, a first one is made */
    static String current(OwnerClient owner) {
        for (JsonNode matter : owner.get("/v1/matters")) {
            if (matter.path("current").asBoolean()) {
                return matter.path("name").asText();
            }
        }
        ObjectNode wanted = Shell.JSON.createObjectNode().put("name", FIRST);
        return owner.post("/v1/matters", wanted).path("name").asText();
    }
}
