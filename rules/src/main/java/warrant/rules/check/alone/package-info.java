/**
 * The checker as a program of its own, for whoever receives an answer.
 *
 * <p>Input: a certificate file, and perhaps the documents. Output: accepted or rejected, and what it rests on. With
 * {@code warrant.rules.check} and the vocabulary it makes up {@code warrant-check.jar}. Not here: making certificates.
 */
@NullMarked
package warrant.rules.check.alone;

import org.jspecify.annotations.NullMarked;
