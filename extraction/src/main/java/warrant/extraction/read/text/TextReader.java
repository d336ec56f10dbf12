package warrant.extraction.read.text;

import java.util.ArrayList;
import java.util.List;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;
import warrant.extraction.read.page.Reflow;
import warrant.graph.Page;

/** Reads plain text. A form feed ends a page. */
public final class TextReader implements FormatReader {
    @Override
    public Content read(String name, byte[] bytes, Settings limits) {
        Charsets.Decoded decoded = Charsets.decode(bytes);
        List<Page> pages = new ArrayList<>();
        for (String part : decoded.text().split("\f")) {
            PageText page = new PageText(String.valueOf(pages.size() + 1));
            lay(part, page);
            pages.add(page.page());
        }
        return new Content("text/plain", "text 1 (" + decoded.name() + ")", null, null, pages, List.of(), List.of());
    }

    /** Lays out running text, joining lines that were broken at a fixed width. */
    public static void lay(String text, PageText page) {
        for (String paragraph : Reflow.paragraphs(text.lines().toList())) {
            if (paragraph.isEmpty()) {
                page.gap();
            } else {
                page.line(paragraph);
            }
        }
    }
}
