/**
 * The seam for public data sets: what a {@link warrant.orchestrator.eval.suite.Suite} is asked, and the
 * {@link warrant.orchestrator.eval.suite.Report} that it gives back.
 *
 * <p>Input: a folder in the data set's own format, a limit, options. Output: an outcome for each item and the measures
 * of the field. A suite is a package of its own beside this one; the command line knows it by its name. Not here: any
 * data set.
 */
@NullMarked
package warrant.orchestrator.eval.suite;

import org.jspecify.annotations.NullMarked;
