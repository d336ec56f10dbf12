package warrant.orchestrator.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.graph.Change;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.graph.MatterStore;
import warrant.graph.Origin;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.graph.memory.MemoryStore;
import warrant.orchestrator.review.Calibration.Judged;

class ReviewTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Origin.Asserted REVIEWER = new Origin.Asserted("ada", "read it");

    private final MatterStore store = new MemoryStore().matter("small");
    private final Review review = new Review(store);

    private Triple found(int number, double confidence) {
        Triple triple = new Triple(
                new Entity("urn:x:p" + number), "urn:x:amount", new Literal("EUR " + number + ".00", Datatypes.MONEY));
        Origin.Extracted origin = new Origin.Extracted(
                List.of(new Quotation(new Span("d", "1", number, number + 3, null), "EUR")), confidence, "model", "m");
        store.apply(List.of(new Change.Open(triple, Interval.ALWAYS, "support" + number, origin)), NOW);
        return triple;
    }

    private List<Triple> queue() {
        return new Queue(store)
                .uncertain(0.9, 10, NOW.plusSeconds(5)).stream()
                        .map(Statement::triple)
                        .toList();
    }

    private Statement statement(Triple triple) {
        return review.find(Review.id(triple, Interval.ALWAYS), NOW.plusSeconds(5));
    }

    @Test
    void the_least_sure_come_first_and_leave_when_they_are_judged() {
        Triple second = found(1, 0.8);
        Triple first = found(2, 0.65);
        Triple third = found(3, 0.85);
        found(4, 0.95);
        assertThat(queue()).containsExactly(first, second, third);

        review.confirm(statement(first), REVIEWER, NOW.plusSeconds(1));
        review.reject(statement(second), REVIEWER, NOW.plusSeconds(1));
        Triple better = new Triple(third.subject(), third.relation(), new Literal("EUR 9.00", Datatypes.MONEY));
        review.correct(statement(third), better, Interval.ALWAYS, REVIEWER, NOW.plusSeconds(1));

        assertThat(queue()).isEmpty();
        assertThat(statement(first).supports())
                .anyMatch(support -> support.origin().equals(REVIEWER))
                .hasSize(2);
        assertThat(statement(better).supports())
                .anyMatch(support -> support.origin().equals(REVIEWER));
        List<Verdicts.Verdict> verdicts = new Verdicts(store).all();
        assertThat(verdicts).extracting(Verdicts.Verdict::right).containsExactlyInAnyOrder(true, false, false);
        assertThat(verdicts.getLast().instead()).contains("urn:x:p3");
    }

    @Test
    void calibration_is_the_weighted_gap_between_confidence_and_what_is_right() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            judged.add(new Judged("r", 0.95, i < 9));
            judged.add(new Judged("r", 0.65, i < 3));
        }

        Calibration calibration = Calibration.of(judged);

        assertThat(calibration.count()).isEqualTo(20);
        assertThat(calibration.bins()).hasSize(2);
        assertThat(calibration.error()).isCloseTo(0.5 * 0.05 + 0.5 * 0.35, within(1e-9));
        assertThat(Calibration.thresholds(judged, 0.9, 5)).containsEntry("r", 0.95);
        assertThat(Calibration.thresholds(judged, 0.6, 5)).containsEntry("r", 0.65);
        assertThat(Calibration.thresholds(judged, 0.99, 5).get("r")).isGreaterThan(1);
        assertThat(Calibration.thresholds(judged, 0.9, 50)).isEmpty();
    }
}
