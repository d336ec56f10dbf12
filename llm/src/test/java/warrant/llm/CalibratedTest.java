package warrant.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import warrant.llm.Context.Question;

class CalibratedTest {
    private final AtomicInteger asked = new AtomicInteger();

    /** Says yes to everything with .8, and with .9 where the text speaks of it. */
    private final LanguageModel eager = new ScriptedModel((text, question) -> {
        asked.incrementAndGet();
        return text.contains("goods") && question.contains("goods") ? 0.9 : 0.8;
    });

    @Test
    void a_yes_counts_only_above_the_usual_yes() {
        try (Calibrated calibrated = new Calibrated(eager, "");
                Context context = eager.read("", "The supplier delivers the goods.")) {
            List<double[]> answers = calibrated.choose(
                    context, List.of(Question.yesNo("Are there goods?"), Question.yesNo("Is there a court?")));

            // .9 / .8 against .1 / .2
            assertThat(answers.get(0)[0]).isCloseTo(1.125 / 1.625, Offset.offset(1e-9));
            assertThat(answers.get(1)[0]).as("no more than usual").isCloseTo(0.5, Offset.offset(1e-9));
            assertThat(answers.get(0)[0] + answers.get(0)[1]).isCloseTo(1, Offset.offset(1e-9));
        }
    }

    @Test
    void what_is_usual_is_asked_once() {
        try (Calibrated calibrated = new Calibrated(eager, "");
                Context context = eager.read("", "x")) {
            List<Question> twice = List.of(Question.yesNo("Is it?"), Question.yesNo("Is it?"));
            calibrated.choose(context, twice);
            assertThat(asked.get()).isEqualTo(3);
            calibrated.choose(context, twice);
            assertThat(asked.get()).isEqualTo(5);
        }
    }

    @Test
    void an_option_that_is_never_said_does_not_win_by_a_hair() {
        LanguageModel model = new ScriptedModel((text, question) -> question.endsWith("never") ? 1e-7 : 1.0);
        try (Calibrated calibrated = new Calibrated(model, "");
                Context context = model.read("", "x")) {
            double[] answer = calibrated
                    .choose(context, List.of(new Question("When? ", "", List.of("never", "now"))))
                    .get(0);
            assertThat(answer[1]).isGreaterThan(0.99);
        }
    }

    @Test
    void a_model_can_answer_so_by_itself_under_a_profile_of_its_own() {
        try (CalibratedModel model = new CalibratedModel(eager);
                Context context = model.read("", "The supplier delivers the goods.")) {
            double[] answer =
                    context.choose(List.of(Question.yesNo("Are there goods?"))).get(0);

            assertThat(answer[0]).isCloseTo(1.125 / 1.625, Offset.offset(1e-9));
            assertThat(model.profile().id()).isNotEqualTo(eager.profile().id());
        }
    }
}
