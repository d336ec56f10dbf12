package warrant.orchestrator.eval.contractnli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StanceTest {
    private static final Claim PERMITS = new Claim("The tenant may keep some dogs in the house.");
    private static final Claim FORBIDS = new Claim("The tenant shall not keep any dogs.");

    @Test
    void the_form_of_a_hypothesis_is_told_by_its_words_of_logic() {
        assertThat(PERMITS.permits()).isTrue();
        assertThat(PERMITS.forbids()).isFalse();
        assertThat(FORBIDS.forbids()).isTrue();
        assertThat(new Claim("The tenant may not sing.").permits()).isFalse();
        assertThat(new Claim("Stock shall only include corn.").excludes()).isTrue();
    }

    @Test
    void content_and_subject_are_without_words_of_logic() {
        assertThat(PERMITS.content()).isEqualTo("The tenant keep dogs in the house.");
        assertThat(new Claim("All Stock shall be marked.").subject()).isEqualTo("Stock");
        assertThat(new Claim("All may.").content()).isEqualTo(".");
        assertThat(new Claim("All").content()).isEqualTo("All");
    }

    @Test
    void a_bare_prohibition_bars_what_is_permitted_and_one_with_an_exception_does_not() {
        Stance bare = Stance.of(PERMITS, List.of("The tenant shall not keep dogs."));
        Stance excepted = Stance.of(PERMITS, List.of("The tenant shall not keep dogs unless they are small."));

        assertThat(bare).isEqualTo(new Stance(0, 1, 0, 1, 0, 0));
        assertThat(excepted).isEqualTo(new Stance(0, 0, 0, 1, 0, 0));
    }

    @Test
    void a_permission_frees_what_is_forbidden_and_counts_the_less_the_later_it_comes() {
        assertThat(Stance.of(FORBIDS, List.of("The tenant is free to keep dogs."))
                        .freed())
                .isEqualTo(1);
        assertThat(Stance.of(FORBIDS, List.of("Rent is due.", "Dogs may be kept."))
                        .freed())
                .isEqualTo(0.6);
        assertThat(Stance.of(FORBIDS, List.of("Dogs may not be kept.")).freed()).isZero();
    }

    @Test
    void what_excludes_is_opened_by_an_enumeration() {
        Claim claim = new Claim("Stock shall only include corn.");

        assertThat(Stance.of(claim, List.of("Stock is corn, oats, hay or straw."))
                        .opened())
                .isEqualTo(1);
        assertThat(Stance.of(claim, List.of("Stock is corn.")).opened()).isZero();
        assertThat(Stance.of(PERMITS, List.of("Stock is corn, oats, hay or straw."))
                        .opened())
                .isZero();
    }
}
