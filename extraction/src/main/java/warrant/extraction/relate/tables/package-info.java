/**
 * What do tables state? Header and cell become findings whose evidence is the cell.
 *
 * <p>Input: a {@link warrant.extraction.read.Table} of a {@link warrant.graph.Document}, and the
 * {@link warrant.graph.Ontology}, whose labels, domains and ranges are all that is known about what a header means.
 * Output: an {@link warrant.extraction.Extraction}. Not here: running text, and which names are the same thing.
 */
@NullMarked
package warrant.extraction.relate.tables;

import org.jspecify.annotations.NullMarked;
