package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.IValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.HashedModel;
import warrant.llm.weights.TensorType;

/** Each architecture computes what transformers computed with the same weights. */
class ArchitectureParityTest {
    private static final int WINDOW = 64;

    @TempDir
    Path folder;

    private static <T> T with(Path checkpoint, Function<Decoder, T> work) {
        Worker worker = new Worker(false);
        Checkpoint file = Checkpoint.open(checkpoint);
        return worker.run(() -> {
            try (Decoder decoder = Decoder.load(
                    file,
                    DecoderShape.of(file),
                    PrecisionPolicy.Choice.of(Place.PROCESSOR, Precision.F32),
                    2,
                    WINDOW)) {
                return work.apply(decoder);
            }
        });
    }

    private static void assertNear(HashedModel model, float[][] logits) {
        model.logits()
                .forEach((position, expected) -> assertThat(logits[position])
                        .as("position %d", position)
                        .containsExactly(expected, Offset.offset(1e-4f)));
    }

    @ParameterizedTest
    @CsvSource({
        "llama3, F32, 1",
        "llama-linear, BF16, 2",
        "mistral, F16, 1",
        "qwen2-yarn, F32, 1",
        "qwen2-window, BF16, 3",
        "qwen3, F32, 1",
        "qwen3-moe, BF16, 2",
        "deepseek, F16, 2",
        "deepseek-v2-lite, BF16, 1",
        "deepseek-v2, F32, 3",
        "gemma2, BF16, 1",
        "gemma3, F16, 2"
    })
    void logits_are_those_of_transformers(String name, TensorType type, int files) {
        HashedModel model = HashedModel.recorded(name);

        float[][] logits = with(model.write(folder, type, files), decoder -> decoder.allLogits(model.ids()));

        assertNear(model, logits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistral", "qwen3-moe", "deepseek-v2", "deepseek-v2-lite", "gemma2", "gemma3"})
    void what_is_read_in_pieces_and_token_by_token_is_as_if_read_at_once(String name) {
        HashedModel model = HashedModel.recorded(name);

        float[][] logits = with(model.write(folder, TensorType.F32, 1), decoder -> {
            float[][] all = new float[model.ids().length][];
            IValue state = decoder.start();
            int from = 0;
            for (int cut : new int[] {7, 9, 20}) {
                Batch batch = new Batch(from);
                batch.add(Arrays.copyOfRange(model.ids(), from, cut), Batch.PREFIX);
                IntStream.range(0, cut - from).forEach(batch::want);
                IValue next = decoder.step(state, batch, true);
                state.close();
                state = next;
                for (int i = from; i < cut; i++) {
                    all[i] = decoder.prediction(state, i - from).logits();
                }
                from = cut;
            }
            try (IValue roomy = decoder.room(state, model.ids().length)) {
                for (int i = from; i < all.length; i++) {
                    Decoder.Rows row = new Decoder.Rows(roomy, i, new int[] {model.ids()[i]});
                    all[i] = decoder.write(List.of(row)).get(0).logits();
                }
            }
            state.close();
            return all;
        });

        assertNear(model, logits);
    }
}
