package warrant.graph.neo4j.server;

import warrant.graph.neo4j.Neo4jAccess;

/** A server that somebody else runs: Warrant neither starts nor stops it. */
public record ConfiguredNeo4j(Neo4jAccess access) implements Neo4jServer {
    @Override
    public Neo4jAccess ensureRunning() {
        return access;
    }

    @Override
    public void close() {
        // it goes on without us
    }
}
