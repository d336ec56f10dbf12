/**
 * Reads text that is written as text: plain, Markdown, comma-separated. Input: bytes in whatever encoding. Output:
 * their {@link warrant.extraction.read.page.Content}. Not here: deciding which of them a file is.
 */
@NullMarked
package warrant.extraction.read.text;

import org.jspecify.annotations.NullMarked;
