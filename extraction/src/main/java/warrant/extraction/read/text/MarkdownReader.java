package warrant.extraction.read.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;

/** Reads Markdown as a browser would show it: words without marks, lists with their numbers, tables as tables. */
public final class MarkdownReader implements FormatReader {
    private static final String FRONT_MATTER = "(?s)^---\\R(.*?)\\R---\\R";

    @Override
    public Content read(String name, byte[] bytes, Settings limits) {
        Charsets.Decoded decoded = Charsets.decode(bytes);
        Parser parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        PageText page = new PageText("1");
        Node root = parser.parse(decoded.text().replaceFirst(FRONT_MATTER, "$1\n\n"));
        MarkdownLayout layout = new MarkdownLayout(page);
        root.accept(layout);
        String reader = "commonmark 0.27.0 (" + decoded.name() + ")";
        return new Content(
                "text/markdown", reader, layout.title(), null, List.of(page.page()), page.tables(), new ArrayList<>());
    }
}
