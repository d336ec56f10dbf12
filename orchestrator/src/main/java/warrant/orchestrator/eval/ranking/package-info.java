/**
 * How good is an order of found things? Input: what was found, best first, and what should have been. Output: the
 * measures of information retrieval. Not here: finding.
 */
@NullMarked
package warrant.orchestrator.eval.ranking;

import org.jspecify.annotations.NullMarked;
