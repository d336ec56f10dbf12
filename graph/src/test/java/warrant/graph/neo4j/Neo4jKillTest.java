package warrant.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warrant.graph.ContentHash;
import warrant.graph.Interleavings;
import warrant.graph.MatterStore;
import warrant.graph.StoreException;
import warrant.graph.memory.MemoryStore;
import warrant.graph.neo4j.server.ManagedNeo4j;
import warrant.graph.neo4j.server.ServedStore;
import warrant.graph.neo4j.server.TestNeo4j;

/** The server is killed in the middle of writes. {@code -Dkills=} says how often; {@code -Dseed=} replays a run. */
class Neo4jKillTest {
    private static final int WRITES_PER_KILL = 40;

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final int kills = Integer.getInteger("kills", 1);
    private Path folder = Path.of("unset");

    @BeforeEach
    void make_a_folder() {
        folder = TestNeo4j.folder();
    }

    @AfterEach
    void delete_the_folder() {
        TestNeo4j.delete(folder);
    }

    @Test
    void a_repeat_after_a_kill_leaves_the_graph_of_an_undisturbed_run() throws InterruptedException {
        List<Consumer<MatterStore>> writes = new Interleavings(seed).writes(WRITES_PER_KILL * kills);
        AtomicInteger failures = new AtomicInteger();
        String killed;
        try (ManagedNeo4j server = ManagedNeo4j.start(TestNeo4j.settings(folder), line -> {});
                Neo4jStore store = Neo4jStore.open(server.access())) {
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger at = new AtomicInteger();
            Thread killer = Thread.ofPlatform().start(() -> kill(server, at, done));
            MatterStore matter = store.matter("kills");
            for (Consumer<MatterStore> write : writes) {
                repeat(write, matter, server, failures);
                at.incrementAndGet();
            }
            done.set(true);
            killer.join();
            server.ensureRunning();
            killed = ContentHash.of(store.matter("kills"), List.of("jobs"));
        }

        try (MemoryStore memory = new MemoryStore()) {
            MatterStore undisturbed = memory.matter("kills");
            writes.forEach(write -> write.accept(undisturbed));
            assertThat(killed).as("replay with -Dseed=" + seed).isEqualTo(ContentHash.of(undisturbed, List.of("jobs")));
        }
        assertThat(failures.get()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void a_store_with_its_server_gets_over_a_kill_by_itself() {
        List<Consumer<MatterStore>> writes = new Interleavings(seed).writes(20);
        ManagedNeo4j server = ManagedNeo4j.start(TestNeo4j.settings(folder), line -> {});
        try (ServedStore store = ServedStore.open(server);
                MemoryStore memory = new MemoryStore()) {
            MatterStore matter = store.matter("kills");
            MatterStore undisturbed = memory.matter("kills");
            for (int i = 0; i < writes.size(); i++) {
                if (i == 10) {
                    ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
                }
                writes.get(i).accept(matter);
                writes.get(i).accept(undisturbed);
            }

            assertThat(matter.history(List.of()))
                    .as("replay with -Dseed=" + seed)
                    .isEqualTo(undisturbed.history(List.of()));
            assertThat(ContentHash.of(matter, List.of("jobs"))).isEqualTo(ContentHash.of(undisturbed, List.of("jobs")));
            assertThat(store.matters()).containsExactly("kills");
            store.erase("kills");
            assertThat(store.matters()).isEmpty();
        }
        assertThat(ProcessHandle.of(server.pid())).isEmpty();
    }

    private static void repeat(
            Consumer<MatterStore> write, MatterStore matter, ManagedNeo4j server, AtomicInteger failures) {
        for (int attempt = 0; ; attempt++) {
            try {
                write.accept(matter);
                return;
            } catch (StoreException e) {
                assertThat(e.isRetriable()).as(e.getMessage()).isTrue();
                assertThat(attempt).as(e.getMessage()).isLessThan(5);
                failures.incrementAndGet();
                server.ensureRunning();
            }
        }
    }

    /** Kills after a random number of writes, and a random moment into the next one. */
    private void kill(ManagedNeo4j server, AtomicInteger at, AtomicBoolean done) {
        Random random = new Random(seed);
        for (int kill = 0; kill < kills; kill++) {
            int after = kill * WRITES_PER_KILL + 5 + random.nextInt(WRITES_PER_KILL - 10);
            int nanos = random.nextInt(5_000_000);
            while (at.get() < after && !done.get()) {
                LockSupport.parkNanos(100_000);
            }
            LockSupport.parkNanos(nanos);
            ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
