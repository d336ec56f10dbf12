package warrant.rules.language.cite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import warrant.graph.Document;
import warrant.graph.Page;
import warrant.graph.Quotation;
import warrant.graph.Span;

/** The whole text of a document with every run of white space as one blank, and the way back to the pages. */
final class DocumentText {
    private final Document document;
    private final StringBuilder text = new StringBuilder();
    private String whole = "";
    private final List<int[]> origins = new ArrayList<>();
    private final BitSet lineStarts = new BitSet();
    private final BitSet pageStarts = new BitSet();

    private DocumentText(Document document) {
        this.document = document;
    }

    static DocumentText of(Document document) {
        DocumentText made = new DocumentText(document);
        for (int page = 0; page < document.pages().size(); page++) {
            made.add(page, new BitSet());
        }
        made.whole = made.text.toString();
        return made;
    }

    /** Leaves out the lines at the top and bottom of pages that repeat from page to page, page numbers aside. */
    static DocumentText withoutPageFurniture(Document document) {
        DocumentText made = new DocumentText(document);
        Map<String, Integer> counts = new HashMap<>();
        document.pages().forEach(page -> edges(page).forEach(line -> counts.merge(shape(line), 1, Integer::sum)));
        int most = Math.max(2, document.pages().size() / 3);
        for (int i = 0; i < document.pages().size(); i++) {
            Page page = document.pages().get(i);
            BitSet left = new BitSet();
            for (String line : edges(page)) {
                if (counts.getOrDefault(shape(line), 0) >= most) {
                    int at = page.text().startsWith(line) ? 0 : page.text().lastIndexOf(line);
                    left.set(at, at + line.length());
                }
            }
            made.add(i, left);
        }
        made.whole = made.text.toString();
        return made;
    }

    private static List<String> edges(Page page) {
        List<String> lines = page.text().lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 3) {
            return List.of();
        }
        return List.of(lines.getFirst(), lines.getLast());
    }

    private static String shape(String line) {
        return line.strip().replaceAll("[0-9]+", "0");
    }

    private void add(int number, BitSet leftOut) {
        String page = document.pages().get(number).text();
        boolean lineBegins = true;
        boolean pageBegins = true;
        int codePoint = 0;
        for (int i = 0; i < page.length(); i++) {
            char c = page.charAt(i);
            if (isBlank(c) || leftOut.get(i)) {
                lineBegins |= c == '\n' || c == '\r' || c == '\t' || c == '\f' || leftOut.get(i);
                blank(number, codePoint);
            } else {
                pageStarts.set(text.length(), pageBegins || pageStarts.get(text.length()));
                lineStarts.set(text.length(), lineBegins);
                lineBegins = false;
                pageBegins = false;
                text.append(c);
                origins.add(new int[] {number, codePoint});
            }
            codePoint += Character.isHighSurrogate(c) ? 0 : 1;
        }
        blank(number, codePoint);
    }

    private void blank(int page, int codePoint) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
            origins.add(new int[] {page, codePoint});
        }
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /** @return the words as they are compared: white space as single blanks, none at the ends */
    static String collapse(String words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!isBlank(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    String text() {
        return whole;
    }

    boolean beginsLine(int position) {
        return lineStarts.get(position);
    }

    /** @return the first position from the given one on that begins a line or a cell; the length if there is none */
    int nextLine(int from) {
        int next = lineStarts.nextSetBit(from);
        return next < 0 ? text.length() : next;
    }

    /** @return where the last line or cell begins that begins at the position or before it */
    int lineOf(int position) {
        return Math.max(0, lineStarts.previousSetBit(position));
    }

    String page(int position) {
        return document.pages().get(origins.get(position)[0]).label();
    }

    /** @return the range of a page by its label, empty if there is no such page */
    List<Range> pageRange(String label) {
        List<Range> found = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i < text.length(); i++) {
            boolean on = page(i).equalsIgnoreCase(label);
            if (on && begin < 0) {
                begin = i;
            } else if (!on && begin >= 0) {
                found.add(new Range(begin, i));
                begin = -1;
            }
        }
        if (begin >= 0) {
            found.add(new Range(begin, text.length()));
        }
        return found;
    }

    /** @return the quotations that a range of this text is made of, one for each page */
    List<Quotation> quotations(Range range) {
        List<Quotation> quotations = new ArrayList<>();
        int begin = range.begin();
        while (begin < range.end()) {
            int page = origins.get(begin)[0];
            int end = begin;
            int last = -1;
            int first = -1;
            while (end < range.end() && origins.get(end)[0] == page) {
                if (text.charAt(end) != ' ') {
                    first = first < 0 ? end : first;
                    last = end;
                }
                end++;
            }
            if (first >= 0) {
                quotations.add(quotation(page, origins.get(first)[1], origins.get(last)[1] + 1));
            }
            begin = end;
        }
        return quotations;
    }

    private Quotation quotation(int number, int begin, int end) {
        Page page = document.pages().get(number);
        return new Quotation(new Span(document.id(), page.label(), begin, end, null), page.slice(begin, end));
    }

    /** A part of the text: from the first position to the one after the last. */
    record Range(int begin, int end) {
        boolean holds(int from, int to) {
            return begin <= from && to <= end;
        }
    }
}
