package warrant.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.Context.Question;

class RememberingModelTest {
    private static final List<Question> QUESTIONS = List.of(
            Question.yesNo("Is it late?"),
            new Question("Who pays?", "It is", List.of("the buyer", "the seller", "nobody")),
            Question.yesNo("Is it late?"));

    @TempDir
    Path folder;

    private int calls;

    /** An opinion that depends on all that is given to it, and counts how often it is asked. */
    private final LanguageModel inner = new ScriptedModel((text, question) -> {
        calls++;
        return 0.1 + 0.8 * new Random((text + "|" + question).hashCode()).nextDouble();
    });

    private RememberingModel model() {
        return new RememberingModel(inner, folder);
    }

    @Test
    void what_was_asked_once_is_not_asked_again_by_a_later_process() {
        List<double[]> chosen;
        List<List<Context.Score>> scored;
        try (RememberingModel model = model();
                Context context = model.read("", "A text.")) {
            chosen = context.choose(QUESTIONS);
            scored = context.score(QUESTIONS);
            assertThat(model.asked())
                    .as("the first and the last question are one")
                    .isEqualTo(4);
        }
        int before = calls;

        try (RememberingModel model = model();
                Context context = model.read("", "A text.")) {
            List<double[]> again = context.choose(QUESTIONS);
            for (int i = 0; i < QUESTIONS.size(); i++) {
                assertThat(again.get(i)).containsExactly(chosen.get(i));
            }
            assertThat(context.score(QUESTIONS)).isEqualTo(scored);
            assertThat(model.asked()).isZero();
            assertThat(model.remembered()).isEqualTo(6);
        }
        assertThat(calls).isEqualTo(before);
    }

    @Test
    void it_answers_as_the_model_itself_does() {
        try (RememberingModel model = model();
                Context remembered = model.read("", "A text.");
                Context itself = inner.read("", "A text.")) {
            assertThat(remembered.choose(QUESTIONS).get(1))
                    .containsExactly(itself.choose(QUESTIONS).get(1));
            assertThat(remembered.score(QUESTIONS)).isEqualTo(itself.score(QUESTIONS));
            assertThat(model.count("A text.")).isEqualTo(inner.count("A text."));
        }
    }

    @Test
    void another_text_system_question_lead_option_or_verb_is_another_decision() {
        try (RememberingModel model = model()) {
            List<Question> variants = List.of(
                    new Question("Q", "L", List.of("a", "b")),
                    new Question("QL", "", List.of("a", "b")),
                    new Question("Q", "", List.of("La", "b")),
                    new Question("Q", "L", List.of("b", "a")),
                    new Question("Q", "L", List.of("a", "b", "c")));
            for (String[] read : new String[][] {{"", "AB"}, {"A", "B"}, {"AB", ""}}) {
                try (Context context = model.read(read[0], read[1])) {
                    context.choose(variants);
                    context.score(variants);
                }
            }
            assertThat(model.asked()).isEqualTo(30);
        }
    }

    @Test
    void another_profile_is_another_model() {
        try (RememberingModel model = model();
                Context context = model.read("", "A text.")) {
            context.choose(QUESTIONS);
        }
        LanguageModel other = new Renamed(inner);
        try (RememberingModel model = new RememberingModel(other, folder);
                Context context = model.read("", "A text.")) {
            context.choose(QUESTIONS);
            assertThat(model.remembered())
                    .as("only the question that comes twice")
                    .isEqualTo(1);
        }
    }

    private record Renamed(LanguageModel inner) implements LanguageModel {
        @Override
        public ModelProfile profile() {
            return new ModelProfile("scripted", "0", "rough", "java");
        }

        @Override
        public Context read(String system, String text) {
            return inner.read(system, text);
        }

        @Override
        public int count(String text) {
            return inner.count(text);
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Test
    void a_folder_in_use_is_refused() {
        try (RememberingModel model = model()) {
            assertThat(model.remembered()).isZero();
            assertThatThrownBy(this::model).isInstanceOf(ModelException.class).hasMessageContaining("another process");
        }
        model().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 30})
    void a_frame_that_was_cut_off_is_forgotten_and_the_rest_kept(int cut) throws IOException {
        try (Decisions decisions = Decisions.open(folder, 1 << 20)) {
            decisions.put(Map.of(new Decisions.Key(1, 1), new double[] {0.5, 0.5}));
            decisions.put(Map.of(new Decisions.Key(2, 2), new double[] {0.25, 0.75}));
        }
        Path file = folder.resolve("recent");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - cut));

        try (Decisions decisions = Decisions.open(folder, 1 << 20)) {
            assertThat(decisions.find(new Decisions.Key(1, 1)))
                    .hasValueSatisfying(x -> assertThat(x).containsExactly(0.5, 0.5));
            assertThat(decisions.find(new Decisions.Key(2, 2))).isEmpty();
            decisions.put(Map.of(new Decisions.Key(3, 3), new double[] {1}));
        }
        try (Decisions decisions = Decisions.open(folder, 1 << 20)) {
            assertThat(decisions.find(new Decisions.Key(3, 3))).isPresent();
        }
    }

    @Test
    void damage_is_noticed_and_never_read_as_a_number() throws IOException {
        try (Decisions decisions = Decisions.open(folder, 1 << 20)) {
            decisions.put(Map.of(new Decisions.Key(1, 1), new double[] {0.5, 0.5}));
            decisions.put(Map.of(new Decisions.Key(2, 2), new double[] {0.25, 0.75}));
        }
        Path file = folder.resolve("recent");
        byte[] bytes = Files.readAllBytes(file);
        for (int at = bytes.length / 2; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged, StandardOpenOption.TRUNCATE_EXISTING);
            try (Decisions decisions = Decisions.open(folder, 1 << 20)) {
                assertThat(decisions.find(new Decisions.Key(2, 2))).isEmpty();
                assertThat(decisions.find(new Decisions.Key(1, 1))).isPresent();
            }
        }
    }

    @Test
    void the_size_has_a_limit_and_what_is_used_stays() throws IOException {
        try (Decisions decisions = Decisions.open(folder, 4000)) {
            decisions.put(Map.of(new Decisions.Key(0, 0), new double[] {0.5}));
            for (int i = 1; i < 1000; i++) {
                decisions.put(Map.of(new Decisions.Key(i, i), new double[] {i}));
                assertThat(decisions.find(new Decisions.Key(0, 0))).isPresent();
            }
            assertThat(decisions.find(new Decisions.Key(1, 1))).isEmpty();
            assertThat(decisions.find(new Decisions.Key(999, 999))).isPresent();
        }
        assertThat(Files.size(folder.resolve("recent")) + Files.size(folder.resolve("older")))
                .isLessThanOrEqualTo(4000);
    }

    @Test
    void a_killed_process_loses_at_most_what_it_was_writing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filling.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        int told = 0;
        try (var lines = process.inputReader()) {
            while (told < 2000) {
                told = Integer.parseInt(lines.readLine());
            }
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }

        try (Decisions decisions = Decisions.open(folder, Filling.BYTES)) {
            for (int i = 0; i <= told; i++) {
                assertThat(decisions.find(new Decisions.Key(i, i)))
                        .as("decision %s", i)
                        .isPresent();
            }
        }
    }

    /** Puts decisions until it is killed, and tells of every hundredth once it is kept. */
    static final class Filling {
        static final long BYTES = 8 << 20;

        private Filling() {}

        public static void main(String[] arguments) {
            try (Decisions decisions = Decisions.open(Path.of(arguments[0]), BYTES)) {
                IntStream.iterate(0, i -> i < 100_000, i -> i + 1).forEach(i -> {
                    decisions.put(new HashMap<>(Map.of(new Decisions.Key(i, i), new double[] {i, -i})));
                    if (i % 100 == 0) {
                        System.out.println(i);
                    }
                });
            }
        }
    }
}
