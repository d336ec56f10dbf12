/**
 * An answer as a document that can be defended. Input: answers as values. Output: one self-contained HTML page. Not
 * here: finding the answers.
 */
@NullMarked
package warrant.orchestrator.dossier;

import org.jspecify.annotations.NullMarked;
