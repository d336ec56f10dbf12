package warrant.graph.neo4j.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import warrant.graph.StoreException;

/** Finds the jars of Neo4j Community: Maven resolves them once, into its own repository; their list is kept. */
final class ServerJars {
    static final String VERSION = "2026.08.1";
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
    private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(15);
    /** A line of progress comes after so many jars. */
    private static final int JARS_PER_LINE = 25;

    /** The server and nothing of Warrant: the licences stay apart, and so do the libraries. */
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>warrant.local</groupId>
              <artifactId>neo4j-server</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <dependencies>
                <dependency>
                  <groupId>org.neo4j</groupId>
                  <artifactId>neo4j</artifactId>
                  <version>VERSION</version>
                </dependency>
              </dependencies>
            </project>
            """;

    private final ServerSettings settings;
    private final Consumer<String> progress;
    private final Path list;

    ServerJars(ServerSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.list = settings.cache().resolve("neo4j-" + VERSION + ".classpath");
    }

    /** @return the class path; one process at a time resolves it, the others wait */
    String classPath() {
        try {
            Files.createDirectories(settings.cache());
            try (FileChannel channel = FileChannel.open(
                            settings.cache().resolve("neo4j.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && isComplete()) {
                    return Files.readString(list).strip();
                }
                resolve();
                return Files.readString(list).strip();
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The folder " + settings.cache() + " cannot be used for the list of Neo4j's jars: " + e.getMessage()
                            + ". Make it writable, or free space.",
                    false,
                    e);
        }
    }

    private boolean isComplete() throws IOException {
        if (!Files.isReadable(list)) {
            return false;
        }
        String paths = Files.readString(list).strip();
        return !paths.isEmpty()
                && List.of(paths.split(File.pathSeparator)).stream()
                        .map(Path::of)
                        .allMatch(Files::isReadable);
    }

    private void resolve() throws IOException {
        progress.accept("Resolving Neo4j Community " + VERSION + " with Maven, once (about 150 MB)");
        Path work = Files.createTempDirectory(settings.cache(), "resolve");
        Path pom = work.resolve("pom.xml");
        Path found = work.resolve("classpath");
        try {
            Files.writeString(pom, POM.replace("VERSION", VERSION));
            List<String> command = new ArrayList<>(settings.maven());
            command.addAll(List.of("-B", "-f", pom.toString(), PLUGIN, "-Dmdep.includeScope=runtime"));
            command.add("-Dmdep.outputFile=" + found);
            if (settings.offline()) {
                command.add("-o");
            }
            run(command, work);
            Files.move(found, list, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            if (!isComplete()) {
                throw new StoreException("Maven named jars of Neo4j that are not there: see " + list, false);
            }
        } finally {
            Files.deleteIfExists(found);
            Files.deleteIfExists(pom);
            Files.deleteIfExists(work);
        }
        progress.accept("Neo4j Community " + VERSION + " is there");
    }

    private void run(List<String> command, Path work) throws IOException {
        Process maven = start(command, work);
        List<String> errors = new ArrayList<>();
        Thread reader = Thread.ofVirtual().start(() -> follow(maven, errors));
        try {
            boolean ended = maven.waitFor(LONGEST_DOWNLOAD.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                throw new StoreException(
                        "Maven did not resolve Neo4j within " + LONGEST_DOWNLOAD.toMinutes()
                                + " minutes. Check the network, and try again.",
                        true);
            }
            reader.join();
            if (maven.exitValue() != 0) {
                throw failed(errors);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while Maven resolved Neo4j", true, e);
        } finally {
            maven.destroy();
        }
    }

    private Process start(List<String> command, Path work) {
        try {
            return new ProcessBuilder(command)
                    .directory(work.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
        } catch (IOException e) {
            throw new StoreException(
                    "Maven ('" + settings.maven().getFirst() + "') cannot be run, and it is needed to get Neo4j."
                            + " Install it (package maven), or give the address of a Neo4j server of your own.",
                    false,
                    e);
        }
    }

    private StoreException failed(List<String> errors) {
        String first = errors.isEmpty() ? "it ended with an error" : errors.getFirst();
        return settings.offline()
                ? new StoreException(
                        "Neo4j " + VERSION + " is not on this machine, and --offline forbids to get it."
                                + " Run once without --offline. Maven says: " + first,
                        false)
                : new StoreException(
                        "Maven could not resolve Neo4j " + VERSION + ": " + first
                                + " Check the network and Maven's settings, and try again.",
                        true);
    }

    private void follow(Process maven, List<String> errors) {
        int jars = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("Downloaded from") && line.contains(".jar ")) {
                    jars++;
                    if (jars % JARS_PER_LINE == 0) {
                        progress.accept("Neo4j: " + jars + " jars fetched");
                    }
                } else if (line.startsWith("[ERROR]")) {
                    errors.add(line.substring("[ERROR]".length()).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
