package warrant.graph.neo4j.server;

import warrant.graph.neo4j.Neo4jAccess;

/** A running Neo4j: one that Warrant manages, or somebody else's. */
public interface Neo4jServer extends AutoCloseable {
    Neo4jAccess access();

    /**
     * Brings the server back if it can be brought back. Call it after a {@link warrant.graph.StoreException} that is
     * retriable.
     *
     * @return where it answers; nearly always the same place as before, yet compare
     * @throws warrant.graph.StoreException when it does not start
     */
    Neo4jAccess ensureRunning();

    @Override
    void close();
}
