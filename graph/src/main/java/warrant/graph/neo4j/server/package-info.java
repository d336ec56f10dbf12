/**
 * A Neo4j Community server of Warrant's own: resolved by Maven at the user's side, run as its own process, reached over
 * Bolt only. Neo4j is never linked.
 *
 * <p>Input: {@link warrant.graph.neo4j.server.ServerSettings}: a folder, a cache, Maven, Java. Output: a
 * {@link warrant.graph.neo4j.Neo4jAccess}. Not here: the graph itself; reading the environment.
 */
@NullMarked
package warrant.graph.neo4j.server;

import org.jspecify.annotations.NullMarked;
