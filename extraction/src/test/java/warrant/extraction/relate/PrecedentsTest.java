package warrant.extraction.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.extraction.relate.Demonstrations.Line;
import warrant.extraction.relate.Demonstrations.Shown;

final class PrecedentsTest {
    private static final Precedents PRECEDENTS = new Precedents(List.of(
            new Shown("Ness Mill grinds for Orr Bakers.", List.of(new Line("Ness Mill", "customer", "Orr Bakers"))),
            new Shown("Orr Bakers buy of Lund Mill.", List.of(new Line("Lund Mill", "customer", "Orr Bakers"))),
            new Shown("Tarn Mill burnt down near Orr Bakers.", List.of()),
            new Shown("Dale built Tarn Mill.", List.of(new Line("Tarn Mill", "built by", "Dale")))));

    @Test
    void what_examples_keep_saying_of_a_name_is_told_with_its_share() {
        List<Precedents.Precedent> found = PRECEDENTS.in("Corran Mill now grinds for orr bakers.", 0.3);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().relation()).isEqualTo("customer");
        assertThat(found.getFirst().share()).isCloseTo(2 / 4.0, within(1e-9));
    }

    @Test
    void what_one_example_says_is_no_precedent_for_itself() {
        assertThat(PRECEDENTS.in("Dale built Tarn Mill.", 0.3)).isEmpty();
        assertThat(PRECEDENTS.in("Ness Mill grinds for Orr Bakers.", 0.3))
                .extracting(Precedents.Precedent::share)
                .containsExactly(1 / 3.0);
    }

    @Test
    void a_part_of_a_word_is_not_the_name() {
        assertThat(PRECEDENTS.in("Daley built it.", 0.3)).isEmpty();
    }
}
