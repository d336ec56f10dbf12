package warrant.rules.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Triple;

class LogicProgramTest {
    private static final String NAMESPACE = "urn:warrant:program#";

    @Test
    void flags_and_relations_become_triples_and_a_contrary_is_a_statement_of_its_own() {
        LogicProgram program = LogicProgram.parse("""
                Facts:
                Tall(Ann, True) ::: Ann is tall.
                Tall(Bo, False)
                Sees(the cat, Bo, True)
                Sees(Bo, the cat, False)
                """);

        assertThat(program.facts())
                .containsExactly(
                        new Triple(entity("Ann"), NAMESPACE + "Tall", Literal.bool(true)),
                        new Triple(entity("Bo"), NAMESPACE + "Tall", Literal.bool(false)),
                        new Triple(entity("the+cat"), NAMESPACE + "Sees", entity("Bo")),
                        new Triple(entity("Bo"), NAMESPACE + "not.Sees", entity("the+cat")));
        assertThat(program.query()).isEmpty();
    }

    @Test
    void an_exclamation_mark_turns_an_atom() {
        LogicProgram program = LogicProgram.parse("Query:\n!Tall(Ann, True)\n");

        assertThat(program.query()).contains(new LogicAtom("Tall", List.of("Ann"), false));
    }

    @Test
    void rules_keep_all_conclusions() {
        LogicProgram program =
                LogicProgram.parse("Rules:\nA($x, True) && B($x, $y, True) >>> C($y, False) && D($x, True)");

        assertThat(program.unread()).isEmpty();
        assertThat(program.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.body()).hasSize(2);
            assertThat(rule.head()).hasSize(2);
        });
    }

    @Test
    void what_cannot_be_read_is_told_with_its_reason_and_the_rest_goes_on() {
        LogicProgram program = LogicProgram.parse("""
                Facts:
                Tall($x, True)
                Between(a, b, c, True)
                Tall(Ann, True)
                Rules:
                Tall($x, True) >>> Sees($x, $y, True)
                Tall($x, True) -> Old($x, True)
                """);

        assertThat(program.facts()).hasSize(1);
        assertThat(program.rules()).isEmpty();
        assertThat(program.unread())
                .satisfiesExactly(
                        line -> assertThat(line).contains("a variable"),
                        line -> assertThat(line).contains("3 things"),
                        line -> assertThat(line).contains("no condition binds"),
                        line -> assertThat(line).contains("one >>>"));
    }

    private static Entity entity(String name) {
        return new Entity(NAMESPACE + name);
    }
}
