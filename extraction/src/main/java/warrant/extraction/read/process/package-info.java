/**
 * Reads files in a child process with limits on memory and time, so that a hostile file can end that process and
 * nothing else. Input: a name and bytes. Output: {@link warrant.extraction.read.Readings}. Not here: any format.
 */
@NullMarked
package warrant.extraction.read.process;

import org.jspecify.annotations.NullMarked;
