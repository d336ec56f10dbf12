/**
 * Which names are the same thing? Input: the {@link warrant.extraction.Finding}s of all documents. Output: a
 * {@link warrant.extraction.resolve.Resolution}: statements to record about entities, and every merge with its reason.
 * Not here: finding statements ({@code .relate}), and keeping anything.
 */
@NullMarked
package warrant.extraction.resolve;

import org.jspecify.annotations.NullMarked;
