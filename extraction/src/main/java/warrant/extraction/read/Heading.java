package warrant.extraction.read;

/**
 * A heading that the file itself lists, such as the outline of a PDF file does.
 *
 * @param page label of the page that it stands on
 * @param text as listed, which may lack the number that the page shows
 */
public record Heading(String page, String text) {}
