package warrant.orchestrator.eval.contractnli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import warrant.orchestrator.search.Together.Match;

class EvidenceOrderTest {
    private static final List<String> LEASE = List.of(
            "The tenant shall not:", "(a) keep dogs;", "(b) sing; or", "(c) paint the door.", "Rent is due in March.");

    @Test
    void items_of_a_list_belong_to_the_span_that_leads_them_in() {
        LeadIns leadIns = LeadIns.of(LEASE);

        assertThat(IntStream.range(0, LEASE.size()).map(leadIns::of)).containsExactly(-1, 0, 0, 0, -1);
    }

    @Test
    void a_lead_in_is_evidence_with_its_items() {
        List<Match> found = List.of(found(1), found(4), found(3), found(2), found(0));

        assertThat(EvidenceOrder.of(LEASE, LeadIns.of(LEASE), "Tenant", found))
                .startsWith(0, 1)
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void without_lists_the_order_is_that_of_what_was_found() {
        List<String> spans = List.of("A deed.", "Rent is due.", "Dogs are kept.", "Doors are red.", "Nothing else.");
        List<Match> found = List.of(found(0), found(4), found(2), found(3), found(1));

        assertThat(EvidenceOrder.of(spans, LeadIns.of(spans), "Tenant", found)).startsWith(0);
    }

    @Test
    void what_defines_the_subject_comes_before_what_is_as_near() {
        List<String> spans = List.of(
                "A deed.",
                "Stock is sold.",
                "“Stock” shall mean corn, oats or hay.",
                "Doors are red.",
                "Stock is kept.");
        List<Match> found = List.of(found(1), found(4), found(0), found(2), found(3));

        assertThat(EvidenceOrder.of(spans, LeadIns.of(spans), "Stock", found)).containsSubsequence(2, 0);
        assertThat(EvidenceOrder.of(spans, LeadIns.of(spans), "Door", found)).containsSubsequence(0, 2);
    }

    private static Match found(int span) {
        return new Match(span, 0, 0, 0);
    }
}
