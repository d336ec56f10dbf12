/**
 * Reads Word, Excel and PowerPoint files, old and new, with POI, and OpenDocument files. Input: the bytes of a file.
 * Output: text with the numbers that Word shows, sheets with the values that Excel shows; new workbooks are read as
 * streams. Not here: rich text and comma-separated values ({@code .text}).
 */
@NullMarked
package warrant.extraction.read.office;

import org.jspecify.annotations.NullMarked;
