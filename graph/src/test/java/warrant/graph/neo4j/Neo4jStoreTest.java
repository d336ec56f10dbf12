package warrant.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import warrant.graph.ContentHash;
import warrant.graph.Interleavings;
import warrant.graph.MatterStore;
import warrant.graph.Store;
import warrant.graph.StoreContract;
import warrant.graph.StoreException;
import warrant.graph.memory.MemoryStore;
import warrant.graph.neo4j.server.TestNeo4j;

class Neo4jStoreTest extends StoreContract {
    private static final class Holder {
        static final Neo4jStore STORE = Neo4jStore.open(TestNeo4j.access());
    }

    @Override
    protected Store store() {
        return Holder.STORE;
    }

    @Test
    void random_writes_leave_what_they_leave_in_memory() {
        long seed = Long.getLong("seed", new Random().nextLong());
        for (int round = 0; round < 5; round++) {
            String name = "random " + UUID.randomUUID();
            MatterStore neo4j = store().matter(name);
            try (MemoryStore memory = new MemoryStore()) {
                MatterStore expected = memory.matter(name);
                for (Consumer<MatterStore> write : new Interleavings(seed + round).writes(40)) {
                    write.accept(expected);
                    write.accept(neo4j);
                }

                String replay = "replay with -Dseed=" + (seed + round);
                assertThat(neo4j.history(List.of())).as(replay).isEqualTo(expected.history(List.of()));
                Instant known = Instant.parse("2025-01-01T00:00:20Z");
                assertThat(neo4j.statements(known)).as(replay).isEqualTo(expected.statements(known));
                assertThat(neo4j.documents()).as(replay).isEqualTo(expected.documents());
                assertThat(ContentHash.of(neo4j, List.of("jobs")))
                        .as(replay)
                        .isEqualTo(ContentHash.of(expected, List.of("jobs")));
            }
            store().erase(name);
        }
    }

    @Test
    void a_wrong_password_is_named_and_not_retried() {
        Neo4jAccess access = TestNeo4j.access();
        Neo4jAccess wrong = new Neo4jAccess(access.uri(), access.user(), "wrong");

        StoreException thrown = catchThrowableOfType(StoreException.class, () -> Neo4jStore.open(wrong));

        assertThat(thrown).hasMessageContaining("does not accept the password of neo4j at " + access.uri());
        assertThat(thrown.isRetriable()).isFalse();
        assertThat(wrong.toString()).doesNotContain("wrong");
    }

    @Test
    void a_server_that_is_not_there_is_a_failure_to_retry() {
        Neo4jAccess nobody = new Neo4jAccess("bolt://127.0.0.1:1", "neo4j", "secret");

        StoreException thrown = catchThrowableOfType(StoreException.class, () -> Neo4jStore.open(nobody));

        assertThat(thrown).hasMessageContaining("does not answer");
        assertThat(thrown.isRetriable()).isTrue();
    }

    @Test
    void an_address_of_something_else_is_refused() {
        assertThatThrownBy(() -> Neo4jStore.open(new Neo4jAccess("http://localhost", "neo4j", "x")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("bolt://localhost:7687");
        assertThatThrownBy(() -> Neo4jStore.open(new Neo4jAccess("not an address", "neo4j", "x")))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void a_closed_store_says_so() {
        Neo4jStore store = Neo4jStore.open(TestNeo4j.access());
        store.close();

        assertThatThrownBy(store::matters).isInstanceOf(StoreException.class).hasMessage("the store is closed");
    }
}
