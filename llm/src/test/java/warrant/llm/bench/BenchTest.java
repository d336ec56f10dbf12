package warrant.llm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.llm.encoder.MiniLm;
import warrant.llm.weights.GgufFixture;

/** That the measurements run and measure the same thing; never how fast anything is. */
class BenchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path random() {
        Path file = folder.resolve("random.gguf");
        Path vocabulary = GgufFixture.model(folder, "qwen2", 7);
        RandomModel.main(new String[] {vocabulary.toString(), "TINY", file.toString()});
        return file;
    }

    private static List<String> names(JsonNode report) {
        return report.path("figures").findValuesAsText("name");
    }

    @Test
    void a_model_of_random_weights_is_measured_with_its_share_of_the_bound() throws Exception {
        Path report = folder.resolve("report.json");

        Bench.main(new String[] {random().toString(), "random", "f32", "60", "random", report.toString()});

        JsonNode told = JSON.readTree(report.toFile());
        assertThat(names(told)).contains("memory read", "prefill", "decode, 8 at a time", "resident memory");
        assertThat(told.path("skipped")).isEmpty();
        told.path("figures").forEach(figure -> {
            boolean speed = figure.path("unit").asText().equals("tokens/s");
            assertThat(!speed || figure.hasNonNull("share"))
                    .as(figure.toString())
                    .isTrue();
        });
    }

    @Test
    void what_is_not_begun_in_time_is_named() throws Exception {
        Path report = folder.resolve("report.json");

        Bench.main(new String[] {random().toString(), "random", "f32", "0", "random", report.toString()});

        assertThat(JSON.readTree(report.toFile()).path("skipped"))
                .extracting(JsonNode::asText)
                .contains("prefill", "decode, 1 at a time");
    }

    @Test
    void requests_are_counted_and_memory_is_told() throws Exception {
        Path report = folder.resolve("report.json");

        Requests.main(new String[] {random().toString(), "20", "60", report.toString()});

        assertThat(names(JSON.readTree(report.toFile()))).contains("memory more after 20 requests", "requests");
    }

    @Test
    void the_encoder_and_onnx_runtime_give_the_same_vectors() throws Exception {
        List<String> sentences = Workload.standard().sentences();
        try (MiniLm ours = MiniLm.open(1);
                EncoderBench.Onnx peer = new EncoderBench.Onnx(1)) {
            assertThat(EncoderBench.difference(ours.encode(sentences), peer.encode(sentences)))
                    .isLessThan(1e-4);
        }
    }
}
