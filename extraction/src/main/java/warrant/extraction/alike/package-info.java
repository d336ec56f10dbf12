/**
 * Which documents are nearly the same: copies, and versions of one document. Input: documents. Output: pairs with how
 * alike they are. Not here: what they state.
 */
@NullMarked
package warrant.extraction.alike;

import org.jspecify.annotations.NullMarked;
