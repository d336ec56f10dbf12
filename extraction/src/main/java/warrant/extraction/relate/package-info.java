/**
 * What does a passage state? Detect, fill, verify.
 *
 * <p>Input: a {@link warrant.graph.Passage}, what is known of its document
 * ({@link warrant.extraction.relate.DocumentContext}) and an {@link warrant.graph.Ontology}. Output: an
 * {@link warrant.extraction.Extraction}: findings with their quotations, and candidates that were turned down with the
 * reason. {@link warrant.extraction.relate.Relator} is the table of contents. Not here: which names of different
 * documents are the same thing ({@code .resolve}), and keeping anything.
 */
@NullMarked
package warrant.extraction.relate;

import org.jspecify.annotations.NullMarked;
