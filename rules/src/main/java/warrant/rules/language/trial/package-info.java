/**
 * Runs the tests of rules.
 *
 * <p>Input: {@link warrant.rules.language.RuleTest}s, a rule base, an engine. Output: an
 * {@link warrant.rules.language.trial.Outcome} for each expectation, which says what was concluded instead and why. Not
 * here: reading tests (one package up).
 */
@NullMarked
package warrant.rules.language.trial;

import org.jspecify.annotations.NullMarked;
