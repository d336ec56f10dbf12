/**
 * The store: Neo4j, reached over Bolt. What its graph looks like is told in docs/graph.md.
 *
 * <p>Input: a {@link warrant.graph.neo4j.Neo4jAccess}. Output: a {@link warrant.graph.Store}. Every write is one
 * transaction that the driver repeats when the server asks for it; nodes are merged by keys made of their content, so
 * that a repeated write changes nothing. Not here: starting a server, which is done in {@code .server}.
 */
@NullMarked
package warrant.graph.neo4j;

import org.jspecify.annotations.NullMarked;
