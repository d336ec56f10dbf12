/**
 * From a file's bytes to pages and tables. Input: a name and bytes. Output: a {@link warrant.extraction.read.Reading}.
 * Not here: cutting pages into passages, and what the text means.
 */
@NullMarked
package warrant.extraction.read;

import org.jspecify.annotations.NullMarked;
