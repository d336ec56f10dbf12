/**
 * Checks what rules cite against the documents.
 *
 * <p>Input: rules, documents as they were read. Output: for each citation the quotations that bear it, or a problem
 * that says how far the words were found and where they stand. Not here: what is shown of a citation (dossier).
 */
@NullMarked
package warrant.rules.language.cite;

import org.jspecify.annotations.NullMarked;
