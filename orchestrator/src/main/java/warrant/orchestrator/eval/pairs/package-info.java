/**
 * How well are relations between named things read without training? Input: public sets of texts with their entities
 * and relations (CoNLL04, Re-DocRED), {@link warrant.extraction.relate.Pairs}, and what each relation says, between
 * which classes and with which words, in files of ours. Output: micro precision, recall and F1 by the rule of each set.
 * Not here: sets with an ontology of their own ({@code .sentence}).
 */
@NullMarked
package warrant.orchestrator.eval.pairs;

import org.jspecify.annotations.NullMarked;
