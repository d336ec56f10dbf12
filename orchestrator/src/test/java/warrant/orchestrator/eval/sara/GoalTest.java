package warrant.orchestrator.eval.sara;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTest {
    @Test
    void a_goal_is_cut_at_its_outer_commas() {
        Goal goal = Goal.parse(
                "(s1_x(kim,Amount,[a,b],_),\n  var(Amount),\n  s2_y(\"a, b\",'nando's inn',\"2011-03-01\",7.5))");

        assertThat(goal.atoms()).extracting(Goal.Atom::predicate).containsExactly("s1_x", "var", "s2_y");
        assertThat(goal.atoms().getFirst().places())
                .containsExactly(
                        new GoalTerm.Name("kim"),
                        new GoalTerm.Unknown("Amount"),
                        new GoalTerm.Several(List.of(new GoalTerm.Name("a"), new GoalTerm.Name("b"))),
                        GoalTerm.Anything.ANYTHING);
        assertThat(goal.atoms().getLast().places())
                .containsExactly(
                        new GoalTerm.Name("a, b"),
                        new GoalTerm.Name("nando's inn"),
                        new GoalTerm.Day(LocalDate.of(2011, 3, 1)),
                        new GoalTerm.Numeral(new BigDecimal("7.5")));
    }
}
