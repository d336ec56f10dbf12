package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.ModelException;
import warrant.llm.export.GgufExport;
import warrant.llm.token.Tokenizer;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.GgufFixture;
import warrant.llm.weights.HashedModel;
import warrant.llm.weights.TensorType;

/** What is written as GGUF computes what it computed before. */
class ExportedModelTest {
    @TempDir
    Path folder;

    private Path export(Path model, TensorType type) {
        Path file = folder.resolve(type + ".gguf");
        try (Checkpoint checkpoint = Checkpoint.open(model)) {
            GgufExport.write(checkpoint, file, type);
        }
        return file;
    }

    private static float[][] logits(Path checkpoint, int[] ids) {
        Worker worker = new Worker(false);
        Checkpoint file = Checkpoint.open(checkpoint);
        return worker.run(() -> {
            try (Decoder decoder = Decoder.load(
                    file, DecoderShape.of(file), PrecisionPolicy.Choice.of(Place.PROCESSOR, Precision.F32), 2, 64)) {
                return decoder.allLogits(ids);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama3",
                "llama-linear",
                "mistral",
                "qwen2-yarn",
                "qwen2-window",
                "qwen3",
                "qwen3-moe",
                "deepseek",
                "deepseek-v2-lite",
                "deepseek-v2",
                "gemma2",
                "gemma3"
            })
    void a_folder_written_as_gguf_computes_what_transformers_do(String name) {
        HashedModel model = HashedModel.recorded(name);

        float[][] logits =
                logits(export(model.write(folder.resolve("m"), TensorType.BF16, 1), TensorType.F32), model.ids());

        model.logits()
                .forEach((position, expected) -> assertThat(logits[position])
                        .as("position %d", position)
                        .containsExactly(expected, Offset.offset(1e-4f)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen3-moe", "deepseek", "gemma3"})
    void a_file_that_was_written_stays_the_same_when_it_is_written_again(String name) throws IOException {
        Path folderOfIt = HashedModel.recorded(name).write(folder.resolve("m"), TensorType.F32, 1);
        Path once = Files.move(export(folderOfIt, TensorType.F32), folder.resolve("once.gguf"));

        assertThat(export(once, TensorType.F32)).hasSameBinaryContentAs(once);
    }

    @Test
    void neither_a_model_s_own_file_nor_a_folder_is_replaced() throws IOException {
        Path file = GgufFixture.model(folder, "qwen2", 7);
        byte[] before = Files.readAllBytes(file);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            for (Path to : List.of(file, empty)) {
                assertThatThrownBy(() -> GgufExport.write(checkpoint, to, TensorType.Q8_0))
                        .hasMessageContaining("Maybe name another file");
            }
        }
        assertThat(file).hasBinaryContent(before);
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void what_cannot_be_finished_leaves_nothing_behind() throws IOException {
        Path file = GgufFixture.model(folder, "qwen2", 7);
        Path to = folder.resolve("none").resolve("out.gguf");
        Path part = Files.createDirectories(to.getParent()).resolve("out.gguf.part");
        Checkpoint checkpoint = Checkpoint.open(file);
        checkpoint.close();

        assertThatThrownBy(() -> GgufExport.write(checkpoint, to, TensorType.F32))
                .isInstanceOf(ModelException.class);
        assertThat(part).doesNotExist();
        assertThat(to).doesNotExist();
    }

    @Test
    void eight_bits_cost_little_and_four_bits_more() {
        HashedModel model = HashedModel.recorded("qwen3-moe");
        Path whole = model.write(folder.resolve("m"), TensorType.F32, 1);

        double eight = difference(model, logits(export(whole, TensorType.Q8_0), model.ids()));
        double four = difference(model, logits(export(whole, TensorType.Q4_0), model.ids()));

        assertThat(eight).isBetween(1e-4, 0.03);
        assertThat(four).isBetween(eight, 0.5);
    }

    private static double difference(HashedModel model, float[][] logits) {
        double error = 0;
        double size = 0;
        for (var row : model.logits().entrySet()) {
            for (int i = 0; i < row.getValue().length; i++) {
                error += Math.pow(row.getValue()[i] - logits[row.getKey()][i], 2);
                size += Math.pow(row.getValue()[i], 2);
            }
        }
        return Math.sqrt(error / size);
    }

    @Test
    void the_tokenizer_comes_along() throws IOException {
        HashedModel model = HashedModel.recorded("qwen3");
        model.shapes().put("model.embed_tokens.weight", new int[] {600, 32});
        for (String kind : List.of("llama3", "gemma", "smollm")) {
            Path from = model.write(folder.resolve(kind), TensorType.F32, 1);
            for (String file : List.of("tokenizer.json", "tokenizer_config.json")) {
                Files.copy(Path.of("src/test/resources/tokenizers", kind, file), from.resolve(file));
            }
            String text = "The Supplier's 12 days, naïve 🙂.";
            try (Checkpoint before = Checkpoint.open(from);
                    Checkpoint after = Checkpoint.open(export(from, TensorType.F16))) {
                assertThat(Tokenizer.of(after).encode(text))
                        .as(kind)
                        .isEqualTo(Tokenizer.of(before).encode(text));
            }
        }
    }

    @Test
    void surprise_and_facts_are_told() {
        Path file = GgufFixture.model(folder, "qwen2", 7);
        Settings settings = Settings.of("tiny").withPrecision(Precision.F32);
        try (TorchLanguageModel model = TorchLanguageModel.open(file, settings);
                Checkpoint checkpoint = Checkpoint.open(file)) {
            String text = "the supplier delivers the goods ".repeat(30);
            int[] tokens = model.tokenizer().encode(text);
            float[][] logits = model.logits(tokens);
            double sum = 0;
            for (int t = 0; t + 1 < 20; t++) {
                double norm = 0;
                for (float logit : logits[t]) {
                    norm += Math.exp(logit);
                }
                sum -= logits[t][tokens[t + 1]] - Math.log(norm);
            }
            assertThat(model.surprise(text, 20)).isCloseTo(sum / 19, Offset.offset(1e-3));

            ModelFacts facts = ModelFacts.of(checkpoint, settings);
            assertThat(facts.architecture()).isEqualTo("qwen2");
            assertThat(facts.parameters()).isEqualTo(checkpoint.numbers());
            assertThat(facts.weightBytes()).isEqualTo(4 * checkpoint.numbers());
            assertThat(facts.tokenBytes()).isEqualTo(2L * 2 * 2 * 16 * 4);
        }
    }
}
