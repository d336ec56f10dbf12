/**
 * What follows, and from what? Rules cut into clauses and layers, clashes settled, every derivation kept, and a
 * conclusion held no longer than its evidence.
 *
 * <p>Input: a rule base, statements that come and go, a {@link warrant.rules.justify.Matcher} that finds the ways of
 * satisfying a clause. Output: {@link warrant.rules.Deduction}s, with proofs and refutations. Not here: how matches are
 * found ({@code .forward}, {@code .drools}), and the independent check of proofs ({@code .check}).
 */
@NullMarked
package warrant.rules.justify;

import org.jspecify.annotations.NullMarked;
