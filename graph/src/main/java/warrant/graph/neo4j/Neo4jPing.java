package warrant.graph.neo4j;

import org.neo4j.driver.exceptions.AuthenticationException;
import warrant.graph.StoreException;

/** What a server says when it is called. */
public enum Neo4jPing {
    /** It is up and takes the password. */
    ANSWERS,
    /** It is up and does not take the password. */
    REFUSES,
    /** It is down, or on its way up, or stuck. */
    SILENT;

    public static Neo4jPing of(Neo4jAccess access) {
        try (Bolt bolt = new Bolt(access)) {
            bolt.verify();
            return ANSWERS;
        } catch (StoreException e) {
            return e.getCause() instanceof AuthenticationException ? REFUSES : SILENT;
        }
    }
}
