/**
 * Suite {@code logic}: the programs that a language model wrote for ProofWriter and PrOntoQA, as recorded by Logic-LM,
 * are run as they are. Not here: reading a program ({@code warrant.rules.foreign}).
 */
@NullMarked
package warrant.orchestrator.eval.logic;

import org.jspecify.annotations.NullMarked;
