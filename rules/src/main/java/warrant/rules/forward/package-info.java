/**
 * The plain engine: semi-naive evaluation over indexes in memory. Oracle for the other one, and the faster for bulk.
 *
 * <p>Input and output are those of {@link warrant.rules.RuleEngine}. Not here: settling, proofs, retraction
 * ({@code warrant.rules.justify}).
 */
@NullMarked
package warrant.rules.forward;

import org.jspecify.annotations.NullMarked;
