/**
 * OWL 2 RL as rules.
 *
 * <p>Input: the axioms of an ontology as triples. Output: the rules that they stand for. Not here: what a matter's own
 * ontology implies, where domains and ranges never infer a type ({@code warrant.rules.OntologyRules}).
 */
@NullMarked
package warrant.rules.owl;

import org.jspecify.annotations.NullMarked;
