/**
 * What follows? The typed form of rules, the port to whatever evaluates them, and the proofs that come back.
 *
 * <p>Input: a {@link warrant.rules.RuleBase}, the statements that are believed, a day. Output: a
 * {@link warrant.rules.Deduction}: what holds on that day, each triple with its {@link warrant.rules.Proof}. Not here:
 * the text of rules ({@code .language}), exact values ({@code .value}), how a body is matched ({@code .match}), the
 * engines ({@code .forward}, {@code .drools}), what keeps conclusions no longer than their evidence ({@code .justify}),
 * and who checks it all ({@code .check}).
 */
@NullMarked
package warrant.rules;

import org.jspecify.annotations.NullMarked;
