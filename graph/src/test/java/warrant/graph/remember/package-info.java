@NullMarked
package warrant.graph.remember;

import org.jspecify.annotations.NullMarked;
