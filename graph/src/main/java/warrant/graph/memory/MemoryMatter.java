package warrant.graph.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import warrant.graph.Change;
import warrant.graph.Document;
import warrant.graph.Interval;
import warrant.graph.MatterStore;
import warrant.graph.Passage;
import warrant.graph.Revision;
import warrant.graph.Statement;
import warrant.graph.StatementOrder;
import warrant.graph.Support;
import warrant.graph.Triple;

/** One matter in memory; one thread at a time. */
final class MemoryMatter implements MatterStore {
    private record Stored(Document document, List<Passage> passages, boolean removed) {}

    private record Key(Triple triple, Interval valid) {}

    private final Runnable checkOpen;
    private final Map<String, Stored> documents = new HashMap<>();
    private final Map<Key, List<Support>> supports = new HashMap<>();
    /** Where the latest interval of a support stands. */
    private final Map<String, Key> latest = new HashMap<>();

    private final Map<String, Map<String, String>> records = new HashMap<>();

    private final UUID made = UUID.randomUUID();
    private long writes;
    private Instant settled = Instant.MIN;

    MemoryMatter(Runnable checkOpen) {
        this.checkOpen = checkOpen;
    }

    synchronized void clear() {
        documents.clear();
        supports.clear();
        latest.clear();
        records.clear();
        settled = Instant.MIN;
        writes++;
    }

    @Override
    public synchronized Revision revision() {
        checkOpen.run();
        return new Revision(made + " " + writes, settled);
    }

    @Override
    public synchronized void put(Document document, List<Passage> passages) {
        checkOpen.run();
        Map<String, Passage> byId = new LinkedHashMap<>();
        for (Passage passage : passages) {
            if (!passage.document().equals(document.id())) {
                throw new IllegalArgumentException("passage " + passage.id() + " is not of document " + document.id());
            }
            byId.putIfAbsent(passage.id(), passage);
        }
        documents.put(document.id(), new Stored(document, List.copyOf(byId.values()), false));
        writes++;
    }

    @Override
    public synchronized List<Document> documents() {
        checkOpen.run();
        return documents.values().stream()
                .filter(stored -> !stored.removed())
                .map(Stored::document)
                .sorted(Comparator.comparing(Document::name).thenComparing(Document::id))
                .toList();
    }

    @Override
    public synchronized Optional<Document> document(String id) {
        checkOpen.run();
        return Optional.ofNullable(documents.get(id)).map(Stored::document);
    }

    @Override
    public synchronized List<Passage> passages(String document) {
        checkOpen.run();
        Stored stored = documents.get(document);
        return stored == null ? List.of() : stored.passages();
    }

    @Override
    public synchronized void remove(String document) {
        checkOpen.run();
        documents.computeIfPresent(document, (id, stored) -> new Stored(stored.document(), stored.passages(), true));
        writes++;
    }

    @Override
    public synchronized void apply(Collection<? extends Change> changes, Instant at) {
        checkOpen.run();
        writes++;
        for (Change change : List.copyOf(changes)) {
            switch (change) {
                case Change.Open open -> open(open, at);
                case Change.Close close -> close(close.support(), at);
            }
        }
    }

    /**
     * A support that was closed opens again as an interval of its own; the clock never runs backwards in one support.
     */
    private void open(Change.Open open, Instant at) {
        Key before = latest.get(open.support());
        Instant recorded = at;
        if (before != null) {
            Support last = last(before, open.support());
            if (last.closed() == null) {
                return;
            }
            recorded = last.closed().isAfter(at) ? last.closed() : at;
            if (last.recorded().equals(recorded)) {
                replace(before, last, null);
                return;
            }
        }
        Key key = before == null ? new Key(open.triple(), open.valid()) : before;
        supports.computeIfAbsent(key, k -> new ArrayList<>())
                .add(new Support(open.support(), open.origin(), recorded, null));
        settle(recorded);
        latest.put(open.support(), key);
    }

    private void close(String id, Instant at) {
        Key key = latest.get(id);
        if (key == null) {
            return;
        }
        Support last = last(key, id);
        if (last.closed() == null) {
            Instant closed = last.recorded().isAfter(at) ? last.recorded() : at;
            replace(key, last, closed);
            settle(closed);
        }
    }

    private void settle(Instant moment) {
        settled = moment.isAfter(settled) ? moment : settled;
    }

    private void replace(Key key, Support support, @Nullable Instant closed) {
        List<Support> all = supports(key);
        all.set(all.indexOf(support), new Support(support.id(), support.origin(), support.recorded(), closed));
    }

    private Support last(Key key, String id) {
        return supports(key).stream()
                .filter(support -> support.id().equals(id))
                .max(Comparator.comparing(Support::recorded))
                .orElseThrow();
    }

    private List<Support> supports(Key key) {
        return supports.getOrDefault(key, List.of());
    }

    @Override
    public synchronized List<Statement> statements(Instant known) {
        checkOpen.run();
        return select(triple -> true, support -> support.isOpenAt(known));
    }

    @Override
    public synchronized List<Statement> history(Collection<String> relations) {
        checkOpen.run();
        Set<String> wanted = Set.copyOf(relations);
        return select(triple -> wanted.isEmpty() || wanted.contains(triple.relation()), support -> true);
    }

    private List<Statement> select(Predicate<Triple> triples, Predicate<Support> wanted) {
        List<Statement> found = new ArrayList<>();
        supports.forEach((key, all) -> {
            List<Support> chosen = all.stream()
                    .filter(wanted)
                    .sorted(StatementOrder.OF_SUPPORTS)
                    .toList();
            if (!chosen.isEmpty() && triples.test(key.triple())) {
                found.add(new Statement(key.triple(), key.valid(), chosen));
            }
        });
        found.sort(StatementOrder.INSTANCE);
        return List.copyOf(found);
    }

    @Override
    public synchronized void keep(String kind, Map<String, String> kept) {
        checkOpen.run();
        records.computeIfAbsent(kind, k -> new TreeMap<>()).putAll(kept);
    }

    @Override
    public synchronized Optional<String> kept(String kind, String key) {
        checkOpen.run();
        return Optional.ofNullable(records.getOrDefault(kind, Map.of()).get(key));
    }

    @Override
    public synchronized Map<String, String> kept(String kind) {
        checkOpen.run();
        return Map.copyOf(records.getOrDefault(kind, Map.of()));
    }

    @Override
    public synchronized void forget(String kind, Collection<String> keys) {
        checkOpen.run();
        records.getOrDefault(kind, new TreeMap<>()).keySet().removeAll(List.copyOf(keys));
    }
}
