package warrant.graph.neo4j.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import warrant.graph.StoreException;

/** The folder of a server: what Warrant writes into it, and what it reads back. */
final class ServerHome {
    static final String USER = "neo4j";
    private static final String MAIN_CLASS = "org.neo4j.server.Neo4jCommunity";
    private static final long LEAST_SPACE = 200L << 20;
    private static final int LINES_OF_LOG = 400;
    /** Reasons that a reader can act upon at once, wherever they stand in the logs. */
    private static final Pattern PLAIN_REASON =
            Pattern.compile("No space left|already in use|OutOfMemoryError|Permission denied|Read-only file system");

    private final ServerSettings settings;
    private final Path folder;

    ServerHome(ServerSettings settings) {
        this.settings = settings;
        this.folder = settings.folder();
    }

    Path folder() {
        return folder;
    }

    /** Everything here is the owner's alone: documents' texts lie in it. */
    void create() throws IOException {
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, ownerOnly);
        }
        for (String part : List.of("conf", "data", "logs", "run")) {
            Files.createDirectories(folder.resolve(part), ownerOnly);
        }
        long space = Files.getFileStore(folder).getUsableSpace();
        if (space < LEAST_SPACE) {
            throw new StoreException(
                    "The disk of " + folder + " has " + (space >> 20) + " MB left, and Neo4j needs "
                            + (LEAST_SPACE >> 20) + " MB. Free space, and try again.",
                    false);
        }
    }

    /** @return the password; a new folder gets a new one */
    String password() throws IOException {
        Path file = folder.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (Files.exists(folder.resolve("data/databases/system"))) {
            throw new StoreException(
                    "The password of the Neo4j in " + folder + " is missing: its file 'password' is not there."
                            + " Restore that file, or move the folder away to begin anew.",
                    false);
        }
        String password = Password.generate();
        Path auth = folder.resolve("data/dbms/auth.ini");
        Files.createDirectories(auth.getParent());
        writeSecret(auth, Password.initial(USER, password));
        writeSecret(file, password + "\n");
        return password;
    }

    private void writeSecret(Path file, String text) throws IOException {
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, ownerOnly);
        Files.writeString(draft, text, StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    OptionalInt port() throws IOException {
        Path file = folder.resolve("run/port");
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        String text = Files.readString(file).strip();
        return text.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** Notes the process, for people who look. */
    void note(ProcessHandle process) throws IOException {
        String since = process.info().startInstant().map(Object::toString).orElse("unknown");
        Files.writeString(folder.resolve("run/process"), "pid " + process.pid() + "\nsince " + since + "\n");
    }

    /** Where the arguments of Java stand; the name in a process's command line tells whose server it is. */
    Path arguments() {
        return folder.resolve("run/java.args");
    }

    Path console() {
        return folder.resolve("logs/console.log");
    }

    void configure(int port, String classPath) throws IOException {
        write("run/port", port + "\n");
        write("conf/neo4j.conf", """
                # Written by Warrant at every start.
                server.default_listen_address=127.0.0.1
                server.bolt.listen_address=127.0.0.1:%d
                server.http.enabled=false
                server.https.enabled=false
                dbms.usage_report.enabled=false
                server.memory.pagecache.size=%dm
                db.logs.query.enabled=OFF
                db.tx_log.preallocate=false
                db.tx_log.rotation.retention_policy=2 files
                internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0
                internal.dbms.bolt.netty_server_shutdown_timeout=1s
                """.formatted(port, settings.pageCacheMegabytes()));
        write("run/java.args", """
                -Xms64m
                -Xmx%dm
                -XX:+UseSerialGC
                -XX:TieredStopAtLevel=1
                -XX:+ExitOnOutOfMemoryError
                -Dfile.encoding=UTF-8
                --enable-native-access=ALL-UNNAMED
                --add-opens=java.base/java.nio=ALL-UNNAMED
                --add-opens=java.base/java.io=ALL-UNNAMED
                --add-opens=java.base/sun.nio.ch=ALL-UNNAMED
                --add-opens=java.base/java.util=ALL-UNNAMED
                --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
                -cp %s
                %s
                %s
                %s
                """.formatted(
                        settings.heapMegabytes(),
                        quoted(classPath),
                        MAIN_CLASS,
                        quoted("--home-dir=" + folder),
                        quoted("--config-dir=" + folder.resolve("conf"))));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** @return why a server that ended says it ended, in a few words */
    String lastWords() {
        List<String> console = tail(console());
        List<String> lines = Stream.of(
                        console, tail(folder.resolve("logs/neo4j.log")), tail(folder.resolve("logs/debug.log")))
                .flatMap(List::stream)
                .toList();
        return first(lines, PLAIN_REASON)
                .or(() -> first(lines.reversed(), Pattern.compile("Caused by:")))
                .or(() -> console.stream()
                        .filter(line -> !line.startsWith("WARNING"))
                        .limit(2)
                        .reduce((one, other) -> one.strip() + " " + other.strip()))
                .orElse("it gave no reason");
    }

    private static Optional<String> first(List<String> lines, Pattern pattern) {
        return lines.stream()
                .filter(line -> pattern.matcher(line).find())
                .map(String::strip)
                .findFirst();
    }

    private static List<String> tail(Path log) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.toList();
            return all.subList(Math.max(0, all.size() - LINES_OF_LOG), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
