/**
 * The rule language: text in, the typed form of {@link warrant.rules} or well-placed problems out, and back to text.
 *
 * <p>Input: files of rules and tests, the ontology, the matter's calendars and ranks. Output: a
 * {@link warrant.rules.RuleBase} or {@link warrant.rules.language.Problem}s, all of a file at once. Not here:
 * evaluation ({@code warrant.rules}), citations against documents ({@code .cite}), running tests ({@code .trial}).
 */
@NullMarked
package warrant.rules.language;

import org.jspecify.annotations.NullMarked;
