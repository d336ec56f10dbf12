package warrant.llm.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.llm.weights.HashedModel;
import warrant.llm.weights.TensorType;

/** Encoders of folders give the vectors and scores that transformers give with the same weights. */
class EncoderParityTest {
    @TempDir
    Path folder;

    private Path write(String name, String tokenizer, TensorType type) throws IOException {
        HashedModel.read("/parity/encoders/" + name + ".tsv").write(folder, type, 1);
        Files.copy(
                Path.of("src/test/resources/tokenizers", tokenizer, "tokenizer.json"),
                folder.resolve("tokenizer.json"));
        if (name.endsWith("cls")) {
            Files.createDirectories(folder.resolve("1_Pooling"));
            Files.writeString(folder.resolve("1_Pooling/config.json"), "{\"pooling_mode_cls_token\": true}");
        }
        return folder;
    }

    private static List<String[]> recorded(String name, String kind) {
        return HashedModel.lines("/parity/encoders/" + name + ".tsv").stream()
                .map(line -> line.split("\t"))
                .filter(cells -> cells[0].equals(kind))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"bert-mean, wordpiece, F32", "bert-cls, wordpiece, BF16", "xlmr-cls, unigram, F16"})
    void vectors_are_those_of_transformers(String name, String tokenizer, TensorType type) throws IOException {
        List<String[]> recorded = recorded(name, "V");
        try (TextEncoder encoder = TextEncoder.open(write(name, tokenizer, type), 2)) {
            List<float[]> vectors =
                    encoder.encode(recorded.stream().map(cells -> cells[1]).toList());

            assertThat(encoder.dimension()).isEqualTo(32);
            for (int i = 0; i < recorded.size(); i++) {
                assertThat(vectors.get(i))
                        .as(recorded.get(i)[1])
                        .containsExactly(HashedModel.floats(recorded.get(i)[2]), Offset.offset(1e-4f));
            }
            float[] words = encoder.before("The Supplier ")
                    .encode(List.of("shall deliver the goods."))
                    .get(0);
            assertThat(words).containsExactly(vectors.get(0), Offset.offset(1e-4f));
        }
    }

    @ParameterizedTest
    @CsvSource({"bert-reranker, wordpiece", "xlmr-reranker, unigram"})
    void scores_of_pairs_are_those_of_transformers(String name, String tokenizer) throws IOException {
        List<String[]> recorded = recorded(name, "S");
        List<String> texts = new ArrayList<>();
        recorded.forEach(cells -> texts.add(cells[2]));
        try (CrossEncoder encoder = CrossEncoder.open(write(name, tokenizer, TensorType.F32), 2)) {
            double[] scores = encoder.score(recorded.get(0)[1], texts);

            for (int i = 0; i < scores.length; i++) {
                assertThat(scores[i])
                        .as(texts.get(i))
                        .isCloseTo(Double.parseDouble(recorded.get(i)[3]), Offset.offset(1e-4));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"bert-reranker, wordpiece, classifier", "xlmr-reranker, unigram, classifier.out_proj"})
    void a_classifier_of_several_classes_is_no_cross_encoder(String name, String tokenizer, String head)
            throws IOException {
        write(name, tokenizer, TensorType.F32);
        HashedModel model = HashedModel.read("/parity/encoders/" + name + ".tsv");
        model.shapes().put(head + ".weight", new int[] {3, 32});
        model.shapes().put(head + ".bias", new int[] {0, 3});
        model.write(folder, TensorType.F32, 1);

        assertThatThrownBy(() -> CrossEncoder.open(folder, 1)).hasMessageContaining("a classifier of 3 classes");
    }

    @Test
    void what_is_no_encoder_and_what_is_missing_is_told() throws IOException {
        assertThatThrownBy(() -> TextEncoder.open(folder, 1)).hasMessageContaining("has no config.json");
        write("bert-mean", "wordpiece", TensorType.F32);
        assertThatThrownBy(() -> CrossEncoder.open(folder, 1)).hasMessageContaining("lacks the tensor pooler.dense");
        Files.delete(folder.resolve("model.safetensors"));
        assertThatThrownBy(() -> TextEncoder.open(folder, 1)).hasMessageContaining("no onnx/model.onnx");
        Files.writeString(folder.resolve("config.json"), "{\"model_type\":\"t5\"}");
        assertThatThrownBy(() -> TextEncoder.open(folder, 1)).hasMessageContaining("type 't5'");
    }
}
