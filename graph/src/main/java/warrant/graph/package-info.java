/**
 * What do we believe, and why? The vocabulary that every module speaks, and the ports to whatever keeps it.
 *
 * <p>One word, one meaning:
 *
 * <ul>
 *   <li>{@link warrant.graph.Term}: an {@link warrant.graph.Entity} (named by an IRI) or a
 *       {@link warrant.graph.Literal}.
 *   <li>{@link warrant.graph.Triple}: subject, relation, object. Identity only: it neither holds nor fails to hold.
 *   <li>{@link warrant.graph.Statement}: a triple with the days on which it holds and its supports; believed while one
 *       support is open.
 *   <li>{@link warrant.graph.Support}: one reason to believe a statement, with its {@link warrant.graph.Origin} and the
 *       time at which it was recorded and, perhaps, closed.
 *   <li>{@link warrant.graph.Document}, {@link warrant.graph.Page}, {@link warrant.graph.Passage}: text as it was read.
 *   <li>{@link warrant.graph.Span}, {@link warrant.graph.Quotation}: a place in a document, and the words that stand
 *       there, equal code point for code point.
 *   <li>{@link warrant.graph.Ontology}: the classes and relations that a matter can state.
 * </ul>
 *
 * <p>Input: values from the other modules. Output: the same values, kept. Not here: how they are kept (adapters lie one
 * package down), how they are found (extraction) and what follows from them (rules).
 */
@NullMarked
package warrant.graph;

import org.jspecify.annotations.NullMarked;
