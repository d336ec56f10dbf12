/** The managed server is started, stopped, found again and killed. */
@NullMarked
package warrant.graph.neo4j.server;

import org.jspecify.annotations.NullMarked;
