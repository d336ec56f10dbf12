/**
 * What in a text is a date, an amount, a name? Typed mentions recognised by rules, with exact normalised values.
 *
 * <p>Input: the text of a passage, and what its document defines. Output: {@link warrant.extraction.mention.Mention}s
 * with their place in the text. Not here: what a mention is said to be (that is {@code .relate}), and which names are
 * the same thing ({@code .resolve}).
 */
@NullMarked
package warrant.extraction.mention;

import org.jspecify.annotations.NullMarked;
