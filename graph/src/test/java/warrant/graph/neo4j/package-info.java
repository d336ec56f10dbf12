/** The Neo4j store keeps the contract of stores, against a real server. */
@NullMarked
package warrant.graph.neo4j;

import org.jspecify.annotations.NullMarked;
