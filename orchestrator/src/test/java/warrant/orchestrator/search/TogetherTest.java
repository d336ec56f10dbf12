package warrant.orchestrator.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import warrant.llm.encoder.MiniLm;

class TogetherTest {
    private static final MiniLm ENCODER = MiniLm.open(1);

    private static final List<String> TEXTS = List.of(
            "The keeper of the harbour shall keep the harbour clean for all keepers of the harbour.",
            "Nets may be dried on the quay.",
            "Boats found adrift are sold.");

    private static final List<String> QUESTIONS = List.of(
            "The keeper of the harbour lets nets dry on the quay.",
            "The keeper of the harbour sells boats that are adrift.",
            "The keeper of the harbour keeps the harbour clean.");

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    @Test
    void what_all_questions_share_tells_none_apart() {
        Together together = Together.of(QUESTIONS, TEXTS, "en", new Meanings(() -> ENCODER));

        assertThat(together.best(0, 1)).extracting(Together.Match::text).containsExactly(1);
        assertThat(together.best(1, 1)).extracting(Together.Match::text).containsExactly(2);
        assertThat(together.best(2, 1)).extracting(Together.Match::text).containsExactly(0);
    }

    @Test
    void measures_keep_their_bounds() {
        Together together = Together.of(QUESTIONS, TEXTS, "en", new Meanings(() -> ENCODER));

        assertThat(together.best(1, 9))
                .hasSize(3)
                .allMatch(match -> match.covered() >= 0
                        && match.covered() <= 1
                        && match.score() >= 0
                        && match.score() <= 1
                        && Math.abs(match.meaning()) <= 1.000001);
    }

    @Test
    void one_question_and_no_text_are_no_errors() {
        Meanings meanings = new Meanings(() -> ENCODER);

        assertThat(Together.of(List.of("a"), List.of(), "en", meanings).best(0, 3))
                .isEmpty();
        assertThat(Together.of(List.of("nets"), TEXTS, "de", meanings).best(0, 3))
                .hasSize(3);
    }
}
