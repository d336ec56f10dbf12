package warrant.graph.neo4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warrant.graph.StoreException;
import warrant.graph.neo4j.Neo4jAccess;
import warrant.graph.neo4j.Neo4jPing;

class ManagedNeo4jTest {
    private Path parent = Path.of("unset");
    private Path folder = parent;

    @BeforeEach
    void make_a_folder() {
        parent = TestNeo4j.folder();
        folder = parent.resolve("a folder with \u00fc and blanks");
    }

    @AfterEach
    void delete_the_folder() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(a -> List.of(a).toString().contains(folder.toString()))
                        .orElse(false))
                .forEach(ProcessHandle::destroyForcibly);
        TestNeo4j.delete(parent);
    }

    @Test
    void a_server_starts_answers_only_its_owner_and_stops() throws IOException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        ManagedNeo4j server = ManagedNeo4j.start(TestNeo4j.settings(folder), lines::add);
        Neo4jAccess access = server.access();

        assertThat(access.uri()).startsWith("bolt://127.0.0.1:");
        assertThat(Neo4jPing.of(access)).isEqualTo(Neo4jPing.ANSWERS);
        assertThat(Neo4jPing.of(new Neo4jAccess(access.uri(), "neo4j", "neo4j")))
                .isEqualTo(Neo4jPing.REFUSES);
        assertThat(access.password()).hasSizeGreaterThan(20);
        assertThat(Files.getPosixFilePermissions(folder.resolve("password"))).hasSize(2);
        assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
        assertThat(lines).contains("Starting Neo4j Community " + ServerJars.VERSION);
        assertThatThrownBy(() -> ManagedNeo4j.start(TestNeo4j.settings(folder), line -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Another Warrant uses the Neo4j in " + folder);
        assertThat(server.ensureRunning()).isEqualTo(access);

        long pid = server.pid();
        long begin = System.nanoTime();
        server.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(Neo4jPing.of(access)).isEqualTo(Neo4jPing.SILENT);

        Files.writeString(folder.resolve("password"), "another\n");
        assertThatThrownBy(() -> ManagedNeo4j.start(TestNeo4j.settings(folder), line -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not take the password");
        Files.delete(folder.resolve("password"));
        assertThatThrownBy(() -> ManagedNeo4j.start(TestNeo4j.settings(folder), line -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("'password' is not there");
    }

    @Test
    void a_server_that_a_killed_warrant_left_behind_is_found_again() throws IOException, InterruptedException {
        Process warrant = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dwarrant.maven=" + System.getProperty("warrant.maven", "mvn"),
                        Starter.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; i < 600 && !Files.exists(folder.resolve("run/process")); i++) {
            Thread.sleep(100);
        }
        warrant.destroyForcibly().waitFor();
        String process = Files.readString(folder.resolve("run/process"));

        try (ManagedNeo4j server = ManagedNeo4j.start(TestNeo4j.settings(folder), line -> {})) {
            assertThat(process).startsWith("pid " + server.pid() + "\n");
            assertThat(Neo4jPing.of(server.access())).isEqualTo(Neo4jPing.ANSWERS);
        }
    }

    @Test
    void a_folder_that_cannot_be_one_is_named() throws IOException {
        Files.writeString(folder, "a file");

        StoreException thrown = catchThrowableOfType(
                StoreException.class, () -> ManagedNeo4j.start(TestNeo4j.settings(folder), line -> {}));

        assertThat(thrown).hasMessageContaining(folder.toString());
        assertThat(thrown).hasMessageContaining("choose another data folder");
    }

    @Test
    void a_server_that_cannot_start_says_why_and_lets_the_folder_go() {
        ServerSettings settings = TestNeo4j.settings(folder);
        ServerSettings small = new ServerSettings(
                folder, settings.cache(), settings.java(), settings.maven(), false, 0, 64, Duration.ofSeconds(30));

        assertThatThrownBy(() -> ManagedNeo4j.start(small, line -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("ended while it started")
                .hasMessageContaining("heap");
        assertThatThrownBy(() -> ManagedNeo4j.start(small, line -> {})).hasMessageContaining("ended while it started");
    }
}
