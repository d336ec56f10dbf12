package warrant.orchestrator.eval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final List<String> FOUND = List.of("a", "x", "b", "y", "c");
    private static final Set<String> RELEVANT = Set.of("a", "b", "d");

    @Test
    void average_precision_counts_what_is_not_found() {
        assertThat(Ranking.averagePrecision(FOUND, RELEVANT)).isCloseTo((1 + 2 / 3.0) / 3, within(1e-12));
    }

    /** Worked by hand: gains 3 and 1 at ranks 1 and 3, the best order 3, 2, 1. */
    @Test
    void ndcg_discounts_by_the_logarithm_of_the_rank() {
        double got = 3 + 1 / 2.0;
        double best = 3 + 2 / (Math.log(3) / Math.log(2)) + 1 / 2.0;

        assertThat(Ranking.ndcg(FOUND, Map.of("a", 3, "b", 1, "d", 2), 10)).isCloseTo(got / best, within(1e-12));
    }

    @Test
    void recall_and_precision_look_at_the_first() {
        assertThat(Ranking.recall(FOUND, RELEVANT, 1)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(Ranking.precision(FOUND, RELEVANT, 4)).isEqualTo(0.5);
    }

    @Test
    void nothing_relevant_is_no_error() {
        assertThat(Ranking.averagePrecision(FOUND, Set.of())).isZero();
        assertThat(Ranking.ndcg(FOUND, Map.of(), 10)).isZero();
        assertThat(Ranking.recall(FOUND, Set.of(), 5)).isZero();
    }
}
