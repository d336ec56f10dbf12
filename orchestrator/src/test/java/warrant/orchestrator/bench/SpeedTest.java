package warrant.orchestrator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import warrant.graph.Store;
import warrant.graph.memory.MemoryStore;
import warrant.llm.encoder.MiniLm;
import warrant.orchestrator.bench.RuleSpeed.Figure;

/** That the measurements run and leave nothing behind; never how fast anything is. */
class SpeedTest {
    @Test
    void a_store_is_measured_beside_the_first_and_left_empty() {
        try (MemoryStore one = new MemoryStore();
                MemoryStore other = new MemoryStore()) {
            Map<String, Store> stores = new LinkedHashMap<>();
            stores.put("one", one);
            stores.put("other", other);

            List<Figure> figures = new StoreSpeed(2_000, told -> {}).run(stores);

            assertThat(figures).extracting(Figure::engine).contains("one", "other");
            assertThat(figures).anyMatch(figure -> figure.unit().equals("times"));
            assertThat(other.matters()).isEmpty();
        }
    }

    @Test
    void finding_is_measured_beside_words_alone() {
        try (MiniLm encoder = MiniLm.open(1)) {
            List<Figure> figures = new RetrieveSpeed(encoder, 40, 1, told -> {}).run();

            assertThat(figures).allMatch(figure -> figure.value() > 0);
        }
    }

    @Test
    void requests_are_measured_beside_a_bare_server() {
        List<Figure> figures = new HttpSpeed(20).of("/here", () -> "a body");

        assertThat(figures).extracting(Figure::unit).containsExactly("ms", "ms", "KiB", "times", "requests/s");
    }
}
