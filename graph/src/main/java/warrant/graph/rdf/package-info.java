/**
 * RDF in and out: the only package that knows Jena.
 *
 * <p>Input: the text of Turtle files (a matter's {@code ontology.ttl} and {@code expected.ttl}) and statements. Output:
 * {@link warrant.graph.Ontology}, {@link warrant.graph.rdf.Expected}, and the text of Turtle, N-Triples and TriG files.
 * Whatever is wrong with a file is an {@link warrant.graph.rdf.RdfException} with its line and column. Not here:
 * reading or writing of files, and inference; domains and ranges are handed on as they stand.
 */
@NullMarked
package warrant.graph.rdf;

import org.jspecify.annotations.NullMarked;
