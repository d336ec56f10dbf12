/**
 * Suite {@code proverqa}: problems of ProverQA, answered from the formulas that come with their sentences. Not here:
 * formulas and the rules made of them ({@code warrant.rules.foreign}).
 */
@NullMarked
package warrant.orchestrator.eval.proverqa;

import org.jspecify.annotations.NullMarked;
