/**
 * Who said so, in which words? From a file to statements with quotations.
 *
 * <p>Input: the bytes of files and an {@link warrant.graph.Ontology}. Output: {@link warrant.extraction.Extraction}s,
 * and, once identity is settled, statements to record. In the order of the way: {@code .read} (bytes to pages and
 * tables), {@code .split} (pages to passages), {@code .mention} (typed values), {@code .relate} (detect, fill, verify;
 * tables), {@code .resolve} (which names are the same thing). Not here: keeping anything, and what follows from it.
 */
@NullMarked
package warrant.extraction;

import org.jspecify.annotations.NullMarked;
