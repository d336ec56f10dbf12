package warrant.orchestrator.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.config.DataFolder;
import warrant.orchestrator.matter.MatterNames;
import warrant.orchestrator.owner.OwnerException.Who;

/** Which matters there are, where their folders lie, and which one is in use. Kept in one small file. */
public final class Register {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataFolder folder;
    private final Map<String, Path> matters = new TreeMap<>();
    private @Nullable String current;

    /** A matter of the register. */
    public record Entry(String name, Path folder, boolean current) {}

    private Register(DataFolder folder) {
        this.folder = folder;
    }

    public static Register open(DataFolder folder) {
        Register register = new Register(folder);
        if (!Files.exists(folder.register())) {
            return register;
        }
        try {
            JsonNode root = JSON.readTree(Files.readString(folder.register()));
            for (JsonNode matter : root.path("matters")) {
                register.matters.put(
                        matter.path("name").asText(),
                        Path.of(matter.path("folder").asText()));
            }
            register.current = root.hasNonNull("current") ? root.path("current").asText() : null;
            return register;
        } catch (IOException e) {
            throw new OwnerException(
                    Who.USER, "the list of matters " + folder.register() + " cannot be read: " + e.getMessage(), e);
        }
    }

    public synchronized List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        matters.forEach((name, place) -> entries.add(new Entry(name, place, name.equals(current))));
        return entries;
    }

    public synchronized Optional<Entry> find(String name) {
        return list().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** @return the named matter, or the one in use if the name is null or empty */
    public synchronized Entry choose(@Nullable String name) {
        String wanted = name == null || name.isEmpty() ? current : name;
        if (wanted == null) {
            throw new OwnerException(Who.USER, "no matter is in use; create one with: warrant matter create NAME");
        }
        return find(wanted)
                .orElseThrow(() -> new OwnerException(
                        Who.USER, "there is no matter '" + wanted + "'; there are: " + String.join(", ", names())));
    }

    /**
     * Adds a matter and puts it to use.
     *
     * @param place its folder; null: one of its own in the data folder
     */
    public synchronized Entry create(String name, @Nullable Path place) {
        if (!MatterNames.isName(name)) {
            throw new OwnerException(Who.USER, MatterNames.complaint(name));
        }
        Path root = place == null
                ? folder.matters().resolve(name)
                : place.toAbsolutePath().normalize();
        Path known = matters.get(name);
        if (known != null && !known.equals(root)) {
            throw new OwnerException(
                    Who.USER,
                    "there is a matter '" + name + "' already, in " + known + "; remove it, or choose another name");
        }
        if (place != null && !Files.isDirectory(root)) {
            throw new OwnerException(Who.USER, "there is no folder " + root);
        }
        matters.put(name, root);
        current = name;
        write();
        return new Entry(name, root, true);
    }

    public synchronized void use(String name) {
        current = choose(name).name();
        write();
    }

    public synchronized void remove(String name) {
        matters.remove(choose(name).name());
        if (name.equals(current)) {
            current = matters.keySet().stream().findFirst().orElse(null);
        }
        write();
    }

    private List<String> names() {
        return matters.isEmpty() ? List.of("none") : List.copyOf(matters.keySet());
    }

    private void write() {
        ObjectNode root = JSON.createObjectNode();
        root.put("current", current);
        ArrayNode list = root.putArray("matters");
        matters.forEach((name, place) -> list.addObject().put("name", name).put("folder", place.toString()));
        try {
            Path fresh = folder.register().resolveSibling("matters.json.new");
            Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
            Files.move(fresh, folder.register(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OwnerException(Who.USER, "cannot write " + folder.register() + ": " + e.getMessage(), e);
        }
    }
}
