/**
 * From pages to passages, the pieces that are read in one go. Input: a {@link warrant.extraction.read.Reading}, whose
 * pages hold one paragraph a line. Output: {@link warrant.graph.Passage}s that never cross a page and hardly ever cut a
 * sentence, each with the clause and the heading it stands under. Not here: what a passage says.
 */
@NullMarked
package warrant.extraction.split;

import org.jspecify.annotations.NullMarked;
