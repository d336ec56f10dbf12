package warrant.orchestrator.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literals;
import warrant.graph.Triple;
import warrant.llm.ScriptedModel;
import warrant.orchestrator.retrieve.Candidate;
import warrant.orchestrator.retrieve.Fitness;
import warrant.orchestrator.retrieve.Harbour;
import warrant.orchestrator.retrieve.Nearness;
import warrant.orchestrator.retrieve.Question;

class JudgeTest {
    private final Harbour harbour = new Harbour();
    private Triple length;

    @BeforeEach
    void a_boat() {
        Entity tern = harbour.thing("Boat", "Arctic Tern");
        length = new Triple(tern, Harbour.NS + "length", Literals.canonical("12 m", Datatypes.QUANTITY));
        harbour.say(tern, length.relation(), length.object());
    }

    @AfterEach
    void close() {
        harbour.close();
    }

    private static final double UNLIKELY = 1e-6;

    /**
     * @param covered share of what the question names that the candidate holds
     * @param likelier probability of the question after a statement; after none it is unlikely
     */
    private Optional<Candidate> judged(double near, double covered, boolean unasked, double likelier) {
        var knowledge = harbour.knowledge();
        Question question = Question.of("Is the Arctic Tern long?", knowledge.names(), "en");
        ScriptedModel model = new ScriptedModel((text, asked) -> asked.contains("(none)") ? UNLIKELY : likelier);
        Fitness fitness = new Fitness(
                new Nearness(length.relation(), near, near, near, Set.of(), false),
                0,
                covered,
                0,
                true,
                unasked,
                false,
                false);
        Candidate candidate =
                new Candidate(length.relation(), Candidate.Kind.HOLDS, List.of(length), List.of(), null, fitness);
        return new Judge(knowledge, question, new Gate(model)).best(List.of(candidate));
    }

    @Test
    void what_fits_well_is_taken_without_the_model() {
        assertThat(judged(0.95, 0, false, 0)).isPresent();
    }

    @Test
    void what_fits_badly_is_not_taken_whatever_the_model_says() {
        assertThat(judged(0.3, 0, false, 1)).isEmpty();
    }

    @Test
    void between_them_the_model_may_veto() {
        assertThat(judged(0.6, 0, false, 0.9)).isPresent();
        assertThat(judged(0.6, 0, false, UNLIKELY)).isEmpty();
    }

    @Test
    void a_yes_to_something_else_is_not_given() {
        assertThat(judged(0.8, 0, true, 1)).isEmpty();
    }

    @Test
    void a_yes_that_passes_over_what_was_asked_about_is_not_given_however_near_it_is() {
        assertThat(judged(0.95, 0.7, true, 1)).isEmpty();
        assertThat(judged(0.95, 1, true, 1)).isPresent();
    }
}
