package warrant.extraction.read.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of one sheet (ISO/IEC 29500-1, 18.3) from its beginning, and stops after so many rows or cells, so that
 * memory is bounded by these and not by the size of the sheet.
 */
final class SheetParser {
    /** The most that Excel lets a cell hold; what is longer was not written by it. */
    private static final int LONGEST = 32_767;

    private final XMLStreamReader xml;
    private final CellText shown;
    private final StylesTable styles;
    private final List<List<Raw>> rows = new ArrayList<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private int room;
    private boolean cut;

    /**
     * A cell.
     *
     * @param text what is shown
     * @param shared number of the shared string that is shown instead, or -1
     */
    record Raw(int column, String text, int shared) {}

    /**
     * A sheet.
     *
     * @param rows cells of each, in order; blank ones are left out
     * @param cut whether there is more than was read
     */
    record Parsed(List<List<Raw>> rows, List<CellRangeAddress> merged, boolean cut) {
        int cells() {
            return rows.stream().mapToInt(List::size).sum();
        }
    }

    private SheetParser(XMLStreamReader xml, CellText shown, StylesTable styles, int room) {
        this.xml = xml;
        this.shown = shown;
        this.styles = styles;
        this.room = room;
    }

    /**
     * @param most rows
     * @param room for cells; the row in which it is used up is the last
     */
    static Parsed parse(InputStream sheet, CellText shown, StylesTable styles, int most, int room)
            throws XMLStreamException, IOException {
        XMLStreamReader xml = SafeXml.factory().createXMLStreamReader(sheet);
        SheetParser parser = new SheetParser(xml, shown, styles, room);
        parser.sheet(most);
        return new Parsed(parser.rows, parser.merged, parser.cut);
    }

    private void sheet(int most) throws XMLStreamException, IOException {
        while (!cut && xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("row")) {
                int number = number("r", rows.size() + 1);
                cut = number > most || room <= 0;
                if (!cut) {
                    row(number);
                }
            } else if (xml.getLocalName().equals("mergeCell")) {
                merged.add(CellRangeAddress.valueOf(String.valueOf(xml.getAttributeValue(null, "ref"))));
            }
        }
    }

    private void row(int number) throws XMLStreamException, IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("interrupted in row " + number);
        }
        while (rows.size() < number) {
            rows.add(List.of());
        }
        List<Raw> cells = new ArrayList<>();
        for (int event = xml.next(); !isEnd(event, "row"); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                Raw cell = cell(cells.isEmpty() ? 0 : cells.getLast().column() + 1);
                if (cell.column() < SheetGrid.WIDEST) {
                    cells.add(cell);
                    room--;
                }
            }
        }
        rows.set(number - 1, cells);
    }

    private Raw cell(int next) throws XMLStreamException {
        String reference = xml.getAttributeValue(null, "r");
        int column = reference == null ? next : new CellReference(reference).getCol();
        String type = xml.getAttributeValue(null, "t");
        int style = number("s", 0);
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); !isEnd(event, "c"); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v", "t" -> text(xml, text);
                    case "f", "rPh" -> skip(xml, xml.getLocalName());
                    default -> {} // what formats a run of text, or holds one
                }
            }
        }
        return raw(column, type == null ? "n" : type, style, text.toString());
    }

    private Raw raw(int column, String type, int style, String value) {
        return switch (type) {
            case "s" -> new Raw(column, "", value.isBlank() ? -1 : Integer.parseInt(value.strip()));
            case "b" -> new Raw(column, value.strip().equals("1") ? "TRUE" : "FALSE", -1);
            case "n" -> new Raw(column, value.isBlank() ? "" : number(Double.parseDouble(value.strip()), style), -1);
            default -> new Raw(column, SharedStrings.decoded(value), -1); // str, inlineStr, e (an error), d (a date)
        };
    }

    private String number(double value, int style) {
        var known = style < styles.getNumCellStyles() ? styles.getStyleAt(style) : null;
        return known == null
                ? shown.of(value, 0, null)
                : shown.of(value, known.getDataFormat(), known.getDataFormatString());
    }

    private int number(String attribute, int otherwise) {
        @Nullable String value = xml.getAttributeValue(null, attribute);
        return value == null ? otherwise : Integer.parseInt(value.strip());
    }

    private boolean isEnd(int event, String name) {
        return event == XMLStreamConstants.END_DOCUMENT
                || (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals(name));
    }

    /** Adds the text of the element that was just begun, up to what a cell can hold. */
    static void text(XMLStreamReader xml, StringBuilder text) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            boolean words = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (words && text.length() < LONGEST) {
                String more = xml.getText();
                text.append(more, 0, Math.min(more.length(), LONGEST - text.length()));
            }
        }
    }

    /** Goes to the end of the element that was just begun. */
    static void skip(XMLStreamReader xml, String name) throws XMLStreamException {
        for (int event = xml.next();
                event != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals(name);
                event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }
}
