package warrant.llm.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.llm.ModelException;

/** Folders of safetensors are read whole or refused by the name of what is wrong in them. */
class HuggingFaceFolderTest {
    private static final long SEED = Long.getLong("seed", 20261124);

    @TempDir
    Path folder;

    private Path write(int files) {
        return HashedModel.recorded("llama3").write(folder, TensorType.BF16, files);
    }

    private Path file(String header, int numbers) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + numbers).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("x.safetensors"),
                bytes.putLong(text.length).put(text).array());
    }

    @Test
    void tensors_of_all_files_are_found_by_the_names_of_gguf() {
        try (Checkpoint checkpoint = Checkpoint.open(write(3))) {
            assertThat(checkpoint.text("general.architecture")).isEqualTo("llama");
            assertThat(checkpoint.tensors())
                    .containsKeys("token_embd.weight", "blk.2.ffn_down.weight", "output_norm.weight", "output.weight")
                    .hasSize(30);
            Tensor down = checkpoint.tensor("blk.2.ffn_down.weight", 32, 48);
            assertThat(checkpoint.map(down, 31, 1).remaining()).isEqualTo(96);
        }
    }

    @Test
    void the_hash_is_that_of_the_content_whatever_else_lies_there() throws IOException {
        write(2);
        String before = hash();
        Files.writeString(folder.resolve("README.md"), "x");
        assertThat(hash()).isEqualTo(before);

        Files.writeString(folder.resolve("chat_template.jinja"), "x");
        assertThat(hash()).isNotEqualTo(before);
    }

    private String hash() {
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            return checkpoint.sha256();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,28]}}; a reaches from 0 to 28",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[-4,20]}}; tensor a says -4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[20,4]}}; a reaches from 20",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,24]}}; a has the shape [2,2]",
                "{\"a\":{\"dtype\":\"BF16\",\"shape\":[4294967296,4294967296],"
                        + "\"data_offsets\":[0,24]}}; tensor a claims",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,3],\"data_offsets\":[0,0]}}; a has the shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}; tensor a says 1.5",
                "{\"a\":{\"dtype\":\"F32\"}}; a has no shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[2,6]}}; lies over tensor",
                "[1, 2]; is no JSON object",
                "{\"a\":; is no JSON"
            })
    void a_header_that_contradicts_the_file_is_refused_by_the_name_of_the_tensor(String header, String message)
            throws IOException {
        Path file = file(header, 24);

        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_file_cut_anywhere_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(write(1).resolve("model.safetensors"));
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            int length = i < 12 ? i : random.nextInt(whole.length);
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> Safetensors.open(cut))
                    .as("%d bytes, seed %d", length, SEED)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void a_file_with_changed_bytes_is_read_or_refused_but_never_breaks() throws IOException {
        byte[] whole = Files.readAllBytes(write(1).resolve("model.safetensors"));
        Random random = new Random(SEED);
        int header =
                8 + (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
        for (int i = 0; i < 400; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(header)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("changed"), changed);
            try (Safetensors opened = Safetensors.open(file)) {
                opened.tensors().values().forEach(tensor -> opened.map(tensor, 0, tensor.rows()));
            } catch (ModelException refused) {
                assertThat(refused).as("seed %d", SEED).hasMessageContaining("damaged");
            }
        }
    }

    @Test
    void what_lies_beyond_two_gibibytes_is_read() throws IOException {
        long begin = 5L << 30;
        Path file = file(
                "{\"big\":{\"dtype\":\"BF16\",\"shape\":[%d,1024],\"data_offsets\":[0,%d]},"
                                .formatted(begin / 2048, begin)
                        + "\"last\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]}}"
                                .formatted(begin, begin + 8),
                0);
        try (var channel = Files.newByteChannel(file, java.nio.file.StandardOpenOption.WRITE)) {
            ByteBuffer numbers = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(Files.size(file) + begin)
                    .write(numbers.putFloat(1.5f).putFloat(-2).flip());
        }
        try (Safetensors opened = Safetensors.open(file)) {
            Tensor last = Optional.ofNullable(opened.tensors().get("last")).orElseThrow();
            Tensor big = Optional.ofNullable(opened.tensors().get("big")).orElseThrow();
            assertThat(opened.map(last, 0, 1).getFloat(4)).isEqualTo(-2);
            assertThat(opened.map(big, 2_000_000, 1).getShort(0)).isZero();
        }
    }

    @Test
    void a_missing_file_and_a_missing_tensor_are_named() throws IOException {
        write(2);
        Path second = folder.resolve("model-00002-of-00002.safetensors");
        byte[] bytes = Files.readAllBytes(second);
        Files.delete(second);
        assertThatThrownBy(() -> Checkpoint.open(folder)).hasMessageContaining("lacks the file model-00002-of-00002");

        Files.write(
                second,
                new String(bytes, StandardCharsets.ISO_8859_1)
                        .replace("model.layers.2.mlp.up_proj.weight", "model.layers.2.mlp.xx_proj.weight")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Checkpoint.open(folder)).hasMessageContaining("model.layers.2.mlp.up_proj.weight");
    }

    @Test
    void an_index_cannot_reach_out_of_its_folder() throws IOException {
        write(2);
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, Files.readString(index).replace("model-00001", "../model-00001"));

        assertThatThrownBy(() -> Checkpoint.open(folder)).hasMessageContaining("lacks the file ../model");
    }

    @Test
    void another_kind_of_model_is_refused_by_its_name() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"mamba\"}");
        assertThatThrownBy(() -> Checkpoint.open(folder))
                .hasMessageContaining("model_type 'mamba'")
                .matches(failure -> ((ModelException) failure).code() == ModelException.Code.USER);
    }
}
