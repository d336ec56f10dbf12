/**
 * Reads HTML with jsoup. Input: bytes. Output: the main text and its tables as a browser shows them. Not here: loading
 * anything that a page refers to.
 */
@NullMarked
package warrant.extraction.read.web;

import org.jspecify.annotations.NullMarked;
