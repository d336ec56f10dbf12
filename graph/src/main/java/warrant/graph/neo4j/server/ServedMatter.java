package warrant.graph.neo4j.server;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import warrant.graph.Change;
import warrant.graph.Document;
import warrant.graph.MatterStore;
import warrant.graph.Passage;
import warrant.graph.Revision;
import warrant.graph.Statement;
import warrant.graph.Store;

/** A matter of a {@link ServedStore}. */
final class ServedMatter implements MatterStore {
    /** A matter as one connection gives it; when the server comes back elsewhere, another connection gives another. */
    private record Bound(Store store, MatterStore matter) {
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Store other) {
            return store == other;
        }
    }

    private final ServedStore served;
    private final String name;
    private volatile Bound bound;

    ServedMatter(ServedStore served, String name, Store store, MatterStore matter) {
        this.served = served;
        this.name = name;
        this.bound = new Bound(store, matter);
    }

    private <T> T call(Function<MatterStore, T> work) {
        return served.call(store -> {
            Bound now = bound;
            if (!now.isOf(store)) {
                now = new Bound(store, store.matter(name));
                bound = now;
            }
            return work.apply(now.matter());
        });
    }

    private void run(Consumer<MatterStore> work) {
        call(matter -> {
            work.accept(matter);
            return true;
        });
    }

    @Override
    public Revision revision() {
        return call(MatterStore::revision);
    }

    @Override
    public void put(Document document, List<Passage> passages) {
        run(matter -> matter.put(document, passages));
    }

    @Override
    public List<Document> documents() {
        return call(MatterStore::documents);
    }

    @Override
    public Optional<Document> document(String id) {
        return call(matter -> matter.document(id));
    }

    @Override
    public List<Passage> passages(String document) {
        return call(matter -> matter.passages(document));
    }

    @Override
    public void remove(String document) {
        run(matter -> matter.remove(document));
    }

    @Override
    public void apply(Collection<? extends Change> changes, Instant at) {
        run(matter -> matter.apply(changes, at));
    }

    @Override
    public List<Statement> statements(Instant known) {
        return call(matter -> matter.statements(known));
    }

    @Override
    public List<Statement> history(Collection<String> relations) {
        return call(matter -> matter.history(relations));
    }

    @Override
    public void keep(String kind, Map<String, String> records) {
        run(matter -> matter.keep(kind, records));
    }

    @Override
    public Optional<String> kept(String kind, String key) {
        return call(matter -> matter.kept(kind, key));
    }

    @Override
    public Map<String, String> kept(String kind) {
        return call(matter -> matter.kept(kind));
    }

    @Override
    public void forget(String kind, Collection<String> keys) {
        run(matter -> matter.forget(kind, keys));
    }
}
