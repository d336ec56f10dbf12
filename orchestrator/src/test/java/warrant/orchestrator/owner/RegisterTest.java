package warrant.orchestrator.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.orchestrator.config.DataFolder;

class RegisterTest {
    @TempDir
    private Path root;

    @Test
    void the_matter_created_last_is_in_use_until_another_is_chosen() {
        Register register = Register.open(new DataFolder(root));
        register.create("one", null);
        register.create("two", null);

        assertThat(register.choose(null).name()).isEqualTo("two");
        register.use("one");

        Register again = Register.open(new DataFolder(root));
        assertThat(again.choose("").name()).isEqualTo("one");
        assertThat(again.list()).extracting(Register.Entry::name).containsExactly("one", "two");
    }

    @Test
    void a_removed_matter_gives_way_to_another() {
        Register register = Register.open(new DataFolder(root));
        register.create("one", null);
        register.create("two", null);

        register.remove("two");

        assertThat(register.choose(null).name()).isEqualTo("one");
    }

    @Test
    void a_name_is_no_path_and_no_second_folder() {
        Register register = Register.open(new DataFolder(root));
        register.create("one", null);

        assertThatExceptionOfType(OwnerException.class).isThrownBy(() -> register.create("../x", null));
        assertThatExceptionOfType(OwnerException.class).isThrownBy(() -> register.create("a/b", null));
        assertThatExceptionOfType(OwnerException.class)
                .isThrownBy(() -> register.create("one", root))
                .withMessageContaining("already");
        assertThatExceptionOfType(OwnerException.class)
                .isThrownBy(() -> register.choose("none"))
                .withMessageContaining("there are: one");
    }
}
