package warrant.graph.remember;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import warrant.graph.MatterStore;
import warrant.graph.Store;

/**
 * Remembers what is believed now, and the documents, of each matter that is in use. Other processes may write to the
 * same store: before anything is given from memory, the store is asked whether it still stands where it stood. Safe for
 * many threads.
 */
public final class RememberingStore implements Store {
    private final Store store;
    private final Map<String, MatterStore> matters = new ConcurrentHashMap<>();

    public RememberingStore(Store store) {
        this.store = store;
    }

    @Override
    public MatterStore matter(String name) {
        return matters.computeIfAbsent(name, n -> new RememberingMatter(store.matter(n)));
    }

    @Override
    public List<String> matters() {
        return store.matters();
    }

    @Override
    public void erase(String matter) {
        matters.remove(matter);
        store.erase(matter);
    }

    @Override
    public void close() {
        matters.clear();
        store.close();
    }
}
