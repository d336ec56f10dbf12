/**
 * One reader for all formats. Input: a name and bytes. Output: a {@link warrant.extraction.read.Reading}, or one
 * sentence about what is wrong with the file. The bytes decide the format; the ending of the name only hints. Not here:
 * how each format is read.
 */
@NullMarked
package warrant.extraction.read.file;

import org.jspecify.annotations.NullMarked;
