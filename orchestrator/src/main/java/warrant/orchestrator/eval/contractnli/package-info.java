/**
 * How well are contracts reviewed? Input: ContractNLI's contracts, cut into spans, and hypotheses about each. Output:
 * whether a contract says so, says the contrary or says neither, where it says it, and how often that is right. Not
 * here: searching ({@code warrant.orchestrator.search}).
 */
@NullMarked
package warrant.orchestrator.eval.contractnli;

import org.jspecify.annotations.NullMarked;
