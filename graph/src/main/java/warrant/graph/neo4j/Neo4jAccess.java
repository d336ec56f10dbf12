package warrant.graph.neo4j;

/**
 * Where a Neo4j server answers, and as whom.
 *
 * @param uri {@code bolt://}, {@code neo4j://}, or one of them with {@code +s} for encryption
 */
public record Neo4jAccess(String uri, String user, String password) {
    /** Without the password: this text goes into logs and messages. */
    @Override
    public String toString() {
        return user + " at " + uri;
    }
}
