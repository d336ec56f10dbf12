package warrant.extraction.read.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;

/** Reads comma-separated values, whatever separates them: the separator under which most rows are equally wide. */
public final class CsvReader implements FormatReader {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int SAMPLE = 60;
    private static final int WIDEST = 1_024;

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        Charsets.Decoded decoded = Charsets.decode(bytes);
        List<String> warnings = new ArrayList<>();
        PageText page = new PageText("1");
        try {
            List<List<String>> rows = parse(decoded.text(), separator(decoded.text()), limits.rows() + 1);
            if (rows.size() > limits.rows()) {
                rows = rows.subList(0, limits.rows());
                warnings.add("only the first " + limits.rows() + " rows were read");
            }
            if (rows.stream().anyMatch(row -> row.size() > WIDEST)) {
                warnings.add("only the first " + WIDEST + " columns were read");
            }
            page.table("", grid(rows));
        } catch (IOException | UncheckedIOException broken) {
            throw new ReadException(
                    name + " is not a readable CSV file: " + broken.getMessage() + ". Export it again.", broken);
        }
        String reader = "commons-csv 1.14.1 (" + decoded.name() + ")";
        return new Content("text/csv", reader, null, null, List.of(page.page()), page.tables(), warnings);
    }

    /** @return whether the text looks like rows of several cells */
    public static boolean looksTabular(String text) {
        return width(text, separator(text)) > 1;
    }

    private static char separator(String text) {
        char best = ',';
        double score = 0;
        for (char separator : SEPARATORS) {
            double agreement = width(text, separator);
            if (agreement > score) {
                score = agreement;
                best = separator;
            }
        }
        return best;
    }

    /** The commonest number of cells a row, weighted by the share of rows that have it; 0 if that is one cell. */
    private static double width(String text, char separator) {
        try {
            Map<Integer, Integer> widths = new HashMap<>();
            List<List<String>> rows = parse(text, separator, SAMPLE);
            rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
            return widths.entrySet().stream()
                    .filter(entry -> entry.getKey() > 1)
                    .mapToDouble(entry -> entry.getKey() * Math.pow((double) entry.getValue() / rows.size(), 3))
                    .max()
                    .orElse(0);
        } catch (IOException | UncheckedIOException notThis) {
            return 0;
        }
    }

    private static List<List<String>> parse(String text, char separator, int limit) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
                if (rows.size() == limit) {
                    break;
                }
            }
        }
        return rows;
    }

    private static List<List<Field>> grid(List<List<String>> rows) {
        List<List<Field>> grid = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<Field> fields = new ArrayList<>();
            for (int c = 0; c < Math.min(WIDEST, rows.get(r).size()); c++) {
                fields.add(
                        new Field(Field.letters(c) + (r + 1), r, c, rows.get(r).get(c)));
            }
            grid.add(fields);
        }
        return grid;
    }
}
