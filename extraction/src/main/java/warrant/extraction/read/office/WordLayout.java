package warrant.extraction.read.office;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.Table;
import warrant.extraction.read.page.PageText;
import warrant.graph.Page;

/** Lays out the body of a Word document; a page ends where its author, or Word when it last saved, ended it. */
final class WordLayout {
    private final XWPFDocument word;
    private final Numbering numbering;
    private final List<Page> pages = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private PageText page = new PageText("1");
    private @Nullable String title;
    private boolean titled;
    private String heading = "";
    private int tableCount;

    WordLayout(XWPFDocument word) {
        this.word = word;
        this.numbering = new Numbering(word);
    }

    void body() {
        letterhead();
        for (IBodyElement element : word.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> table(table);
                case XWPFSDT content -> content.getContent().getText().lines().forEach(page::line);
                default -> warnings.add("an element of type " + element.getElementType() + " was left out");
            }
        }
        for (XWPFFootnote note : word.getFootnotes()) {
            note.getParagraphs().forEach(paragraph -> page.line(WordText.of(paragraph, warnings)));
        }
        pages.add(page.page());
        tables.addAll(page.tables());
    }

    @Nullable String title() {
        return title;
    }

    List<Page> pages() {
        return pages;
    }

    List<Table> tables() {
        return tables;
    }

    Set<String> warnings() {
        return warnings;
    }

    /** What stands at the head of every page is read once, unless it is only a page number. */
    private void letterhead() {
        Set<String> seen = new LinkedHashSet<>();
        for (XWPFHeader header : word.getHeaderList()) {
            for (XWPFParagraph paragraph : header.getParagraphs()) {
                String text = PageText.clean(WordText.of(paragraph, warnings));
                if (text.codePoints().filter(Character::isLetter).count() > 6 && seen.add(text)) {
                    page.line(text);
                }
            }
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        String number = numbering.next(paragraph);
        WordText.Breaks breaks = WordText.breaks(paragraph);
        for (int i = 0; i < breaks.before(); i++) {
            turn();
        }
        String text = WordText.of(paragraph, warnings);
        boolean isHeading = isHeading(paragraph);
        if (isHeading) {
            page.gap();
        }
        boolean first = true;
        for (String line : text.split("\n")) {
            page.line(first && !number.isEmpty() && !line.isBlank() ? number + " " + line : line);
            first = false;
        }
        WordText.comments(paragraph).forEach(page::line);
        if (text.isBlank()) {
            page.gap();
        } else if (isHeading || text.length() <= 100) {
            heading = PageText.clean(text);
            name(paragraph, heading);
        } else {
            heading = "";
        }
        for (int i = 0; i < breaks.after(); i++) {
            turn();
        }
    }

    /** The paragraph of style Title names the document, else its first heading. */
    private void name(XWPFParagraph paragraph, String text) {
        boolean isTitle = styleName(paragraph).startsWith("title");
        if (!titled && (isTitle || (title == null && isHeading(paragraph)))) {
            title = text;
            titled = isTitle;
        }
    }

    private boolean isHeading(XWPFParagraph paragraph) {
        String style = styleName(paragraph);
        return style.startsWith("heading") || style.startsWith("title") || style.startsWith("überschrift");
    }

    private String styleName(XWPFParagraph paragraph) {
        String id = paragraph.getStyleID();
        XWPFStyle style =
                id == null || word.getStyles() == null ? null : word.getStyles().getStyle(id);
        String name = style == null || style.getName() == null ? id : style.getName();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private void turn() {
        if (page.length() > 0) {
            pages.add(page.page());
            tables.addAll(page.tables());
            page = new PageText(String.valueOf(pages.size() + 1));
        }
    }

    private void table(XWPFTable table) {
        tableCount++;
        WordTables.Grid grid = WordTables.grid(table, tableCount, numbering, warnings);
        page.gap();
        if (grid.isData()) {
            page.table(heading, grid.fields());
        } else {
            grid.lines().forEach(page::line);
        }
        page.gap();
    }
}
