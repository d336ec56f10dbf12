package warrant.orchestrator.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 100).boxed().toList();

    @Test
    void every_stratum_has_its_share_whatever_the_limit() {
        List<Integer> sample = Sample.of(NUMBERS, n -> n < 80 ? "many" : "few", 10, 7);

        assertThat(sample).hasSize(10).isSorted();
        assertThat(sample.stream().filter(n -> n >= 80)).hasSize(2);
    }

    @Test
    void the_same_seed_gives_the_same_sample_and_another_another() {
        assertThat(Sample.of(NUMBERS, n -> "", 10, 7)).isEqualTo(Sample.of(NUMBERS, n -> "", 10, 7));
        assertThat(Sample.of(NUMBERS, n -> "", 10, 7)).isNotEqualTo(Sample.of(NUMBERS, n -> "", 10, 8));
    }

    @Test
    void without_a_limit_all_come() {
        assertThat(Sample.of(NUMBERS, n -> "", 0, 7)).isEqualTo(NUMBERS);
        assertThat(Sample.of(NUMBERS, n -> "", 1000, 7)).isEqualTo(NUMBERS);
    }
}
