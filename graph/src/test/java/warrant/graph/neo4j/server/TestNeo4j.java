package warrant.graph.neo4j.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import warrant.graph.neo4j.Neo4jAccess;

/** A real Neo4j for tests: one server per test JVM, in a folder that goes with it. */
public final class TestNeo4j {
    private TestNeo4j() {}

    private static final class Holder {
        static final ManagedNeo4j SERVER = start();

        private static ManagedNeo4j start() {
            Path folder = folder();
            ManagedNeo4j server = ManagedNeo4j.start(settings(folder), line -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                delete(folder);
            }));
            return server;
        }
    }

    /** @return where the server of this JVM answers; started when first asked for */
    public static Neo4jAccess access() {
        return Holder.SERVER.access();
    }

    /** @return a new folder for a server */
    public static Path folder() {
        try {
            return Files.createTempDirectory("warrant-neo4j");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return settings with the Maven that runs the tests, and the user's list of jars */
    public static ServerSettings settings(Path folder) {
        ServerSettings usual =
                ServerSettings.of(folder, Path.of(System.getProperty("user.home"), ".cache", "warrant"), false);
        String maven = System.getProperty("warrant.maven", "mvn");
        return new ServerSettings(
                folder,
                usual.cache(),
                usual.java(),
                List.of(Files.isExecutable(Path.of(maven)) ? maven : "mvn"),
                false,
                256,
                64,
                Duration.ofMinutes(3));
    }

    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
