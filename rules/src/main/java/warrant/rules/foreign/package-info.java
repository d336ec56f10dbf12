/**
 * Programs in the syntax of others, read into the one form of rules.
 *
 * <p>Input: text. Output: rules and triples, and each line that could not be read. Not here: Warrant's own language
 * ({@code .language}).
 */
@NullMarked
package warrant.rules.foreign;

import org.jspecify.annotations.NullMarked;
