/**
 * How the readers of all formats lay out what they read. Input: blocks of text and grids of cells, in reading order.
 * Output: pages whose every block is one line, and tables whose cells know their place on the page. Not here: any
 * format.
 */
@NullMarked
package warrant.extraction.read.page;

import org.jspecify.annotations.NullMarked;
