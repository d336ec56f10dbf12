package warrant.graph.memory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import warrant.graph.MatterStore;
import warrant.graph.Store;
import warrant.graph.StoreException;

/** Keeps matters in memory, for as long as this object lives. Safe for many threads. */
public final class MemoryStore implements Store {
    private final Map<String, MemoryMatter> matters = new ConcurrentHashMap<>();
    private volatile boolean closed;

    @Override
    public MatterStore matter(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a matter needs a name");
        }
        checkOpen();
        return matters.computeIfAbsent(name, n -> new MemoryMatter(this::checkOpen));
    }

    @Override
    public List<String> matters() {
        checkOpen();
        return matters.keySet().stream().sorted().toList();
    }

    @Override
    public void erase(String matter) {
        checkOpen();
        MemoryMatter erased = matters.remove(matter);
        if (erased != null) {
            erased.clear();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new StoreException("the store is closed", false);
        }
    }
}
