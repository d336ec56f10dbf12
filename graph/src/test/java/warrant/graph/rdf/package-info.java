/** Tests of RDF in and out. */
@NullMarked
package warrant.graph.rdf;

import org.jspecify.annotations.NullMarked;
