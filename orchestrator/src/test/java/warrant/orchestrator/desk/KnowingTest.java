package warrant.orchestrator.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.graph.Document;
import warrant.graph.MatterStore;
import warrant.graph.memory.MemoryStore;
import warrant.llm.Encoder;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.RuleVersions;
import warrant.orchestrator.search.Meanings;

class KnowingTest {
    @TempDir
    private static Path data;

    private static final LocalDate DAY = LocalDate.of(2025, 4, 30);

    private final MemoryStore store = new MemoryStore();
    private final Knowing knowing = new Knowing();

    @Test
    void the_same_question_of_knowledge_is_deduced_once() {
        OpenMatter matter = matter("one", store.matter("one"));

        assertThat(knowing.of(matter, DAY, null)).isSameAs(knowing.of(matter, DAY, null));
        assertThat(knowing.of(matter, DAY.plusDays(1), null)).isNotSameAs(knowing.of(matter, DAY, null));
    }

    @Test
    void a_matter_that_takes_long_holds_up_no_other() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        OpenMatter slow = matter("slow", waiting(store.matter("slow"), begun, go));
        OpenMatter other = matter("other", store.matter("other"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> knowing.of(slow, DAY, null));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            threads.submit(() -> knowing.of(other, DAY, null)).get(60, TimeUnit.SECONDS);

            assertThat(first.isDone()).isFalse();
            go.countDown();
            first.get(60, TimeUnit.SECONDS);
        }
    }

    /** @return the same matter with a document whose passages come only when told */
    private static MatterStore waiting(MatterStore matter, CountDownLatch begun, CountDownLatch go) {
        matter.put(new Document("d", "d.txt", "h", "text/plain", "D", null, "reader", List.of()), List.of());
        return (MatterStore) Proxy.newProxyInstance(
                MatterStore.class.getClassLoader(), new Class<?>[] {MatterStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("passages")) {
                        begun.countDown();
                        assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
                    }
                    try {
                        return method.invoke(matter, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static OpenMatter matter(String name, MatterStore store) {
        Supplier<Encoder> none = () -> {
            throw new AssertionError("nothing is to be encoded");
        };
        return new OpenMatter(
                name,
                MatterFolder.read(Path.of("../matters/supply")),
                new RuleVersions(data.resolve(name)),
                store,
                () -> {
                    throw new AssertionError("no model is needed");
                },
                () -> {
                    throw new AssertionError("no model is needed");
                },
                none,
                new Meanings(none),
                Clock.systemUTC(),
                Settings.from(Map.of()));
    }
}
