package warrant.extraction.read.web;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.PageText;

/** Lays out the blocks of a web page, each as a line. */
final class HtmlLayout {
    private static final int WIDEST_SPAN = 100;

    private final PageText page;
    private final StringBuilder line = new StringBuilder();
    private String heading = "";

    HtmlLayout(PageText page) {
        this.page = page;
    }

    void flush() {
        page.line(line.toString());
        line.setLength(0);
    }

    void block(Element element) {
        int number = start(element);
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                line.append(text.getWholeText());
            } else if (child instanceof Element inner) {
                if (inner.normalName().equals("li") && element.normalName().equals("ol")) {
                    flush();
                    line.append(marker(number++, element.attr("type"))).append(' ');
                }
                element(inner);
            }
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        if (name.equals("br")) {
            flush();
        } else if (name.equals("table") && isData(element)) {
            flush();
            page.gap();
            table(element);
            page.gap();
        } else if (name.matches("h[1-6]")) {
            flush();
            page.gap();
            block(element);
            heading = PageText.clean(line.toString());
            flush();
        } else if (name.equals("pre")) {
            flush();
            element.wholeText().lines().forEach(page::line);
        } else if (element.isBlock() || name.equals("td") || name.equals("th")) {
            boolean item = name.equals("li");
            if (!item && !startsItem()) {
                flush();
            }
            block(element);
            flush();
        } else {
            block(element);
        }
    }

    /** A number that has just been written waits for the paragraph inside its item. */
    private boolean startsItem() {
        return line.length() < 8 && line.toString().strip().matches("[\\w]{1,5}\\.");
    }

    /** A table with one column, or with tables inside, only arranges text. */
    private static boolean isData(Element table) {
        boolean wide = table.select("tr").stream()
                .anyMatch(row -> row.select("> td, > th").size() > 1);
        return wide && table.select("table").size() == 1;
    }

    private void table(Element table) {
        Element caption = table.selectFirst("caption");
        if (caption != null) {
            page.line(caption.text());
        }
        List<Element> rows = table.select("tr");
        List<NavigableMap<Integer, Field>> grid = new ArrayList<>();
        rows.forEach(row -> grid.add(new TreeMap<>()));
        for (int r = 0; r < rows.size(); r++) {
            for (Element cell : rows.get(r).select("> td, > th")) {
                place(cell, r, grid);
            }
        }
        List<List<Field>> full = new ArrayList<>();
        grid.forEach(row -> full.add(filled(row, full.size())));
        page.table(caption == null ? heading : caption.text(), full);
    }

    /** Puts a cell into the first free column of its row, and into all that it spans. */
    private static void place(Element cell, int row, List<NavigableMap<Integer, Field>> grid) {
        int column = 0;
        while (grid.get(row).containsKey(column)) {
            column++;
        }
        int wide = span(cell, "colspan");
        int high = Math.min(span(cell, "rowspan"), grid.size() - row);
        for (int r = row; r < row + high; r++) {
            for (int c = column; c < column + wide; c++) {
                String address = Field.letters(c) + (r + 1);
                Field field = c == column ? new Field(address, row, column, cell.text()) : new Field(address, r, c, "");
                grid.get(r).putIfAbsent(c, field);
            }
        }
    }

    private static List<Field> filled(NavigableMap<Integer, Field> row, int r) {
        List<Field> fields = new ArrayList<>();
        int width = row.isEmpty() ? 0 : row.lastKey() + 1;
        for (int c = 0; c < width; c++) {
            fields.add(row.getOrDefault(c, new Field(Field.letters(c) + (r + 1), r, c, "")));
        }
        return fields;
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        return value.matches("[1-9]\\d{0,2}") ? Math.min(Integer.parseInt(value), WIDEST_SPAN) : 1;
    }

    private static int start(Element element) {
        String start = element.attr("start").strip();
        return element.normalName().equals("ol") && start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
    }

    private static String marker(int number, String type) {
        return switch (type) {
            case "a" -> Field.letters(number - 1).toLowerCase(java.util.Locale.ROOT) + ".";
            case "A" -> Field.letters(number - 1) + ".";
            case "i" -> warrant.extraction.read.page.Roman.of(number).toLowerCase(java.util.Locale.ROOT) + ".";
            case "I" -> warrant.extraction.read.page.Roman.of(number) + ".";
            default -> number + ".";
        };
    }
}
