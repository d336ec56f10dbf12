package warrant.orchestrator.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.orchestrator.config.DataFolder;

class FolderLockTest {
    @TempDir
    private Path parent;

    @Test
    void a_folder_has_one_owner_at_a_time() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("data"));

        try (FolderLock first = FolderLock.take(folder).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(FolderLock.take(folder)).isEmpty();
        }

        try (FolderLock next = FolderLock.take(folder).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void a_folder_is_the_users_alone() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("data"));

        try (FolderLock held = FolderLock.take(folder).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_folder_of_another_layout_is_refused() throws Exception {
        DataFolder folder = new DataFolder(parent);
        Files.writeString(folder.schema(), "99\n");

        assertThatExceptionOfType(OwnerException.class)
                .isThrownBy(() -> FolderLock.take(folder))
                .withMessageContaining("layout 99");
    }
}
