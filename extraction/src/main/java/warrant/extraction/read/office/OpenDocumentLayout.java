package warrant.extraction.read.office;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.PageText;
import warrant.graph.Page;

/** Lays out content.xml, element by element, in the order of the file. */
final class OpenDocumentLayout {
    private static final int WIDEST = 256;
    /** What is not part of the text as it stands. */
    private static final Set<String> ASIDE = Set.of(
            "tracked-changes",
            "annotation",
            "forms",
            "automatic-styles",
            "scripts",
            "font-face-decls",
            "named-expressions",
            "database-ranges",
            "content-validations");

    private final XMLStreamReader xml;
    private final Settings limits;
    private final List<Page> pages = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private PageText page = new PageText("1");
    private @Nullable String title;
    private String heading = "";

    OpenDocumentLayout(XMLStreamReader xml, Settings limits) {
        this.xml = xml;
        this.limits = limits;
    }

    List<Page> pages() {
        return pages;
    }

    List<Table> tables() {
        return tables;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Nullable String title() {
        return title;
    }

    void lay() throws XMLStreamException {
        boolean sheets = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            sheets |= name.equals("spreadsheet");
            switch (name) {
                case "h", "p" -> paragraph(name.equals("h"));
                case "table" -> table(sheets);
                case "page" -> turn(null);
                default -> aside(name);
            }
        }
        turn(null);
    }

    private void aside(String name) throws XMLStreamException {
        if (ASIDE.contains(name)) {
            if (name.equals("tracked-changes") || name.equals("annotation")) {
                warnings.add(
                        name.equals("annotation") ? "comments were left out" : "tracked changes were read as accepted");
            }
            skip();
        }
    }

    private void paragraph(boolean isHeading) throws XMLStreamException {
        StringBuilder notes = new StringBuilder();
        String text = PageText.clean(words(notes));
        if (isHeading) {
            page.gap();
            title = title == null && !text.isEmpty() ? text : title;
        }
        if (text.isEmpty()) {
            page.gap();
        } else {
            page.line(text);
            heading = text.length() <= 100 ? text : "";
        }
        page.line(notes.toString());
    }

    /** The words of the element that has just begun, up to its end. */
    private String words(StringBuilder notes) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text.append(xml.getText());
                case XMLStreamReader.START_ELEMENT -> depth += inside(xml.getLocalName(), text, notes);
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        return text.toString();
    }

    /** @return 1 if the element's words are to be read on as those around it, 0 if it has been read to its end */
    private int inside(String name, StringBuilder text, StringBuilder notes) throws XMLStreamException {
        switch (name) {
            case "s", "tab" -> text.append(' ');
            case "line-break" -> text.append('\n');
            case "note" -> {
                notes.append(words(new StringBuilder())).append(' ');
                return 0;
            }
            case "annotation" -> warnings.add("comments were left out");
            default -> {
                return 1;
            }
        }
        skip();
        return 0;
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
        }
    }

    private void table(boolean sheet) throws XMLStreamException {
        String name = attribute("name");
        if (sheet) {
            turn(name);
            if (pages.size() >= limits.pages()) {
                warnings.add("only the first " + limits.pages() + " sheets were read");
            }
        }
        List<List<Field>> grid = new ArrayList<>();
        int ahead = 0;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("table-row")) {
                int times = repeated("number-rows-repeated");
                List<String> cells = row();
                boolean blank = cells.stream().allMatch(String::isEmpty);
                ahead += blank ? times : 0;
                for (int i = 0; !blank && i < times && grid.size() + ahead < limits.rows(); i++) {
                    for (; ahead > 0; ahead--) {
                        grid.add(List.of());
                    }
                    grid.add(fields(cells, grid.size()));
                }
                if (!blank && grid.size() >= limits.rows()) {
                    warnings.add("only the first " + limits.rows() + " rows of the sheet '" + name + "' were read");
                }
            } else if (event == XMLStreamReader.START_ELEMENT) {
                depth++;
            }
        }
        page.table(sheet ? name : heading, grid);
    }

    private static List<Field> fields(List<String> cells, int row) {
        List<Field> fields = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            fields.add(new Field(Field.letters(c) + (row + 1), row, c, cells.get(c)));
        }
        return fields;
    }

    private List<String> row() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamReader.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("table-cell") || name.equals("covered-table-cell")) {
                    int times = repeated("number-columns-repeated");
                    String text = cell();
                    for (int i = 0; i < times && cells.size() < WIDEST; i++) {
                        cells.add(text);
                    }
                } else {
                    depth++;
                }
            }
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    /** What a reader sees, but dates as ISO 8601 has them and digits that the format rounds away. */
    private String cell() throws XMLStreamException {
        String type = attribute("value-type");
        String value = attribute("value");
        String date = attribute("date-value");
        String currency = attribute("currency");
        String text = PageText.clean(words(new StringBuilder()));
        return switch (type) {
            case "date" -> date.replaceFirst("T00:00:00(?:\\.0+)?$", "").replace('T', ' ');
            case "float", "currency", "percentage" -> number(text, value, type, currency);
            default -> text;
        };
    }

    private static String number(String text, String value, String type, String currency) {
        if (!value.matches("-?\\d+(?:\\.\\d+)?") || text.isEmpty()) {
            return text;
        }
        java.math.BigDecimal exact = new java.math.BigDecimal(value);
        if (type.equals("percentage")) {
            exact = exact.scaleByPowerOfTen(2);
        }
        String digits = exact.stripTrailingZeros().unscaledValue().abs().toString();
        boolean shown = text.replaceAll("\\D", "").contains(digits.equals("0") ? "0" : digits);
        String unit = type.equals("percentage") ? " %" : currency.isEmpty() ? "" : " " + currency;
        return shown ? text : exact.stripTrailingZeros().toPlainString() + unit;
    }

    private int repeated(String attribute) {
        String times = attribute(attribute);
        return times.matches("\\d{1,7}") ? Integer.parseInt(times) : 1;
    }

    private String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** @param label of the next page, or null for its number */
    private void turn(@Nullable String label) {
        if (page.length() > 0) {
            pages.add(page.page());
            tables.addAll(page.tables());
        }
        page = new PageText(label == null ? String.valueOf(pages.size() + 1) : label);
    }
}
