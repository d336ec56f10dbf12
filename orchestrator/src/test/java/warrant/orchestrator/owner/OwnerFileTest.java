package warrant.orchestrator.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerFileTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_written_is_read_and_nobody_else_can() throws Exception {
        Path file = folder.resolve("owner.json");
        OwnerFile owner = new OwnerFile(42, "127.0.0.1", 1234, "secret", "build");

        owner.write(file);

        assertThat(OwnerFile.read(file)).contains(owner);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(owner.toString()).doesNotContain("secret");
    }

    @Test
    void a_missing_or_broken_file_is_no_owner() throws Exception {
        Path file = folder.resolve("owner.json");

        assertThat(OwnerFile.read(file)).isEmpty();
        Files.writeString(file, "{\"pid\": 1");
        assertThat(OwnerFile.read(file)).isEmpty();
        Files.writeString(file, "{}");
        assertThat(OwnerFile.read(file)).isEmpty();
    }
}
