package warrant.graph;

/**
 * A piece of one page that is read in one go: a clause, a paragraph, a message.
 *
 * @param id stable: of the document, the place and the text
 * @param begin first code point in the page's text
 * @param end code point after the last one
 * @param path where it stands: {@code 9.2(b)}, {@code Payment}, or empty
 */
public record Passage(String id, String document, String page, int begin, int end, String path, String text) {}
