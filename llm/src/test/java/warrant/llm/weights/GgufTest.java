package warrant.llm.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

class GgufTest {
    private static final int HEADER = 6000;

    @TempDir
    Path folder;

    @Test
    void a_whole_file_gives_its_metadata_and_tensors() {
        try (Gguf file = Gguf.open(GgufFixture.model(folder, "qwen2", 1))) {
            assertThat(file.text("general.architecture")).isEqualTo("qwen2");
            assertThat(file.number("qwen2.block_count", 1, 10)).isEqualTo(2);
            assertThat(file.tensors()).hasSize(2 + 2 * 12);
            assertThat(file.tensor("blk.1.ffn_down.weight", 64, 96).type()).isEqualTo(TensorType.F32);
        }
    }

    @Test
    void a_file_that_ends_before_its_last_number_is_refused_by_the_name_of_the_tensor() throws IOException {
        byte[] whole = Files.readAllBytes(GgufFixture.model(folder, "llama", 1));
        Path cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, whole.length - 100));

        assertThatThrownBy(() -> Gguf.open(cut))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("blk.1.ffn_down.weight")
                .hasMessageContaining("damaged");
    }

    @Test
    void a_file_cut_anywhere_is_refused() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] whole = Files.readAllBytes(GgufFixture.model(folder, "llama", 1));

        for (int i = 0; i < 300; i++) {
            int length = random.nextInt(whole.length - 32);
            Path cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Gguf.open(cut))
                    .as("seed %d, cut at %d", seed, length)
                    .isInstanceOf(ModelException.class);
        }
    }

    @Test
    void a_file_with_changed_bytes_is_read_or_refused_but_never_breaks() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] whole = Files.readAllBytes(GgufFixture.model(folder, "qwen2", 1));

        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] changed = whole.clone();
            int changes = 1 + random.nextInt(4);
            for (int c = 0; c < changes; c++) {
                changed[random.nextInt(HEADER)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
            }
            Path path = Files.write(folder.resolve("changed.gguf"), changed);
            try (Gguf file = Gguf.open(path)) {
                file.tensors()
                        .values()
                        .forEach(tensor -> assertThat(tensor.offset() + tensor.bytes())
                                .as("seed %d, %s", seed, tensor)
                                .isBetween(0L, (long) changed.length));
            } catch (ModelException expected) {
                assertThat(expected.code()).as("seed %d", seed).isIn(Code.USER, Code.UPSTREAM);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void what_is_no_gguf_file_and_what_is_missing_is_said() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.gguf"), "hello, this is no model");

        assertThatThrownBy(() -> Gguf.open(text)).hasMessageContaining("is no GGUF file");
        assertThatThrownBy(() -> Gguf.open(folder.resolve("absent.gguf")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("absent.gguf");
    }

    @Test
    void a_tensor_of_another_shape_is_refused() {
        try (Gguf file = Gguf.open(GgufFixture.model(folder, "llama", 1))) {
            assertThatThrownBy(() -> file.tensor("output_norm.weight", 1, 65))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("output_norm.weight is 1 x 64, not 1 x 65");
        }
    }
}
