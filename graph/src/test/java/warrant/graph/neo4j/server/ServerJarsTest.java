package warrant.graph.neo4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.graph.StoreException;

class ServerJarsTest {
    @TempDir
    Path folder = Path.of("unset");

    @Test
    void maven_is_asked_once_and_again_when_a_jar_is_gone() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "jar");
        List<String> maven = script("""
                echo called >> %s/calls
                for a in "$@"; do case $a in -Dmdep.outputFile=*) echo %s > "${a#*=}";; esac; done
                """.formatted(folder, jar));
        List<String> lines = new ArrayList<>();

        assertThat(new ServerJars(settings(maven, false), lines::add).classPath())
                .isEqualTo(jar.toString());
        assertThat(new ServerJars(settings(maven, false), lines::add).classPath())
                .isEqualTo(jar.toString());
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(1);
        assertThat(lines).hasSize(2);

        Files.delete(jar);
        assertThatThrownBy(() -> new ServerJars(settings(maven, false), lines::add).classPath())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not there");
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(2);
        try (var files = Files.list(folder.resolve("cache"))) {
            assertThat(files.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void what_maven_says_is_handed_on() throws IOException {
        List<String> maven = script("echo '[ERROR] Could not transfer neo4j.pom'; echo '[ERROR] more'; exit 1");

        assertThatThrownBy(() -> new ServerJars(settings(maven, false), line -> {}).classPath())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Could not transfer neo4j.pom");
        assertThatThrownBy(() -> new ServerJars(settings(maven, true), line -> {}).classPath())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Run once without --offline");
    }

    @Test
    void offline_is_passed_on() throws IOException {
        List<String> maven = script("echo \"$@\" > " + folder + "/arguments; exit 1");

        assertThatThrownBy(() -> new ServerJars(settings(maven, true), line -> {}).classPath())
                .isInstanceOf(StoreException.class);
        assertThat(Files.readString(folder.resolve("arguments"))).endsWith(" -o\n");
    }

    @Test
    void without_maven_the_message_says_what_to_install() {
        assertThatThrownBy(() -> new ServerJars(settings(List.of("no-such-maven"), false), line -> {}).classPath())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("package maven");
    }

    private List<String> script(String text) throws IOException {
        return List.of("sh", Files.writeString(folder.resolve("mvn.sh"), text).toString());
    }

    private ServerSettings settings(List<String> maven, boolean offline) {
        return new ServerSettings(
                folder.resolve("neo4j"),
                folder.resolve("cache"),
                Path.of("java"),
                maven,
                offline,
                256,
                64,
                Duration.ofSeconds(10));
    }
}
