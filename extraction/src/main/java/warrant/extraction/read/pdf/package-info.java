/**
 * Reads PDF with PDFBox. Input: bytes. Output: pages whose lines are joined to paragraphs, without running heads. Not
 * here: recognising text in images.
 */
@NullMarked
package warrant.extraction.read.pdf;

import org.jspecify.annotations.NullMarked;
