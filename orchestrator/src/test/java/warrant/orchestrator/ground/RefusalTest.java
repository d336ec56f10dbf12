package warrant.orchestrator.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import warrant.graph.Entity;
import warrant.orchestrator.ground.Answer.Reason;
import warrant.orchestrator.retrieve.Harbour;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.retrieve.Question;

class RefusalTest {
    private static final double NEITHER_NEAR_NOR_FAR = 0.5;

    private final Harbour harbour = new Harbour();

    @AfterEach
    void close() {
        harbour.close();
    }

    private Reason reason(String text) {
        Entity tern = harbour.thing("Boat", "Arctic Tern");
        Entity master = harbour.thing("Person", "Ida Kettle");
        harbour.say(tern, "owner", master);
        Knowledge knowledge = harbour.knowledge();
        Asked asked = new Asked(text, LocalDate.of(2025, 1, 1), Instant.EPOCH);
        Question question = Question.of(text, knowledge.names(), "en");
        Answer answer = new Refusal(knowledge, asked, List.of()).of(question, NEITHER_NEAR_NOR_FAR);
        return ((Answer.Unsupported) answer).reason();
    }

    @Test
    void what_nothing_in_the_matter_is_about_is_out_of_its_scope() {
        assertThat(reason("Which orchestra played the loudest symphony?")).isEqualTo(Reason.OUT_OF_SCOPE);
    }

    @Test
    void a_name_that_stands_only_beside_others_does_not_make_a_question_one_of_the_matter() {
        assertThat(reason("Which orchestra played the loudest symphony for Ida Kettle?"))
                .isEqualTo(Reason.OUT_OF_SCOPE);
    }

    @Test
    void of_something_that_is_told_of_a_fact_is_missing() {
        assertThat(reason("Which orchestra played on the Arctic Tern?")).isEqualTo(Reason.MISSING_FACT);
    }
}
