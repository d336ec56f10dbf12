package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Ending;
import warrant.llm.Context.Piece;
import warrant.llm.Context.Token;
import warrant.llm.Generation;
import warrant.llm.Message;
import warrant.llm.ModelException;
import warrant.llm.Sampling;
import warrant.llm.weights.GgufFixture;

/** Models with random weights: what they write makes no sense, but it must be the same however it is written. */
class WritingTest {
    private static final String TEXT = "The supplier shall deliver the goods to the customer within ten days. ";
    private static final Generation FREE = Generation.greedy(new Constraint.Free(), 40);

    @TempDir
    Path folder;

    private TorchLanguageModel open(String kind, Precision precision) {
        Path file = precision == Precision.INT4
                ? GgufFixture.fourBits(folder, kind, 7)
                : GgufFixture.model(folder, kind, 7);
        return TorchLanguageModel.open(file, Settings.of("tiny").withPrecision(precision));
    }

    static Stream<Arguments> models() {
        return Stream.concat(
                Stream.of("llama", "qwen3").map(kind -> Arguments.of(kind, Precision.F32)),
                Stream.of(Precision.values()).map(precision -> Arguments.of("qwen2", precision)));
    }

    private static List<Generation> ways() {
        return List.of(
                FREE,
                FREE.with(Sampling.at(1, 1)),
                FREE.with(new Sampling(0.7, 20, 0.9, 0.01, 1.2, 2)),
                Generation.greedy(new Constraint.SpanOf(TEXT, 6), 40),
                Generation.greedy(
                        new Constraint.JsonSchema("{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}"), 40),
                Generation.greedy(new Constraint.OneOf(List.of("north", "south")), 40),
                FREE.with(Sampling.at(2, 5)),
                Generation.greedy(new Constraint.Free(), 9),
                FREE.stoppedBy(List.of("e")),
                FREE.telling(3));
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_is_written_side_by_side_is_what_is_written_alone(String kind, Precision precision) {
        Assumptions.assumeTrue(Machine.here().supports(precision));
        try (TorchLanguageModel model = open(kind, precision);
                Context small = model.read("", TEXT);
                Context large = model.read("Be exact.", TEXT.repeat(9))) {
            List<Completion> alone = new ArrayList<>();
            for (Generation way : ways()) {
                alone.add(small.complete("Who?", "", way, piece -> {}));
                alone.add(large.complete("Who is it, and when?", "It is", way, piece -> {}));
            }
            List<CompletableFuture<Completion>> together = new ArrayList<>();
            for (Generation way : ways()) {
                together.add(CompletableFuture.supplyAsync(
                        () -> small.complete("Who?", "", way, piece -> {}),
                        task -> Thread.ofVirtual().start(task)));
                together.add(CompletableFuture.supplyAsync(
                        () -> large.complete("Who is it, and when?", "It is", way, piece -> {}),
                        task -> Thread.ofVirtual().start(task)));
            }

            assertThat(together.stream().map(CompletableFuture::join)).containsExactlyElementsOf(alone);
        }
    }

    @Test
    void guessing_does_not_change_what_is_written() {
        try (TorchLanguageModel model = open("qwen2", Precision.F32);
                TorchContext context = (TorchContext) model.read("", TEXT.repeat(3))) {
            int[] tokens = context.suffix("Who?", "");
            List<Integer> plain = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int[] sofar = plain.stream().mapToInt(token -> token).toArray();
                float[] logits = context.after(TorchLanguageModel.join(tokens, sofar));
                plain.add(IntStream.range(0, logits.length).reduce(0, (a, b) -> logits[b] > logits[a] ? b : a));
            }
            Completion completion = context.complete("Who?", "", FREE, piece -> {});

            assertThat(completion.text()).isEqualTo(model.tokenizer().decode(plain.subList(0, completion.tokens())));
        }
    }

    @Test
    void pieces_make_up_the_text_and_tokens_are_told_with_alternatives() {
        try (TorchLanguageModel model = open("qwen2", Precision.F32);
                Context context = model.read("", TEXT)) {
            List<Piece> pieces = new ArrayList<>();
            Completion completion = context.complete("Who?", "", FREE.telling(4), pieces::add);

            assertThat(String.join("", pieces.stream().map(Piece::text).toList()))
                    .isEqualTo(completion.text());
            assertThat(pieces.stream().flatMap(piece -> piece.tokens().stream()))
                    .containsExactlyElementsOf(completion.told());
            assertThat(completion.told()).hasSize(completion.tokens());
            assertThat(completion.told().stream()
                            .mapToDouble(Token::logProbability)
                            .sum())
                    .isCloseTo(completion.logProbability(), within(1e-9));
            for (Token token : completion.told()) {
                assertThat(token.alternatives()).hasSize(4);
                assertThat(token.alternatives().get(0).logProbability())
                        .as("greedy takes the likeliest")
                        .isEqualTo(token.logProbability());
            }
        }
    }

    @Test
    void an_answer_ends_where_it_is_told_to() {
        try (TorchLanguageModel model = open("qwen2", Precision.F32);
                Context context = model.read("", TEXT)) {
            String whole = context.complete("Who?", "", FREE, piece -> {}).text();
            String stop = whole.substring(whole.length() / 2, whole.length() / 2 + 3);

            Completion stopped = context.complete("Who?", "", FREE.stoppedBy(List.of(stop)), piece -> {});
            Completion late = context.complete("Who?", "", FREE.within(Duration.ZERO), piece -> {});

            assertThat(stopped.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
            assertThat(stopped.ending()).isEqualTo(Ending.STOP);
            assertThat(late.ending()).isEqualTo(Ending.TIME);
            assertThat(whole).startsWith(late.text());
        }
    }

    @Test
    void the_same_seed_gives_the_same_text_and_another_seed_another() {
        try (TorchLanguageModel model = open("qwen2", Precision.F32);
                Context context = model.read("", TEXT)) {
            List<String> texts = IntStream.of(1, 1, 2)
                    .mapToObj(seed -> context.complete("Who?", "", FREE.with(Sampling.at(1, seed)), piece -> {})
                            .text())
                    .toList();

            assertThat(texts.get(0)).isEqualTo(texts.get(1)).isNotEqualTo(texts.get(2));
        }
    }

    @Test
    void who_is_interrupted_stops_waiting_and_the_others_go_on() throws InterruptedException {
        try (TorchLanguageModel model = open("qwen2", Precision.F32);
                Context context = model.read("", TEXT)) {
            String expected = context.complete("Who?", "", FREE, piece -> {}).text();
            Generation longer = Generation.greedy(new Constraint.JsonSchema("{\"type\":\"string\"}"), 1500);
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    context.complete("Who?", "", longer, piece -> begun.countDown());
                } catch (ModelException interrupted) {
                    failure.complete(interrupted);
                }
            });
            begun.await();
            caller.interrupt();

            assertThat(context.complete("Who?", "", FREE, piece -> {}).text()).isEqualTo(expected);
            assertThat(failure.join()).hasMessageContaining("interrupted");
        }
    }

    @Test
    void a_conversation_is_answered_as_the_same_text_that_was_asked_about() {
        try (TorchLanguageModel model = open("qwen2", Precision.F32);
                Context asked = model.read("Be exact.", TEXT);
                Context conversation = model.converse(List.of(
                        new Message(Message.Role.SYSTEM, "Be exact."),
                        new Message(Message.Role.USER, TEXT + "<|im_end|>Who?")))) {
            assertThat(conversation.complete("", "", FREE, piece -> {}).text())
                    .isEqualTo(asked.complete("<|im_end|>Who?", "", FREE, piece -> {})
                            .text());
            assertThatThrownBy(() -> conversation.complete("Who?", "", FREE, piece -> {}))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("not asked about");
        }
    }

    @Test
    void bytes_of_tokens_are_those_of_the_text() {
        try (TorchLanguageModel model = open("qwen2", Precision.F32);
                Context context = model.read("", TEXT)) {
            Completion completion = context.complete(
                    "Who?",
                    "",
                    Generation.greedy(new Constraint.OneOf(List.of("yes")), 9).telling(1),
                    p -> {});
            byte[] bytes = new byte[3];
            int at = 0;
            for (Token token : completion.told()) {
                for (int octet : token.utf8()) {
                    bytes[at++] = (byte) octet;
                }
            }
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("yes");
        }
    }
}
