package warrant.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. The test of a store extends this and says where the store comes from. */
public abstract class StoreContract {
    protected static final Instant MONDAY = Instant.parse("2025-03-03T08:00:00.123456789Z");
    protected static final Instant TUESDAY = Instant.parse("2025-03-04T08:00:00Z");
    protected static final Instant WEDNESDAY = Instant.parse("2025-03-05T08:00:00Z");

    private final String name = "matter " + UUID.randomUUID();
    protected MatterStore matter;

    /** @return the store under test; it stays open after the test */
    protected abstract Store store();

    @SuppressWarnings("NullAway.Init")
    protected StoreContract() {}

    @BeforeEach
    void make_a_matter() {
        matter = store().matter(name);
    }

    @AfterEach
    void erase_the_matter() {
        store().erase(name);
    }

    @Test
    void a_new_matter_is_empty_and_listed() {
        assertThat(matter.documents()).isEmpty();
        assertThat(matter.statements(Instant.MAX)).isEmpty();
        assertThat(matter.history(List.of())).isEmpty();
        assertThat(matter.kept("jobs")).isEmpty();
        assertThat(store().matters()).contains(name).isSorted();
        assertThatThrownBy(() -> store().matter(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_document_comes_back_as_it_was_put() {
        Document document =
                Samples.document("contracts/lease.pdf", "Rent is due.\n\u00e4\ud83d\ude00 \u5408\u540c", "");
        Document undated = Samples.document("a.txt", "x");
        List<Passage> passages = List.of(Samples.passage(document, 0, 4), Samples.passage(document, 5, 12));

        matter.put(document, passages);
        matter.put(undated, List.of());

        assertThat(matter.documents()).containsExactly(undated, document);
        assertThat(matter.document(document.id())).contains(document);
        assertThat(matter.passages(document.id())).isEqualTo(passages);
        assertThat(matter.passages("nobody")).isEmpty();
        assertThat(matter.document("nobody")).isEmpty();
    }

    @Test
    void putting_a_document_again_replaces_it() {
        Document before = Samples.document("lease.pdf", "one", "two", "three");
        Document after = new Document(
                before.id(), before.name(), before.hash(), "text/plain", "Lease", null, "reader 2", List.of());

        matter.put(before, List.of(Samples.passage(before, 0, 3)));
        matter.put(after, List.of());
        matter.put(after, List.of());

        assertThat(matter.documents()).containsExactly(after);
        assertThat(matter.passages(before.id())).isEmpty();
    }

    @Test
    void a_removed_document_is_not_listed_but_can_be_shown_and_put_again() {
        Document document = Samples.document("lease.pdf", "Rent is due.");
        List<Passage> passages = List.of(Samples.passage(document, 0, 4));
        matter.put(document, passages);

        matter.remove(document.id());
        matter.remove(document.id());
        matter.remove("nobody");

        assertThat(matter.documents()).isEmpty();
        assertThat(matter.document(document.id())).contains(document);
        matter.put(document, passages);
        assertThat(matter.documents()).containsExactly(document);
    }

    @Test
    void a_passage_of_another_document_is_refused() {
        Document one = Samples.document("one.txt", "text");
        Document other = Samples.document("other.txt", "text");

        assertThatThrownBy(() -> matter.put(one, List.of(Samples.passage(other, 0, 4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(one.id());
        assertThat(matter.documents()).isEmpty();
    }

    @Test
    void statements_come_back_with_every_kind_of_support() {
        Document document = Samples.document("lease.pdf", "Rent is due.");
        List<Change> changes = Samples.oneOfEach(document);

        matter.apply(changes, MONDAY);

        List<Statement> expected = changes.stream()
                .map(change -> (Change.Open) change)
                .map(open -> new Statement(
                        open.triple(), open.valid(), List.of(new Support(open.support(), open.origin(), MONDAY, null))))
                .sorted(StatementOrder.INSTANCE)
                .toList();
        assertThat(matter.statements(Instant.MAX)).isEqualTo(expected);
        assertThat(matter.history(List.of())).isEqualTo(expected);
    }

    @Test
    void equal_triples_of_different_validity_are_different_statements_and_of_equal_validity_one() {
        Triple triple = Samples.triple("a", "occupies", "b");
        Interval year = new Interval(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));

        matter.apply(
                List.of(
                        Samples.said(triple, Interval.ALWAYS, "Ann"),
                        Samples.said(triple, year, "Ann"),
                        Samples.said(triple, year, "Ben")),
                MONDAY);

        assertThat(matter.statements(MONDAY)).extracting(Statement::valid).containsExactly(Interval.ALWAYS, year);
        assertThat(matter.statements(MONDAY).getLast().supports()).hasSize(2);
    }

    @Test
    void opening_what_is_open_and_closing_what_is_not_changes_nothing() {
        Change.Open open = Samples.said(Samples.triple("a", "knows", "b"), Interval.ALWAYS, "Ann");

        matter.apply(List.of(new Change.Close(open.support())), MONDAY);
        matter.apply(List.of(open, open), MONDAY);
        List<Statement> once = matter.history(List.of());
        matter.apply(List.of(open), TUESDAY);
        assertThat(matter.history(List.of())).isEqualTo(once);

        matter.apply(List.of(new Change.Close(open.support())), TUESDAY);
        List<Statement> closed = matter.history(List.of());
        matter.apply(List.of(new Change.Close(open.support()), new Change.Close("nobody")), WEDNESDAY);
        assertThat(matter.history(List.of())).isEqualTo(closed);
    }

    @Test
    void what_was_known_on_a_day_can_be_asked_after_it_was_withdrawn() {
        Change.Open open = Samples.said(Samples.triple("a", "knows", "b"), Interval.ALWAYS, "Ann");

        matter.apply(List.of(open), MONDAY);
        matter.apply(List.of(new Change.Close(open.support())), WEDNESDAY);

        assertThat(matter.statements(MONDAY.minusNanos(1))).isEmpty();
        assertThat(matter.statements(Instant.MIN)).isEmpty();
        assertThat(matter.statements(MONDAY)).hasSize(1);
        assertThat(matter.statements(TUESDAY)).hasSize(1);
        assertThat(matter.statements(WEDNESDAY)).isEmpty();
        assertThat(matter.history(List.of()).getFirst().supports().getFirst().closed())
                .isEqualTo(WEDNESDAY);
    }

    @Test
    void a_support_that_opens_again_keeps_its_first_interval() {
        Change.Open open = Samples.said(Samples.triple("a", "knows", "b"), Interval.ALWAYS, "Ann");

        matter.apply(List.of(open), MONDAY);
        matter.apply(List.of(new Change.Close(open.support())), TUESDAY);
        matter.apply(List.of(open), WEDNESDAY);

        assertThat(matter.statements(MONDAY)).hasSize(1);
        assertThat(matter.statements(TUESDAY)).isEmpty();
        assertThat(matter.statements(WEDNESDAY)).hasSize(1);
        assertThat(matter.history(List.of()).getFirst().supports())
                .extracting(Support::recorded)
                .containsExactly(MONDAY, WEDNESDAY);
    }

    @Test
    void a_clock_that_runs_backwards_does_not_turn_an_interval_over() {
        Change.Open open = Samples.said(Samples.triple("a", "knows", "b"), Interval.ALWAYS, "Ann");

        matter.apply(List.of(open), TUESDAY);
        matter.apply(List.of(new Change.Close(open.support())), MONDAY);

        assertThat(matter.history(List.of()).getFirst().supports().getFirst().closed())
                .isEqualTo(TUESDAY);
        matter.apply(List.of(open), MONDAY);
        assertThat(matter.statements(TUESDAY)).hasSize(1);
    }

    @Test
    void history_can_be_asked_of_some_relations() {
        matter.apply(
                List.of(
                        Samples.said(Samples.triple("a", "knows", "b"), Interval.ALWAYS, "Ann"),
                        Samples.said(Samples.triple("a", "likes", "b"), Interval.ALWAYS, "Ann"),
                        Samples.said(Samples.triple("a", "fears", "b"), Interval.ALWAYS, "Ann")),
                MONDAY);

        List<Statement> found = matter.history(List.of("urn:x#knows", "urn:x#fears", "urn:x#nothing"));

        assertThat(found).extracting(s -> s.triple().relation()).containsExactly("urn:x#fears", "urn:x#knows");
    }

    @Test
    void records_are_kept_replaced_and_forgotten() {
        String large = "v".repeat(1_000_000);
        matter.keep("decisions", Map.of("k1", "one", "k2", "", "k".repeat(20_000), large));
        matter.keep("decisions", Map.of("k1", "two"));
        matter.keep("jobs", Map.of("k1", "job"));
        matter.keep("jobs", Map.of());

        matter.forget("decisions", List.of("k2", "nobody"));

        assertThat(matter.kept("decisions")).isEqualTo(Map.of("k1", "two", "k".repeat(20_000), large));
        assertThat(matter.kept("decisions", "k".repeat(20_000))).contains(large);
        assertThat(matter.kept("decisions", "k1")).contains("two");
        assertThat(matter.kept("decisions", "k2")).isEmpty();
        assertThat(matter.kept("jobs", "k1")).contains("job");
    }

    @Test
    void matters_do_not_see_one_another_and_erasing_one_leaves_the_other() {
        String otherName = name + " other";
        MatterStore other = store().matter(otherName);
        fill(matter);
        fill(other);
        String hash = ContentHash.of(matter, List.of("jobs"));
        other.apply(List.of(Samples.said(Samples.triple("x", "knows", "y"), Interval.ALWAYS, "Eve")), TUESDAY);
        other.keep("jobs", Map.of("more", "of it"));

        assertThat(ContentHash.of(matter, List.of("jobs"))).isEqualTo(hash);
        store().erase(otherName);
        store().erase(otherName);

        assertThat(store().matters()).contains(name).doesNotContain(otherName);
        assertThat(ContentHash.of(matter, List.of("jobs"))).isEqualTo(hash);
        assertThat(ContentHash.of(store().matter(otherName), List.of("jobs")))
                .isEqualTo(ContentHash.of(store().matter(otherName + " new"), List.of("jobs")));
        store().erase(otherName);
        store().erase(otherName + " new");
    }

    @Test
    void a_revision_changes_with_every_write_and_with_nothing_else() {
        Document document = Samples.document("lease.pdf", "Rent is due.");
        Change.Open open = Samples.said(Samples.triple("a", "knows", "b"), Interval.ALWAYS, "Ann");
        List<Runnable> writes = List.of(
                () -> matter.put(document, List.of()),
                () -> matter.apply(List.of(open), TUESDAY),
                () -> matter.apply(List.of(new Change.Close(open.support())), MONDAY),
                () -> matter.remove(document.id()),
                () -> matter.apply(List.of(open), WEDNESDAY));
        List<Revision> revisions = new ArrayList<>(List.of(matter.revision()));

        for (Runnable write : writes) {
            write.run();
            revisions.add(matter.revision());
            matter.keep("jobs", Map.of("k", "v"));
            matter.statements(TUESDAY);
            assertThat(store().matter(name).revision()).isEqualTo(revisions.getLast());
        }

        assertThat(revisions).extracting(Revision::id).doesNotHaveDuplicates();
        assertThat(revisions)
                .extracting(Revision::settled)
                .containsExactly(Instant.MIN, Instant.MIN, TUESDAY, TUESDAY, TUESDAY, WEDNESDAY);
        store().erase(name);
        MatterStore again = store().matter(name);
        again.put(document, List.of());
        assertThat(again.revision().settled()).isEqualTo(Instant.MIN);
        assertThat(revisions)
                .extracting(Revision::id)
                .doesNotContain(again.revision().id());
    }

    private static void fill(MatterStore matter) {
        Document document = Samples.document("lease.pdf", "Rent is due.");
        matter.put(document, List.of(Samples.passage(document, 0, 4)));
        matter.apply(Samples.oneOfEach(document), MONDAY);
        matter.keep("jobs", Map.of("k", "v"));
    }

    @Test
    void the_hash_knows_no_clock_but_every_content() {
        fill(matter);
        String hash = ContentHash.of(matter, List.of("jobs"));

        fill(matter);
        assertThat(ContentHash.of(matter, List.of("jobs"))).isEqualTo(hash);
        Change.Open open = Samples.said(Samples.triple("p", "knows", "q"), Interval.ALWAYS, "Ann");
        matter.apply(List.of(open), TUESDAY);
        String more = ContentHash.of(matter, List.of("jobs"));
        assertThat(more).isNotEqualTo(hash);
        matter.apply(List.of(new Change.Close(open.support())), WEDNESDAY);
        assertThat(ContentHash.of(matter, List.of("jobs"))).isNotIn(hash, more);
        matter.apply(List.of(open), WEDNESDAY);
        assertThat(ContentHash.of(matter, List.of("jobs"))).isEqualTo(more);
    }

    @Test
    void thousands_of_changes_go_through_at_once() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Triple triple = Samples.triple("hub", i % 2 == 0 ? "knows" : "likes", "e" + i);
            changes.add(Samples.said(triple, Interval.ALWAYS, "Ann"));
        }

        matter.apply(changes, MONDAY);

        assertThat(matter.statements(MONDAY)).hasSize(3_000);
    }

    @Test
    void many_threads_lose_and_double_nothing() throws InterruptedException {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            changes.add(Samples.said(Samples.triple("a", "knows", "e" + i % 20), Interval.ALWAYS, "Ann"));
        }
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int first = t;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < changes.size(); i += 5) {
                        int from = (i + first * 10) % changes.size();
                        matter.apply(changes.subList(from, from + 5), MONDAY.plusSeconds(i));
                        matter.keep("jobs", Map.of("k" + i, "v" + i));
                    }
                } catch (RuntimeException | AssertionError e) {
                    failures.add(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(matter.history(List.of()))
                .hasSize(20)
                .allSatisfy(s -> assertThat(s.supports()).hasSize(1));
        assertThat(matter.kept("jobs")).hasSize(8);
    }
}
