/**
 * The command line. Input: words typed by a person. Output: text or JSON on standard output, one sentence on standard
 * error when something fails, an exit code. A thin client: it starts the owner of a data folder where none runs and
 * talks to its REST interface. Not here: any work on a matter; standard streams are used nowhere else.
 */
@NullMarked
package warrant.orchestrator.cli;

import org.jspecify.annotations.NullMarked;
