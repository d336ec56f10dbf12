/**
 * How good is it? Input: what was found or answered, and what a person expected. Output: scores, by the measures of the
 * field. Not here: running the job that is scored, and printing.
 */
@NullMarked
package warrant.orchestrator.eval;

import org.jspecify.annotations.NullMarked;
