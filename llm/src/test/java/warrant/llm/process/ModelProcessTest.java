package warrant.llm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Context.Question;
import warrant.llm.Encoder;
import warrant.llm.Generation;
import warrant.llm.LanguageModel;
import warrant.llm.ModelException;
import warrant.llm.torch.Precision;
import warrant.llm.torch.Settings;
import warrant.llm.torch.TorchLanguageModel;
import warrant.llm.weights.GgufFixture;

/**
 * The native library is loaded in children only, except where their answers are compared with those of this process.
 */
class ModelProcessTest {
    private static final String TEXT = "The supplier shall deliver the goods to the customer within ten days.";
    private static final Settings TINY = Settings.of("tiny").withPrecision(Precision.F32);
    private static final List<Question> QUESTIONS = List.of(
            Question.yesNo("Is there a price?"), new Question("Who?", "It is", List.of("the supplier", "the court")));

    @TempDir
    static Path folder;

    private static Path file;
    private static ModelProcess process;
    private static LanguageModel model;

    @BeforeAll
    static void start() {
        file = GgufFixture.model(folder, "qwen2", 7);
        process = new ModelProcess(System.getProperty("java.class.path"), BreakingChild.class.getName());
        model = process.model(file, TINY);
    }

    @AfterAll
    static void end() {
        process.close();
    }

    @Test
    void a_child_answers_as_this_process_does() {
        try (LanguageModel here = TorchLanguageModel.open(file, TINY);
                Context near = here.read("Be exact.", TEXT);
                Context far = model.read("Be exact.", TEXT)) {
            assertThat(model.profile()).isEqualTo(here.profile());
            assertThat(model.count(TEXT)).isEqualTo(here.count(TEXT));
            assertThat(far.score(QUESTIONS)).isEqualTo(near.score(QUESTIONS));
            for (int q = 0; q < QUESTIONS.size(); q++) {
                assertThat(far.choose(QUESTIONS).get(q))
                        .containsExactly(near.choose(QUESTIONS).get(q));
            }
            for (Constraint constraint : List.of(
                    new Constraint.Free(),
                    new Constraint.OneOf(List.of("north", "south")),
                    new Constraint.SpanOf(TEXT, 3),
                    new Constraint.JsonSchema("{\"type\": \"boolean\"}"))) {
                assertThat(far.complete("Who?", "", constraint, 8)).isEqualTo(near.complete("Who?", "", constraint, 8));
            }
        }
    }

    @Test
    void a_child_encodes_texts_of_many_callers() {
        try (Encoder encoder = process.encoder(Optional.empty(), 1)) {
            List<float[]> vectors = encoder.encode(List.of("A dog barks.", "A hound bays.", "Interest is due."));

            assertThat(encoder.dimension()).isEqualTo(384);
            assertThat(product(vectors.get(0), vectors.get(0))).isBetween(0.999, 1.001);
            assertThat(product(vectors.get(0), vectors.get(1))).isGreaterThan(product(vectors.get(0), vectors.get(2)));
        }
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void errors_of_the_child_reach_the_caller_with_their_code() {
        assertThatThrownBy(() -> model.read("", TEXT.repeat(500)))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelException.Code.LIMIT))
                .hasMessageContaining("does not fit the window of 2048");
        assertThatThrownBy(() -> process.model(folder.resolve("none.gguf"), TINY))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("none.gguf");
    }

    @Test
    void a_killed_child_is_replaced_and_the_interrupted_call_answered()
            throws ExecutionException, InterruptedException, TimeoutException {
        try (Context context = model.read("", TEXT)) {
            List<double[]> before = context.choose(QUESTIONS);
            long first = process.pid();
            CompletableFuture<List<double[]>> call = CompletableFuture.supplyAsync(() -> {
                List<double[]> last = List.of();
                for (int i = 0; i < 2000 && process.pid() == first; i++) {
                    last = context.choose(QUESTIONS);
                }
                return last;
            });
            Thread.sleep(50);

            ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);

            List<double[]> after = call.get(60, TimeUnit.SECONDS);
            assertThat(process.pid()).isNotEqualTo(first).isPositive();
            for (int q = 0; q < QUESTIONS.size(); q++) {
                assertThat(after.get(q)).containsExactly(before.get(q));
            }
        }
    }

    @Test
    void a_native_abort_ends_the_child_and_is_an_error_to_the_caller_alone() {
        assertThatThrownBy(() -> model.count(BreakingChild.ABORT))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelException.Code.US))
                .hasMessageContaining("ended with code 134, twice during the same call");

        assertThat(model.count("yes")).isEqualTo(1);
    }

    @Test
    void an_interrupted_caller_need_not_wait() throws InterruptedException {
        assertThat(model.count("yes")).isEqualTo(1);
        Thread caller = Thread.ofVirtual().start(() -> model.count(BreakingChild.SLOW));
        Thread.sleep(100);

        caller.interrupt();

        assertThat(caller.join(java.time.Duration.ofSeconds(10))).isTrue();
        assertThat(model.count("yes")).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void a_listener_that_fails_ends_its_own_call_alone() {
        Generation how = Generation.greedy(new Constraint.OneOf(List.of("north", "south")), 8);
        try (Context context = model.read("", TEXT)) {
            assertThatThrownBy(() -> context.complete("Where?", "", how, piece -> {
                        throw new IllegalStateException("nobody hears");
                    }))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("nobody hears");
            assertThat(model.count("yes")).isEqualTo(1);
        }
    }

    @Test
    void a_child_ends_with_its_parent_however_that_ended() throws IOException, InterruptedException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = parent.inputReader()) {
            long child = Long.parseLong(lines.readLine());
            assertThat(ProcessHandle.of(child)).isPresent();

            parent.destroyForcibly();

            ProcessHandle.of(child)
                    .ifPresent(handle -> assertThat(handle.onExit()).succeedsWithin(java.time.Duration.ofSeconds(20)));
        }
    }

    /** Has a child and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (ModelProcess process = new ModelProcess(System.getProperty("java.class.path"))) {
                process.model(Path.of(arguments[0]), TINY);
                System.out.println(process.pid());
                Thread.sleep(60_000);
            }
        }
    }
}
