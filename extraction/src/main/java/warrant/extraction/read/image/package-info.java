/**
 * From pictures of text to text, by Tesseract where it is installed. Input: an image file or the picture of a page.
 * Output: lines. Not here: text that a file holds as text.
 */
@NullMarked
package warrant.extraction.read.image;

import org.jspecify.annotations.NullMarked;
