package warrant.graph.neo4j;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import warrant.graph.MatterStore;
import warrant.graph.Store;

/** Keeps matters in a Neo4j server, apart by the property {@code matter} of every node. Safe for many threads. */
public final class Neo4jStore implements Store {
    private final Bolt bolt;

    private Neo4jStore(Bolt bolt) {
        this.bolt = bolt;
    }

    /**
     * Connects, and makes constraints and indexes where they are missing.
     *
     * @throws warrant.graph.StoreException when the server does not answer or does not know the password
     */
    public static Neo4jStore open(Neo4jAccess access) {
        Bolt bolt = new Bolt(access);
        boolean ready = false;
        try {
            bolt.verify();
            bolt.schema(Cypher.SCHEMA);
            ready = true;
            return new Neo4jStore(bolt);
        } finally {
            if (!ready) {
                bolt.close();
            }
        }
    }

    @Override
    public MatterStore matter(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a matter needs a name");
        }
        bolt.write(tx -> tx.run(Cypher.MATTER, Map.of("matter", name)).consume());
        return new Neo4jMatter(bolt, name);
    }

    @Override
    public List<String> matters() {
        return bolt.read(
                tx -> tx.run(Cypher.MATTERS).list(row -> row.get("name").asString()));
    }

    /** Takes several transactions; the matter is listed until the last, so that a half-done erasure can be repeated. */
    @Override
    public void erase(String matter) {
        Map<String, Object> parameters = Map.of("matter", matter);
        for (String label : Cypher.LABELS) {
            AtomicLong erased = new AtomicLong();
            do {
                bolt.write(tx -> erased.set(tx.run(Cypher.erase(label), parameters)
                        .single()
                        .get("erased")
                        .asLong()));
            } while (erased.get() > 0);
        }
        bolt.write(tx -> tx.run(Cypher.ERASE_MATTER, parameters).consume());
    }

    @Override
    public void close() {
        bolt.close();
    }
}
