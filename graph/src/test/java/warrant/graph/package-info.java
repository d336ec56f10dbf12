/** Tests of the vocabulary, and the contract that every store keeps. */
@NullMarked
package warrant.graph;

import org.jspecify.annotations.NullMarked;
