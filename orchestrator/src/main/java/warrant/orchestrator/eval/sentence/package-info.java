/**
 * How well are sentences read whose facts somebody wrote down? Input: public sets of sentences with their facts, a
 * {@link warrant.extraction.relate.Relator} as ingestion uses it. Output: scores by the measures of each set. Not here:
 * whole matters ({@code warrant.orchestrator.eval}), and printing.
 */
@NullMarked
package warrant.orchestrator.eval.sentence;

import org.jspecify.annotations.NullMarked;
