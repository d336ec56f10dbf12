package warrant.extraction.relate.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import warrant.extraction.read.Table;
import warrant.extraction.read.Table.Cell;

/** A table with the rows that say something: no totals, no repeated headers, no notes. */
record Grid(List<Header> headers, List<List<Cell>> rows) {
    private static final String SUM =
            "(?:(?:grand|sub|overall|running|net|gross)[- ]?)?totals?|sums?|averages?|mean|balance (?:carried|brought) \\p{L}+|carried forward"
                    + "|(?:zwischen|gesamt|end|teil)?summen?|gesamt(?:betrag|ergebnis)?|insgesamt|übertrag|durchschnitt|mittelwert|合计|总计|小计";

    private static final Pattern BARE_TOTAL = Pattern.compile("(?iu)(?:" + SUM + ")\\s*[:：]?");
    /** What may follow: {@code Total for March}, {@code Total (EUR)}; {@code Total Energies SE} is a name. */
    private static final Pattern TOTAL = Pattern.compile(
            "(?iu)(?:" + SUM + ")\\s*(?:[:：(,–-].*|\\d.*|[A-Z]{3}|(?:for|of|in|per|due|net|gross|incl|excl"
                    + "|amounts?|as|to|all|payable|paid|outstanding|invoiced|hours|days|year|netto|brutto|der|des|für|im|in|aller|je)\\b.*)?");

    /** What stands over a column of labels, and over one of values. */
    private static final Pattern LABELS = Pattern.compile(
            "(?i)(?:items?|fields?|terms?|keys?|labels?|particulars?|points?|subject|topic|parameters?|attributes?|property|properties"
                    + "|descriptions?|values?|details?|contents?|provisions?|information|data|entry|entries|answers?|merkmal|angabe|wert|)");

    static Grid of(Table table) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            if (!isRepeated(row, table.header()) && !isTotal(row) && filled(row) > 1) {
                rows.add(row);
            }
        }
        List<Header> headers = new ArrayList<>();
        for (int c = 0; c < table.header().size(); c++) {
            Cell cell = table.header().get(c);
            boolean unique = table.header().stream()
                            .filter(other -> other.text().equalsIgnoreCase(cell.text()))
                            .count()
                    == 1;
            headers.add(Header.of(cell, table.further().get(c), unique));
        }
        return new Grid(headers, rows);
    }

    /** The same table with its first column as header, as tables of labels and values have it. */
    static Grid turned(Table table) {
        List<List<Cell>> all = new ArrayList<>();
        boolean names = table.header().size() == 2
                && table.header().stream()
                        .allMatch(cell -> LABELS.matcher(cell.text().strip()).matches());
        if (!names) {
            all.add(table.header());
        }
        all.addAll(table.rows());
        List<List<Cell>> columns = new ArrayList<>();
        for (int c = 0; c < table.header().size(); c++) {
            int column = c;
            columns.add(all.stream().map(row -> row.get(column)).toList());
        }
        return new Grid(
                columns.getFirst().stream()
                        .map(Grid::unlabelled)
                        .map(Header::of)
                        .toList(),
                columns.subList(1, columns.size()));
    }

    /** A label that stands beside its value often ends in a colon. */
    private static Cell unlabelled(Cell cell) {
        String bare = cell.text().replaceFirst("\\s*[:：]$", "");
        int cut = cell.text().codePointCount(bare.length(), cell.text().length());
        return new Cell(cell.address(), cell.begin(), cell.end() - cut, bare);
    }

    List<String> column(int column) {
        return rows.stream()
                .map(row -> row.get(column).text())
                .filter(text -> !CellValues.isNothing(text))
                .toList();
    }

    private static boolean isRepeated(List<Cell> row, List<Cell> header) {
        for (int c = 0; c < row.size(); c++) {
            if (!row.get(c).text().equalsIgnoreCase(header.get(c).text())) {
                return false;
            }
        }
        return true;
    }

    /** A row that sums up says so first, or anywhere if it leaves most cells free. */
    private static boolean isTotal(List<Cell> row) {
        List<String> texts = row.stream()
                .map(cell -> cell.text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
        boolean sparse = texts.size() * 2 <= row.size();
        return !texts.isEmpty()
                && (TOTAL.matcher(texts.getFirst()).matches()
                        || (sparse
                                && texts.stream()
                                        .anyMatch(
                                                text -> BARE_TOTAL.matcher(text).matches())));
    }

    private static long filled(List<Cell> row) {
        return row.stream().filter(cell -> !cell.text().isEmpty()).count();
    }
}
