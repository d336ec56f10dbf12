package warrant.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Random writes from a seed: the same seed gives the same writes. */
public final class Interleavings {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Random random;
    private final List<Document> documents = new ArrayList<>();
    private final List<Change.Open> opens = new ArrayList<>();

    public Interleavings(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            documents.add(Samples.document("d" + i + ".txt", "Some words of page one", "and of page two " + i));
        }
        for (int i = 0; i < 25; i++) {
            opens.add(open());
        }
    }

    private Change.Open open() {
        Entity subject = new Entity("urn:x#s" + random.nextInt(4));
        String relation = "urn:x#r" + random.nextInt(3);
        Triple triple = switch (random.nextInt(3)) {
            case 0 -> new Triple(subject, relation, new Entity("urn:x#s" + random.nextInt(4)));
            case 1 -> new Triple(subject, relation, Literal.text("text " + random.nextInt(3)));
            default -> new Triple(subject, relation, Literal.integer(random.nextInt(3)));
        };
        LocalDate from = LocalDate.of(2024, 1, 1).plusMonths(random.nextInt(3));
        Interval valid = switch (random.nextInt(3)) {
            case 0 -> Interval.ALWAYS;
            case 1 -> new Interval(from, null);
            default -> new Interval(from, from.plusYears(1));
        };
        return Samples.open(triple, valid, origin());
    }

    private Origin origin() {
        if (random.nextBoolean()) {
            return new Origin.Asserted("author " + random.nextInt(3), "because");
        }
        Document document = documents.get(random.nextInt(documents.size()));
        String words = document.pages().getFirst().slice(0, 4);
        Quotation quotation = new Quotation(new Span(document.id(), "1", 0, 4, null), words);
        return new Origin.Extracted(List.of(quotation), (1 + random.nextInt(10)) / 10.0, "model", "profile");
    }

    /** @return writes, each of which a store can do, and do again */
    public List<Consumer<MatterStore>> writes(int count) {
        List<Consumer<MatterStore>> writes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            writes.add(write(START.plusSeconds(random.nextInt(10) == 0 ? i - 5 : i)));
        }
        return writes;
    }

    private Consumer<MatterStore> write(Instant at) {
        Document document = documents.get(random.nextInt(documents.size()));
        String key = "k" + random.nextInt(5);
        String value = "v" + random.nextInt(5);
        return switch (random.nextInt(8)) {
            case 0 -> matter -> matter.put(document, List.of(Samples.passage(document, 0, 4)));
            case 1 -> matter -> matter.remove(document.id());
            case 2 -> matter -> matter.keep("jobs", Map.of(key, value));
            case 3 -> matter -> matter.forget("jobs", List.of(key));
            default -> {
                List<Change> changes = changes();
                yield matter -> matter.apply(changes, at);
            }
        };
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            Change.Open open = opens.get(random.nextInt(opens.size()));
            changes.add(random.nextInt(5) < 3 ? open : new Change.Close(open.support()));
        }
        return changes;
    }
}
