package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import warrant.llm.ModelException;
import warrant.llm.weights.HashedModel;
import warrant.llm.weights.TensorType;

/** What can be known of graphics processors without one: their source is compiled, loaded, and right elsewhere. */
class PlaceTest {
    @SuppressWarnings("unused") // a source of parameters
    private static final List<String> MODELS = Places.MODELS;

    @TempDir
    Path folder;

    private Path write(HashedModel model) {
        return model.write(folder, TensorType.F32, 1);
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void source_for_cuda_compiles_and_differs_from_what_runs_here_by_the_device_s_name_alone(String name) {
        Path checkpoint = write(HashedModel.recorded(name));
        for (Precision precision : List.of(Precision.F32, Precision.BF16)) {
            String cuda = Places.compiled(checkpoint, precision, Place.CUDA);
            String here = Places.compiled(checkpoint, precision, Places.PLAIN);

            assertThat(cuda).contains("\"cuda:0\"").doesNotContain("mkldnn", "onednn");
            assertThat(cuda.replace("\"cuda:0\"", "\"cpu\"")).isEqualTo(here);
        }
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void the_same_source_computes_here_what_transformers_computed(String name) {
        HashedModel model = HashedModel.recorded(name);

        float[][] logits = Places.logits(write(model), Precision.F32, Places.PLAIN, model.ids());

        assertThat(Places.difference(model, logits)).isLessThan(1e-4);
    }

    @Test
    void in_bf16_it_is_as_near_as_what_is_packed_for_the_processor() {
        HashedModel model = HashedModel.recorded("qwen3");
        Path checkpoint = write(model);

        double plain = Places.difference(model, Places.logits(checkpoint, Precision.BF16, Places.PLAIN, model.ids()));

        assertThat(plain).isBetween(1e-5, 0.5);
    }

    @Test
    void who_asks_for_a_graphics_processor_that_is_not_here_is_told_so() {
        Assumptions.assumeFalse(Machine.here().cuda(), "a graphics processor is here");
        Path checkpoint = HashedModel.withTokenizer(folder, "qwen2");
        Settings settings = Settings.of("tiny").on("cuda");

        assertThatThrownBy(() -> TorchLanguageModel.open(checkpoint, settings))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no graphics processor")
                .hasMessageContaining("WARRANT_DEVICE");
    }

    /** Its jars are in the repository of Maven where somebody built with -Pcuda or fetched them. */
    @Test
    void all_of_it_holds_with_the_library_of_the_cuda_build() throws IOException {
        String path = classPathOfCudaBuild();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        path,
                        Places.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        try (BufferedReader lines = process.inputReader()) {
            String[] told = String.valueOf(lines.readLine()).split(" ");
            assertThat(told).hasSize(4);
            assertThat(told[0]).isEqualTo("libtorch-" + System.getProperty("cuda.libtorch"));
            assertThat(Integer.parseInt(told[1])).isEqualTo(2 * MODELS.size());
            assertThat(Double.parseDouble(told[2])).isLessThan(1e-4);
            assertThat(Double.parseDouble(told[3])).isLessThan(1);
        }
    }

    private static String classPathOfCudaBuild() {
        String djl = System.getProperty("cuda.djl", "");
        Assumptions.assumeFalse(djl.isEmpty(), "skipped: Maven tells the versions");
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            String other = swapped(part, "ai/djl/(?:api|pytorch/pytorch-engine|huggingface/tokenizers)", djl);
            other = swapped(other, "ai/djl/pytorch/pytorch-jni", System.getProperty("cuda.jni", ""));
            other = swapped(other, "ai/djl/pytorch/pytorch-native-cpu", System.getProperty("cuda.libtorch", ""));
            Assumptions.assumeTrue(Files.exists(Path.of(other)), "skipped: " + other + " is not here");
            parts.add(other);
        }
        return String.join(java.io.File.pathSeparator, parts);
    }

    /** @return the same artifact of another version, in a repository as Maven lays them out */
    private static String swapped(String jar, String artifact, String version) {
        return Pattern.compile("(.*" + artifact + "/)([^/]+)(/.*?-)\\2(.*)")
                .matcher(jar)
                .replaceFirst("$1" + version + "$3" + version + "$4");
    }
}
