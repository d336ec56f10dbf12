package warrant.extraction.read.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.Settings;
import warrant.extraction.read.office.SheetParser.Parsed;
import warrant.extraction.read.page.Field;

/**
 * The sheets of an XLSX file, read as streams: what is kept is bounded by the limits on rows and characters, whatever
 * the size of the file.
 */
final class StreamedSheets {
    /** An empty cell costs as much memory as so many characters. */
    private static final int CHARACTERS_A_CELL = 16;

    private StreamedSheets() {}

    /** What the file says of one sheet. */
    private record Named(String name, String part, boolean hidden) {}

    /** What the file says of all. */
    private record Book(List<Named> sheets, boolean from1904) {}

    /** What was read. */
    record Workbook(List<SheetGrid> sheets, @Nullable String title) {}

    static Workbook of(byte[] bytes, Settings limits) throws IOException, XMLStreamException {
        Path file = Files.createTempFile("warrant-sheets", ".xlsx");
        try {
            Files.write(file, bytes);
            try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                String title = parts.getPackageProperties().getTitleProperty().orElse(null);
                return new Workbook(sheets(new XSSFReader(parts), limits), title);
            }
        } catch (OpenXML4JException broken) {
            throw new IOException(broken.getMessage(), broken);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<SheetGrid> sheets(XSSFReader reader, Settings limits)
            throws IOException, OpenXML4JException, XMLStreamException {
        Book book = book(reader);
        CellText shown = new CellText(book.from1904());
        List<Named> read = book.sheets().subList(0, Math.min(book.sheets().size(), limits.pages()));
        List<Parsed> parsed = new ArrayList<>();
        int room = limits.characters() / CHARACTERS_A_CELL;
        for (Named sheet : read) {
            try (InputStream in = reader.getSheet(sheet.part())) {
                parsed.add(SheetParser.parse(in, shown, reader.getStylesTable(), limits.rows(), room));
                room -= parsed.getLast().cells();
            }
        }
        Map<Integer, String> strings = strings(reader, parsed, limits);
        List<SheetGrid> grids = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            Parsed sheet = parsed.get(i);
            int cut = sheet.cut() ? sheet.rows().size() : -1;
            grids.add(
                    new SheetGrid(read.get(i).name(), read.get(i).hidden(), rows(sheet, strings), sheet.merged(), cut));
        }
        return grids;
    }

    private static Book book(XSSFReader reader) throws IOException, OpenXML4JException, XMLStreamException {
        List<Named> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (InputStream in = reader.getWorkbookData()) {
            XMLStreamReader xml = SafeXml.factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String since = String.valueOf(xml.getAttributeValue(null, "date1904"));
                    from1904 = since.equals("1") || since.equals("true");
                } else if (xml.getLocalName().equals("sheet")) {
                    String state = xml.getAttributeValue(null, "state");
                    boolean hidden = state != null && !state.equals("visible");
                    sheets.add(new Named(String.valueOf(xml.getAttributeValue(null, "name")), part(xml), hidden));
                }
            }
        }
        return new Book(sheets, from1904);
    }

    /** The relationship's identifier, the one attribute {@code id} in a name space. */
    private static String part(XMLStreamReader xml) throws IOException {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && space != null && !space.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        throw new IOException("a sheet without a part");
    }

    private static Map<Integer, String> strings(XSSFReader reader, List<Parsed> sheets, Settings limits)
            throws IOException, OpenXML4JException, XMLStreamException {
        BitSet wanted = new BitSet();
        for (Parsed sheet : sheets) {
            sheet.rows()
                    .forEach(row -> row.stream()
                            .mapToInt(SheetParser.Raw::shared)
                            .filter(number -> number >= 0)
                            .forEach(wanted::set));
        }
        if (wanted.isEmpty()) {
            return Map.of();
        }
        try (InputStream in = reader.getSharedStringsData()) {
            return in == null ? Map.of() : SharedStrings.read(in, wanted, limits.characters());
        }
    }

    private static List<List<Field>> rows(Parsed sheet, Map<Integer, String> strings) {
        List<List<Field>> rows = new ArrayList<>();
        for (int r = 0; r < sheet.rows().size(); r++) {
            List<Field> fields = new ArrayList<>();
            for (SheetParser.Raw cell : sheet.rows().get(r)) {
                while (fields.size() < cell.column()) {
                    fields.add(field(r, fields.size(), ""));
                }
                if (fields.size() == cell.column()) {
                    String text = cell.shared() < 0 ? cell.text() : strings.getOrDefault(cell.shared(), "");
                    fields.add(field(r, cell.column(), text));
                }
            }
            rows.add(fields);
        }
        return rows;
    }

    private static Field field(int row, int column, String text) {
        return new Field(Field.letters(column) + (row + 1), row, column, text);
    }
}
