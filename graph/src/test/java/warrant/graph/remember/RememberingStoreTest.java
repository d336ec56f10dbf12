package warrant.graph.remember;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import warrant.graph.Change;
import warrant.graph.Document;
import warrant.graph.Interleavings;
import warrant.graph.Interval;
import warrant.graph.MatterStore;
import warrant.graph.Samples;
import warrant.graph.Statement;
import warrant.graph.Store;
import warrant.graph.StoreContract;
import warrant.graph.memory.MemoryStore;

class RememberingStoreTest extends StoreContract {
    private static final MemoryStore BEHIND = new MemoryStore();
    private static final RememberingStore STORE = new RememberingStore(BEHIND);

    @Override
    protected Store store() {
        return STORE;
    }

    @Test
    void what_was_read_is_given_again_without_reading() {
        Document document = Samples.document("lease.pdf", "Rent is due.");
        matter.put(document, List.of(Samples.passage(document, 0, 4)));
        matter.apply(Samples.oneOfEach(document), MONDAY);
        List<Statement> read = matter.statements(TUESDAY);

        assertThat(matter.statements(WEDNESDAY)).isSameAs(read);
        assertThat(matter.statements(MONDAY)).isSameAs(read);
        assertThat(matter.documents()).isSameAs(matter.documents());
        assertThat(matter.passages(document.id())).isSameAs(matter.passages(document.id()));
        matter.keep("jobs", java.util.Map.of("k", "v"));
        assertThat(matter.statements(WEDNESDAY)).isSameAs(read);
    }

    /** A clock ahead of the reader's: the write is there before its time has come. */
    @Test
    void what_is_recorded_later_than_the_reading_appears_when_its_time_comes() {
        Change.Open open = Samples.said(Samples.triple("a", "knows", "b"), Interval.ALWAYS, "Ann");
        matter.apply(List.of(open), TUESDAY);

        assertThat(matter.statements(MONDAY)).isEmpty();
        assertThat(matter.statements(WEDNESDAY)).hasSize(1);
        assertThat(matter.statements(MONDAY)).isEmpty();
    }

    @Test
    void random_writes_from_here_and_from_elsewhere_are_seen_at_once() {
        long seed = Long.getLong("seed", new Random().nextLong());
        for (int round = 0; round < 20; round++) {
            String replay = "replay with -Dseed=" + (seed + round);
            String name = "random " + UUID.randomUUID();
            MatterStore remembering = STORE.matter(name);
            MatterStore plain = BEHIND.matter(name);
            Random random = new Random(seed + round);
            for (Consumer<MatterStore> write : new Interleavings(seed + round).writes(40)) {
                write.accept(random.nextBoolean() ? remembering : plain);
                Instant known = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(60));
                for (Instant moment : List.of(known, Instant.MAX, known)) {
                    assertThat(remembering.statements(moment)).as(replay).isEqualTo(plain.statements(moment));
                }
                assertThat(remembering.documents()).as(replay).isEqualTo(plain.documents());
                for (Document document : plain.documents()) {
                    assertThat(remembering.passages(document.id())).as(replay).isEqualTo(plain.passages(document.id()));
                }
            }
            STORE.erase(name);
        }
    }
}
