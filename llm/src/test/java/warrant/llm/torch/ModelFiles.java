package warrant.llm.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where the tests find model files that they do not make themselves. */
public final class ModelFiles {
    private ModelFiles() {}

    /**
     * @param name of a file in the folder that the property or the environment names, or in the folder where Warrant
     *     keeps models; without it the test is skipped, naming the file
     */
    public static Path need(String name) {
        String data = Objects.requireNonNullElse(
                System.getenv("XDG_DATA_HOME"), System.getProperty("user.home") + "/.local/share");
        Path found = Stream.of(
                        System.getProperty("warrant.model.path"),
                        System.getenv("WARRANT_MODEL_PATH"),
                        data + "/warrant/models")
                .filter(Objects::nonNull)
                .map(Path::of)
                .map(path -> Files.isDirectory(path) ? path.resolve(name) : path)
                .filter(path -> path.endsWith(name) && Files.isRegularFile(path))
                .findFirst()
                .orElse(Path.of(""));
        Assumptions.assumeTrue(
                Files.isRegularFile(found),
                () -> "skipped: " + name + " is neither in the folder WARRANT_MODEL_PATH nor in " + data
                        + "/warrant/models");
        return found;
    }
}
