/**
 * A store in memory: for tests, for trying things out, and as the oracle of the other stores.
 *
 * <p>Input and output as {@link warrant.graph.Store} says. Not here: anything that outlives the process.
 */
@NullMarked
package warrant.graph.memory;

import org.jspecify.annotations.NullMarked;
