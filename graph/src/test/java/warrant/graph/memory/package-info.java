/** The memory store keeps the contract of stores. */
@NullMarked
package warrant.graph.memory;

import org.jspecify.annotations.NullMarked;
