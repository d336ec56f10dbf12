/**
 * The one process that owns a data folder: its lock, its matters, its store, its models, its jobs.
 *
 * <p>Input: {@link warrant.orchestrator.config.Settings}. Output: open matters, and jobs whose progress can be watched.
 * Not here: HTTP, and what is done with a matter.
 */
@NullMarked
package warrant.orchestrator.owner;

import org.jspecify.annotations.NullMarked;
