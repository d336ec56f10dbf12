/**
 * Reads Word and Excel files with POI. Input: the bytes of an Office Open XML file. Output: text with the numbers that
 * Word shows, sheets with the values that Excel shows. Not here: the older binary formats.
 */
@NullMarked
package warrant.extraction.read.office;

import org.jspecify.annotations.NullMarked;
