package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Context.Question;
import warrant.llm.Generation;
import warrant.llm.ModelException;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.GgufFixture;
import warrant.llm.weights.HashedModel;
import warrant.llm.weights.TensorType;

/**
 * What a request takes is given back; in a process whose heap is all there from the start. -Drequests=N: more of them.
 */
class FlatMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int REQUESTS = Integer.getInteger("requests", 1000);
    private static final int WARM = 300;

    /** If each request lost a state of its own, it would be more than twice this. */
    private static final long MOST_GROWTH = 24L << 20;

    @TempDir
    Path folder;

    @Test
    void many_requests_leave_nothing_behind() throws IOException {
        assertThat(growth(Requests.class, GgufFixture.model(folder, "qwen2", 7), REQUESTS))
                .isLessThan(MOST_GROWTH);
    }

    @Test
    void models_that_are_refused_leave_nothing_behind() throws IOException {
        HashedModel model = HashedModel.recorded("qwen3");
        model.shapes().put("model.layers.0.unknown.weight", new int[] {32, 32});

        assertThat(growth(Refusals.class, model.write(folder, TensorType.F32, 1), REQUESTS / 2))
                .isLessThan(MOST_GROWTH);
    }

    private static long growth(Class<?> main, Path model, int times) throws IOException {
        Assumptions.assumeTrue(Files.isReadable(STATUS), "skipped: only Linux tells memory in " + STATUS);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms160m",
                        "-Xmx160m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        model.toString(),
                        String.valueOf(times))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            return Long.parseLong(lines.readLine());
        }
    }

    /** Asks and prints by how many bytes the process has grown meanwhile. */
    static final class Requests {
        private Requests() {}

        public static void main(String[] arguments) throws IOException {
            Settings settings = Settings.of("tiny").withPrecision(Precision.F32);
            try (TorchLanguageModel model = TorchLanguageModel.open(Path.of(arguments[0]), settings)) {
                ask(model, 0, WARM);
                long before = resident();
                ask(model, WARM, WARM + Integer.parseInt(arguments[1]));
                System.out.println(resident() - before);
            }
        }

        private static void ask(TorchLanguageModel model, int from, int to) {
            Generation how = Generation.greedy(new Constraint.Free(), 4);
            for (int i = from; i < to; i++) {
                String text = "Request " + i % 50 + " asks about goods and their price, in words. ".repeat(4);
                try (Context context = model.read("", text)) {
                    context.choose(List.of(Question.yesNo("Is it " + i + "?")));
                    context.complete("What?", "", how, piece -> {});
                }
            }
        }
    }

    /** Loads a model that has a tensor too much, and prints by how many bytes the process has grown meanwhile. */
    static final class Refusals {
        private Refusals() {}

        public static void main(String[] arguments) throws IOException {
            load(Path.of(arguments[0]), WARM / 3);
            long before = resident();
            load(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            System.out.println(resident() - before);
        }

        private static void load(Path folder, int times) {
            Worker worker = new Worker(false);
            for (int i = 0; i < times; i++) {
                try (Checkpoint file = Checkpoint.open(folder)) {
                    worker.run(() -> {
                        DecoderShape shape = DecoderShape.of(file);
                        return Decoder.load(
                                file, shape, PrecisionPolicy.Choice.of(Place.PROCESSOR, Precision.F32), 1, 64);
                    });
                    throw new IllegalStateException("it was not refused");
                } catch (ModelException refused) {
                    // as it ought to be
                }
            }
        }
    }

    private static long resident() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
