/**
 * Exact values and the arithmetic of rules.
 *
 * <p>Input: {@link warrant.graph.Term}s, calendars. Output: terms again, or a
 * {@link warrant.rules.value.ValueException} that says why there is no value; never a wrong one. Within one expression
 * numbers are exact fractions; what becomes a term and has no finite decimal form is rounded half-even to 50
 * significant digits.
 *
 * <p>Not here: variables and rules (one package up), the text of the language (`language`).
 */
@NullMarked
package warrant.rules.value;

import org.jspecify.annotations.NullMarked;
