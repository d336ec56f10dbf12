/**
 * A store in front of a store: what was read is remembered until a write changes it.
 *
 * <p>Input: any {@link warrant.graph.Store}. Output: the same answers, most of them without asking it for more than its
 * {@link warrant.graph.Revision}. Not here: records of {@link warrant.graph.MatterStore#keep}, which are passed on.
 */
@NullMarked
package warrant.graph.remember;

import org.jspecify.annotations.NullMarked;
