/**
 * What can be set, and where things lie on the disk. Input: the environment and options of the command line, read here
 * and nowhere else. Output: {@link warrant.orchestrator.config.Settings} and
 * {@link warrant.orchestrator.config.DataFolder}. Not here: what the settings do.
 */
@NullMarked
package warrant.orchestrator.config;

import org.jspecify.annotations.NullMarked;
