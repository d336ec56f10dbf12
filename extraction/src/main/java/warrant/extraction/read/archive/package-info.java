/** Opens archives. Input: the bytes of one. Output: the files in it. Not here: reading them. */
@NullMarked
package warrant.extraction.read.archive;

import org.jspecify.annotations.NullMarked;
