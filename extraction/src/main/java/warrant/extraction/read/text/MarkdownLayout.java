package warrant.extraction.read.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.PageText;
import warrant.extraction.read.page.Reflow;

/** Lays out the blocks of a Markdown text. */
final class MarkdownLayout extends AbstractVisitor {
    private final PageText page;
    private @Nullable String title;
    private String heading = "";
    private String marker = "";

    MarkdownLayout(PageText page) {
        this.page = page;
    }

    @Nullable String title() {
        return title;
    }

    @Override
    public void visit(Heading node) {
        heading = PageText.clean(words(node));
        if (title == null && !heading.isEmpty()) {
            title = heading;
        }
        page.gap();
        page.line(heading);
    }

    @Override
    public void visit(Paragraph node) {
        String words = words(node);
        List<String> lines = new ArrayList<>();
        for (String line : words.split("\n")) {
            boolean starts = lines.isEmpty() || line.startsWith("\u000b") || Reflow.startsItem(line);
            if (starts) {
                lines.add(line.replace("\u000b", ""));
            } else {
                lines.add(lines.removeLast() + " " + line);
            }
        }
        for (String line : lines) {
            page.line(marker + line);
            marker = "";
        }
        if (!(node.getParent() instanceof ListItem)) {
            page.gap();
        }
    }

    @Override
    public void visit(OrderedList node) {
        Integer start = node.getMarkerStartNumber();
        int number = start == null ? 1 : start;
        String delimiter = node.getMarkerDelimiter() == null ? "." : node.getMarkerDelimiter();
        for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
            marker = number++ + delimiter + " ";
            visitChildren(item);
            marker = "";
        }
        page.gap();
    }

    @Override
    public void visit(BulletList node) {
        for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
            marker = "- ";
            visitChildren(item);
            marker = "";
        }
        page.gap();
    }

    @Override
    public void visit(FencedCodeBlock node) {
        node.getLiteral().lines().forEach(page::line);
    }

    @Override
    public void visit(IndentedCodeBlock node) {
        TextReader.lay(node.getLiteral(), page);
    }

    @Override
    public void visit(HtmlBlock node) {
        page.line(node.getLiteral().replaceAll("<[^>]*>", " "));
    }

    @Override
    public void visit(CustomBlock node) {
        if (node instanceof TableBlock) {
            List<List<Field>> grid = new ArrayList<>();
            collect(node, grid);
            page.gap();
            page.table(heading, grid);
            page.gap();
        } else {
            visitChildren(node);
        }
    }

    private static void collect(Node node, List<List<Field>> grid) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableRow) {
                List<Field> fields = new ArrayList<>();
                for (Node cell = child.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
                    String address = Field.letters(fields.size()) + (grid.size() + 1);
                    fields.add(new Field(address, grid.size(), fields.size(), words(cell)));
                }
                grid.add(fields);
            } else {
                collect(child, grid);
            }
        }
    }

    /** The words below a node; a vertical tab after the line end marks a break that the author wants kept. */
    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak soft -> words.append('\n');
                case HardLineBreak hard -> words.append("\n\u000b");
                default -> words.append(words(child));
            }
        }
        return words.toString();
    }
}
