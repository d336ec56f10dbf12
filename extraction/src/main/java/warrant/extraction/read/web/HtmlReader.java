package warrant.extraction.read.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;

/** Reads web pages. */
public final class HtmlReader implements FormatReader {
    private static final String NOISE = "script, style, noscript, template, nav, svg, button, select, input, iframe,"
            + " [hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none]";

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        try {
            Document html = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
            PageText page = new PageText("1");
            String heading = lay(html, page);
            String title = heading.isEmpty() ? PageText.clean(html.title()) : heading;
            return new Content(
                    "text/html",
                    "jsoup 1.21.2/1",
                    title.isEmpty() ? null : title,
                    null,
                    List.of(page.page()),
                    page.tables(),
                    List.of());
        } catch (IOException broken) {
            throw new ReadException(
                    name + " is not a readable HTML file: " + broken.getMessage() + ". Save it again.", broken);
        }
    }

    /**
     * Lays out a page that is part of something else, such as the body of an e-mail.
     *
     * @return its first heading, or nothing
     */
    public static String lay(String html, PageText page) {
        return lay(Jsoup.parse(html), page);
    }

    private static String lay(Document html, PageText page) {
        html.select(NOISE).remove();
        List<Element> mains = html.select("main, [role=main]");
        Element main = mains.size() == 1 ? mains.getFirst() : html.body();
        HtmlLayout layout = new HtmlLayout(page);
        layout.block(main);
        layout.flush();
        Element heading = html.selectFirst("h1");
        return heading == null ? "" : PageText.clean(heading.text());
    }
}
