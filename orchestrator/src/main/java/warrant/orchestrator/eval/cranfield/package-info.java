/**
 * How well are texts found? Input: the Cranfield collection in SMART format. Output: the measures of information
 * retrieval over its queries. Not here: searching ({@code warrant.orchestrator.search}).
 */
@NullMarked
package warrant.orchestrator.eval.cranfield;

import org.jspecify.annotations.NullMarked;
