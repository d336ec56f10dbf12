/**
 * What would follow if something were otherwise: statements, rules or the day.
 *
 * <p>Input: a rule base, statements, a day, and a {@link warrant.rules.suppose.Change}. Output: the
 * {@link warrant.rules.suppose.Difference} of the conclusions, with proofs on both sides. Nothing that is stored
 * changes. Not here: what could be supposed ({@link warrant.rules.Refutation#suppositions}).
 */
@NullMarked
package warrant.rules.suppose;

import org.jspecify.annotations.NullMarked;
