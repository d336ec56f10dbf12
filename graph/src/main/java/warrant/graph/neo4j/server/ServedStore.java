package warrant.graph.neo4j.server;

import java.util.List;
import java.util.function.Function;
import warrant.graph.MatterStore;
import warrant.graph.Store;
import warrant.graph.StoreException;
import warrant.graph.neo4j.Neo4jAccess;
import warrant.graph.neo4j.Neo4jStore;

/**
 * A store together with its server: when a call fails because the server is gone, the server is brought back and the
 * call is made again, which every call of a store allows. Closing it stops the server. Safe for many threads.
 */
public final class ServedStore implements Store {
    private static final int MOST_ATTEMPTS = 3;

    private final Neo4jServer server;
    private Neo4jStore store;
    private Neo4jAccess access;

    private ServedStore(Neo4jServer server, Neo4jAccess access) {
        this.server = server;
        this.access = access;
        this.store = Neo4jStore.open(access);
    }

    /** @throws StoreException when the server does not answer; it is stopped then */
    public static ServedStore open(Neo4jServer server) {
        boolean ready = false;
        try {
            ServedStore served = new ServedStore(server, server.ensureRunning());
            ready = true;
            return served;
        } finally {
            if (!ready) {
                server.close();
            }
        }
    }

    <T> T call(Function<Store, T> work) {
        for (int attempt = 1; ; attempt++) {
            Neo4jStore now = current();
            try {
                return work.apply(now);
            } catch (StoreException e) {
                if (!e.isRetriable() || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                revive(now);
            }
        }
    }

    private synchronized Neo4jStore current() {
        return store;
    }

    /** One thread brings the server back; the others find it done. */
    private synchronized void revive(Neo4jStore failed) {
        if (failed != store) {
            return;
        }
        Neo4jAccess now = server.ensureRunning();
        if (!now.equals(access)) {
            store.close();
            store = Neo4jStore.open(now);
            access = now;
        }
    }

    @Override
    public MatterStore matter(String name) {
        return new ServedMatter(this, name, call(Function.identity()), call(now -> now.matter(name)));
    }

    @Override
    public List<String> matters() {
        return call(Store::matters);
    }

    @Override
    public void erase(String matter) {
        call(now -> {
            now.erase(matter);
            return true;
        });
    }

    @Override
    public synchronized void close() {
        store.close();
        server.close();
    }
}
