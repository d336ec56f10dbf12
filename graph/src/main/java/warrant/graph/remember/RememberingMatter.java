package warrant.graph.remember;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Change;
import warrant.graph.Document;
import warrant.graph.MatterStore;
import warrant.graph.Passage;
import warrant.graph.Revision;
import warrant.graph.Statement;

/** A matter of a {@link RememberingStore}. */
final class RememberingMatter implements MatterStore {

    /**
     * What was read since the matter stood at a revision. The revision is asked for before anything is read: a write in
     * between leaves newer readings under the older revision, which nobody will ask for again.
     */
    private static final class Memory {
        final Revision revision;
        final Map<String, List<Passage>> passages = new ConcurrentHashMap<>();
        volatile @Nullable List<Statement> statements;
        volatile @Nullable List<Document> documents;

        Memory(Revision revision) {
            this.revision = revision;
        }
    }

    private final MatterStore matter;
    private volatile @Nullable Memory latest;

    RememberingMatter(MatterStore matter) {
        this.matter = matter;
    }

    private Memory memory() {
        Revision now = matter.revision();
        Memory memory = latest;
        if (memory == null || !memory.revision.equals(now)) {
            memory = new Memory(now);
            latest = memory;
        }
        return memory;
    }

    @Override
    public Revision revision() {
        return matter.revision();
    }

    @Override
    public void put(Document document, List<Passage> passages) {
        matter.put(document, passages);
    }

    @Override
    public List<Document> documents() {
        Memory memory = memory();
        List<Document> documents = memory.documents;
        if (documents == null) {
            documents = matter.documents();
            memory.documents = documents;
        }
        return documents;
    }

    @Override
    public Optional<Document> document(String id) {
        return matter.document(id);
    }

    @Override
    public List<Passage> passages(String document) {
        return memory().passages.computeIfAbsent(document, matter::passages);
    }

    @Override
    public void remove(String document) {
        matter.remove(document);
    }

    @Override
    public void apply(Collection<? extends Change> changes, Instant at) {
        matter.apply(changes, at);
    }

    @Override
    public List<Statement> statements(Instant known) {
        Memory memory = memory();
        if (known.isBefore(memory.revision.settled())) {
            return matter.statements(known);
        }
        List<Statement> statements = memory.statements;
        if (statements == null) {
            statements = matter.statements(known);
            memory.statements = statements;
        }
        return statements;
    }

    @Override
    public List<Statement> history(Collection<String> relations) {
        return matter.history(relations);
    }

    @Override
    public void keep(String kind, Map<String, String> records) {
        matter.keep(kind, records);
    }

    @Override
    public Optional<String> kept(String kind, String key) {
        return matter.kept(kind, key);
    }

    @Override
    public Map<String, String> kept(String kind) {
        return matter.kept(kind);
    }

    @Override
    public void forget(String kind, Collection<String> keys) {
        matter.forget(kind, keys);
    }
}
