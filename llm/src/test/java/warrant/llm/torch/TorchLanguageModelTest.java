package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.IValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Question;
import warrant.llm.Context.Score;
import warrant.llm.ModelException;
import warrant.llm.weights.Gguf;
import warrant.llm.weights.GgufFixture;

/** Models with random weights: they say nothing of sense, but what must be equal must be equal. */
class TorchLanguageModelTest {
    private static final String TEXT = "The supplier shall deliver the goods to the customer within ten days.";

    @TempDir
    Path folder;

    private TorchLanguageModel open(String kind) {
        return open(kind, Precision.F32);
    }

    private TorchLanguageModel open(String kind, Precision precision) {
        return TorchLanguageModel.open(
                GgufFixture.model(folder, kind, 7), Settings.of("tiny").withPrecision(precision));
    }

    private static List<Question> questions() {
        return List.of(
                Question.yesNo("Is there the price?"),
                Question.yesNo("Is there the supplier, and who is it?"),
                new Question("Who?", "It is", List.of("the supplier", "the customer", "the court")),
                new Question("When?", "", List.of("in ten days", "in ten weeks")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "qwen2", "qwen3"})
    void logits_are_those_of_the_formulas_in_f64(String kind) {
        try (TorchLanguageModel model = open(kind);
                Gguf file = Gguf.open(GgufFixture.model(folder, kind, 7))) {
            int[] tokens = Arrays.copyOf(model.tokenizer().encode(TEXT), 24);
            double[][] expected = new PlainDecoder(file).logits(tokens);
            // logits reach 40 here, of which F32 keeps seven digits

            float[][] logits = model.logits(tokens);

            for (int t = 0; t < tokens.length; t++) {
                for (int token = 0; token < expected[t].length; token++) {
                    assertThat((double) logits[t][token])
                            .as("%s, position %d, token %d", kind, t, token)
                            .isCloseTo(expected[t][token], Offset.offset(2e-4));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "qwen2", "qwen3"})
    void questions_asked_together_are_answered_as_if_asked_alone(String kind) {
        try (TorchLanguageModel model = open(kind);
                Context context = model.read("Be exact.", TEXT)) {
            List<double[]> together = context.choose(questions());

            for (int q = 0; q < together.size(); q++) {
                double[] alone = context.choose(List.of(questions().get(q))).get(0);
                assertThat(together.get(q)).containsExactly(alone, Offset.offset(1e-5));
                assertThat(Arrays.stream(alone).sum()).isCloseTo(1, Offset.offset(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "qwen2", "qwen3"})
    void what_is_read_in_pieces_is_as_if_read_at_once(String kind) {
        try (TorchLanguageModel model = open(kind)) {
            int[] tokens = model.tokenizer().encode(TEXT.repeat(6));
            float[][] whole = model.logits(tokens);
            for (int cut : new int[] {1, 100, tokens.length - 2}) {
                try (TorchContext context = model.open("", Arrays.copyOf(tokens, cut))) {
                    float[] pieces = context.after(Arrays.copyOfRange(tokens, cut, tokens.length));
                    assertThat(pieces).containsExactly(whole[tokens.length - 1], Offset.offset(1e-4f));
                }
            }
        }
    }

    @Test
    void what_begins_like_a_text_read_before_is_not_read_again_and_the_numbers_are_the_same() {
        String begin = TEXT.repeat(10);
        List<String> texts = List.of(begin + "It ends.", begin + "It goes on, and on.", begin, begin + "It ends.");
        try (TorchLanguageModel model = open("qwen2")) {
            int tokens = model.count(begin);
            assertThat(tokens).isBetween(2 * TorchLanguageModel.BATCH_TOKENS, 3 * TorchLanguageModel.BATCH_TOKENS);
            for (String text : texts) {
                try (TorchLanguageModel fresh = open("qwen2");
                        Context alone = fresh.read("", text);
                        Context after = model.read("", text)) {
                    for (int q = 0; q < questions().size(); q++) {
                        assertThat(after.choose(questions()).get(q))
                                .containsExactly(alone.choose(questions()).get(q));
                    }
                    assertThat(after.complete("Who?", "", new Constraint.Free(), 4))
                            .isEqualTo(alone.complete("Who?", "", new Constraint.Free(), 4));
                }
            }
            assertThat(model.prefixes().reused())
                    .as("two pieces twice, and a whole text")
                    .isGreaterThanOrEqualTo(4L * TorchLanguageModel.BATCH_TOKENS + tokens);
        }
    }

    @Test
    void what_was_read_longest_ago_is_forgotten_when_memory_runs_out() {
        try (TorchLanguageModel model = open("llama")) {
            Prefixes prefixes = new Prefixes(model.decoder(), 25);
            List<int[]> texts = List.of(
                    new int[10],
                    IntStream.range(1, 11).toArray(),
                    IntStream.range(2, 12).toArray());
            long reused = model.worker().run(() -> {
                for (int[] text : texts) {
                    try (IValue state = model.decoder().start()) {
                        prefixes.keep(text, state);
                    }
                }
                for (int[] text : texts) {
                    prefixes.find(text).state().close();
                }
                prefixes.close();
                return prefixes.reused();
            });
            assertThat(reused).as("the first of three is forgotten").isEqualTo(20);
        }
    }

    @Test
    void scores_are_the_log_probabilities_of_the_options_tokens() {
        try (TorchLanguageModel model = open("qwen2");
                TorchContext context = (TorchContext) model.read("", TEXT)) {
            List<Score> scores = context.score(List.of(questions().get(3))).get(0);

            int[] question = context.suffix("When?", "");
            for (int o = 0; o < 2; o++) {
                int[] option =
                        model.tokenizer().encode(questions().get(3).options().get(o));
                double sum = 0;
                for (int t = 0; t < option.length; t++) {
                    float[] logits = context.after(TorchLanguageModel.join(question, Arrays.copyOf(option, t)));
                    double norm = Math.log(IntStream.range(0, logits.length)
                            .mapToDouble(i -> Math.exp(logits[i]))
                            .sum());
                    sum += logits[option[t]] - norm;
                }
                assertThat(scores.get(o).tokens()).isEqualTo(option.length);
                assertThat(scores.get(o).logProbability()).isCloseTo(sum, Offset.offset(1e-3));
            }
        }
    }

    @Test
    void many_questions_are_cut_into_batches_and_still_right() {
        try (TorchLanguageModel model = open("llama");
                Context context = model.read("", TEXT)) {
            List<Question> many = IntStream.range(0, 60)
                    .mapToObj(i -> Question.yesNo(i + " is a number of the days, is it not, says the text?"))
                    .toList();

            List<double[]> together = context.choose(many);

            assertThat(together.get(59))
                    .containsExactly(context.choose(many.subList(59, 60)).get(0), Offset.offset(1e-5));
        }
    }

    @Test
    void answers_obey_their_constraint() {
        try (TorchLanguageModel model = open("qwen2");
                Context context = model.read("", TEXT)) {
            Completion span = context.complete("Who?", "", new Constraint.SpanOf(TEXT, 4), 60);
            Completion one =
                    context.complete("Who?", "It is:", new Constraint.OneOf(List.of("yes", "no", "north")), 60);
            Completion free = context.complete("Who?", "", new Constraint.Free(), 5);

            assertThat(TEXT).contains(span.text());
            assertThat(span.text().split(" ").length).isBetween(1, 4);
            assertThat(one.text()).isIn("yes", "no", "north");
            assertThat(free.tokens()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void the_same_call_from_many_threads_gives_the_same_numbers() {
        try (TorchLanguageModel model = open("qwen2");
                Context context = model.read("", TEXT)) {
            List<double[]> expected = context.choose(questions());

            List<CompletableFuture<List<double[]>>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(CompletableFuture.supplyAsync(() -> context.choose(questions())));
            }

            for (CompletableFuture<List<double[]>> call : calls) {
                List<double[]> numbers = call.join();
                for (int q = 0; q < expected.size(); q++) {
                    assertThat(numbers.get(q)).isEqualTo(expected.get(q));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void every_precision_is_near_f32(Precision precision) {
        Assumptions.assumeTrue(Machine.here().supports(precision));
        try (TorchLanguageModel exact = open("qwen2");
                TorchLanguageModel model = open("qwen2", precision)) {
            int[] tokens = exact.tokenizer().encode(TEXT);
            float[] want = exact.logits(tokens)[tokens.length - 1];
            float[] have = model.logits(tokens)[tokens.length - 1];

            double error = 0;
            double size = 0;
            for (int i = 0; i < want.length; i++) {
                error += Math.pow(want[i] - have[i], 2);
                size += Math.pow(want[i], 2);
            }
            assertThat(Math.sqrt(error / size)).isLessThan(0.05);
            assertThat(model.profile().precision()).isEqualTo(precision.id());
        }
    }

    @Test
    void what_does_not_fit_is_refused() {
        try (TorchLanguageModel model = open("llama");
                Context context = model.read("", TEXT)) {
            assertThatThrownBy(() -> model.read("", TEXT.repeat(500)))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("does not fit the window of 2048");
            assertThatThrownBy(() -> context.choose(List.of(Question.yesNo(TEXT.repeat(500)))))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("does not fit");
            assertThatThrownBy(() -> context.complete("Who?", "", new Constraint.Free(), 5000))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("do not fit");
        }
    }

    @Test
    void a_waiting_caller_can_be_interrupted() {
        try (TorchLanguageModel model = open("llama")) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> model.read("", TEXT))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            model.read("", TEXT).close();
        }
    }

    @Test
    void a_closed_model_says_so() {
        TorchLanguageModel model = open("llama");
        model.close();

        assertThatThrownBy(() -> model.read("", TEXT))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("has been closed");
    }
}
