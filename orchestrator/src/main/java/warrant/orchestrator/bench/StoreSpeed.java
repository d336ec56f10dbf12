package warrant.orchestrator.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import warrant.graph.Change;
import warrant.graph.Document;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.MatterStore;
import warrant.graph.Origin;
import warrant.graph.Page;
import warrant.graph.Passage;
import warrant.graph.Store;
import warrant.graph.Triple;
import warrant.orchestrator.bench.RuleSpeed.Figure;

/**
 * Measures a store. The peer is the store in memory behind the same port: what keeping things costs.
 *
 * @param statements how many are written
 */
public record StoreSpeed(int statements, Consumer<String> progress) {
    private static final String MATTER = "bench";
    private static final int BATCH = 1_000;
    private static final int DOCUMENTS = 20;
    private static final int PASSAGES = 50;
    private static final int FANOUT = 7;
    private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");
    private static final Origin SAID = new Origin.Asserted("bench", "measured");

    /** @param measured its name and itself, the one that is compared with first */
    public List<Figure> run(Map<String, Store> measured) {
        List<Figure> figures = new ArrayList<>();
        Map<String, Double> peer = Map.of();
        for (Map.Entry<String, Store> each : measured.entrySet()) {
            progress.accept("measuring " + each.getKey());
            Map<String, Double> seconds = seconds(each.getValue());
            seconds.forEach((what, took) -> figures.add(new Figure(each.getKey(), what, took, "s")));
            double bound = seconds.getOrDefault(writing(), 1.0);
            figures.add(new Figure(each.getKey(), "statements written", statements / bound, "/s"));
            for (Map.Entry<String, Double> other : peer.entrySet()) {
                double times = seconds.getOrDefault(other.getKey(), 0.0) / other.getValue();
                figures.add(new Figure(each.getKey(), other.getKey() + ", against the first", times, "times"));
            }
            peer = peer.isEmpty() ? seconds : peer;
        }
        return figures;
    }

    private String writing() {
        return "write " + statements + " statements";
    }

    private Map<String, Double> seconds(Store store) {
        store.erase(MATTER);
        MatterStore matter = store.matter(MATTER);
        Map<String, Double> seconds = new LinkedHashMap<>();
        try {
            seconds.put("keep " + DOCUMENTS + " documents", Timing.seconds(() -> documents(matter)));
            seconds.put(writing(), Timing.seconds(() -> write(matter)));
            seconds.put("read all statements", Timing.seconds(() -> matter.statements(DAY)));
            seconds.put("withdraw " + BATCH, Timing.seconds(() -> withdraw(matter)));
            seconds.put("keep " + BATCH + " records", Timing.seconds(() -> matter.keep("bench", records())));
            return seconds;
        } finally {
            store.erase(MATTER);
        }
    }

    private static void documents(MatterStore matter) {
        for (int i = 0; i < DOCUMENTS; i++) {
            String id = "d" + i;
            Page page = new Page("1", "The parties agree. ".repeat(PASSAGES));
            List<Passage> passages = new ArrayList<>();
            int length = page.length() / PASSAGES;
            for (int p = 0; p < PASSAGES; p++) {
                passages.add(
                        new Passage(id + "p" + p, id, "1", p * length, (p + 1) * length, "", "The parties agree. "));
            }
            matter.put(new Document(id, id, id, "text/plain", "", null, "bench", List.of(page)), passages);
        }
    }

    private void write(MatterStore matter) {
        for (int from = 0; from < statements; from += BATCH) {
            List<Change> changes = new ArrayList<>();
            for (int i = from; i < Math.min(statements, from + BATCH); i++) {
                Triple triple = new Triple(
                        new Entity("urn:bench:" + i / FANOUT),
                        "urn:bench:relation" + i % FANOUT,
                        new Entity("urn:bench:" + i));
                changes.add(new Change.Open(triple, Interval.ALWAYS, "s" + i, SAID));
            }
            matter.apply(changes, DAY);
        }
    }

    private static void withdraw(MatterStore matter) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            changes.add(new Change.Close("s" + i * FANOUT));
        }
        matter.apply(changes, DAY.plusSeconds(1));
    }

    private static Map<String, String> records() {
        Map<String, String> records = new LinkedHashMap<>();
        for (int i = 0; i < BATCH; i++) {
            records.put("key" + i, "a decision of some model, number " + i);
        }
        return records;
    }
}
