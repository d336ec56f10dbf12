package warrant.orchestrator.eval.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What was found out about items of a data set, on disk, so that a run that was ended goes on where it was. An item is
 * written when it is finished, in one write, a line of JSON; a line that was cut off is ignored. A key names all that
 * an answer depends on: the item's own words, the options, the level, the model, the build. Safe for many threads.
 */
public final class Journal implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A file that has grown beyond this is put aside. */
    private static final long MOST_BYTES = 64L << 20;

    private final Optional<Path> file;
    private final Map<String, JsonNode> known = new ConcurrentHashMap<>();

    private Journal(Optional<Path> file) {
        this.file = file;
    }

    /** @return a journal in the request's folder; one that keeps nothing where it names none */
    public static Journal open(Request request, String suite) {
        Optional<Path> folder = Optional.ofNullable(request.journals());
        try {
            Optional<Path> file = folder.map(f -> f.resolve(suite + ".jsonl"));
            Journal journal = new Journal(file);
            if (file.isPresent()) {
                Files.createDirectories(file.get().toAbsolutePath().getParent());
                journal.read(file.get(), request.progress());
            }
            return journal;
        } catch (IOException e) {
            throw new SuiteException(
                    "cannot keep what is finished in " + request.journals() + ": " + e.getMessage(), e);
        }
    }

    /** Whatever bytes there are: a line may have been cut off within a character. */
    private void read(Path path, Consumer<String> progress) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        if (Files.size(path) > MOST_BYTES) {
            Path old = path.resolveSibling(path.getFileName() + ".old");
            Files.move(path, old, StandardCopyOption.REPLACE_EXISTING);
            progress.accept("what was finished before is too long to go on with; it is kept in " + old
                    + " and all items are asked anew");
            return;
        }
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
            Optional<JsonNode> entry = parsed(line);
            entry.ifPresent(e -> known.put(e.path("key").asText(), e.path("value")));
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            Files.writeString(path, "\n", StandardOpenOption.APPEND);
        }
    }

    private static Optional<JsonNode> parsed(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            return entry.hasNonNull("key") && entry.has("value") ? Optional.of(entry) : Optional.empty();
        } catch (IOException cutOff) {
            return Optional.empty();
        }
    }

    /**
     * @param key of all that the answer depends on
     * @param work done if the journal does not know
     */
    public <T> T get(String key, Class<T> type, Supplier<T> work) {
        JsonNode there = known.get(key);
        if (there != null) {
            return JSON.convertValue(there, type);
        }
        T value = work.get();
        JsonNode tree = JSON.valueToTree(value);
        known.put(key, tree);
        file.ifPresent(path -> append(path, key, tree));
        return value;
    }

    private static synchronized void append(Path path, String key, JsonNode value) {
        ObjectNode entry = JSON.createObjectNode().put("key", key);
        entry.set("value", value);
        try {
            Files.writeString(path, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path, e);
        }
    }

    /** Each item is on disk already. */
    @Override
    public void close() {
        known.clear();
    }
}
