package warrant.extraction.relate.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import warrant.extraction.mention.Currency;
import warrant.extraction.mention.Dates;
import warrant.graph.Datatypes;
import warrant.graph.Document;
import warrant.graph.Page;

/** What the cells of each column can be read as. */
final class Columns {
    private static final Pattern MONEY_SIGN = Pattern.compile("(?<![\\p{L}])(?:[A-Z]{3}(?![\\p{L}])|[€£¥$])");

    private final Grid grid;
    private final List<CellValues> readers = new ArrayList<>();
    private final Map<String, Double> shares = new HashMap<>();
    private final int currencyColumn;

    Columns(Grid grid, Document document) {
        this.grid = grid;
        String text = document.pages().stream().map(Page::text).collect(Collectors.joining("\n"));
        List<String> cells = grid.rows().stream()
                .flatMap(List::stream)
                .map(warrant.extraction.read.Table.Cell::text)
                .toList();
        CellValues.Writing writing = CellValues.Writing.of(cells).within(Dates.order(text));
        String currency = onlyCurrency(text);
        for (int c = 0; c < grid.headers().size(); c++) {
            readers.add(CellValues.of(grid.headers().get(c), grid.column(c), writing, currency));
        }
        this.currencyColumn = findCurrencyColumn();
    }

    Grid grid() {
        return grid;
    }

    /** @return the reader for a cell of a row, which takes its currency from the row's column of currencies, if any */
    CellValues reader(int column, int row) {
        CellValues reader = readers.get(column);
        if (currencyColumn < 0 || reader.header().currency() != null) {
            return reader;
        }
        String stated = Currency.of(grid.rows().get(row).get(currencyColumn).text());
        return stated == null ? reader : new CellValues(reader.header(), reader.dates(), reader.commaIsPoint(), stated);
    }

    /** @return share of the cells with something in them that are values of a datatype; 0 if all are empty */
    double share(int column, String datatype) {
        return shares.computeIfAbsent(column + " " + datatype, key -> measure(column, datatype));
    }

    private double measure(int column, String datatype) {
        int read = 0;
        int filled = 0;
        for (int r = 0; r < grid.rows().size(); r++) {
            String cell = grid.rows().get(r).get(column).text();
            if (!CellValues.isNothing(cell)) {
                filled++;
                read += reader(column, r).read(cell, datatype).isEmpty() ? 0 : 1;
            }
        }
        return filled == 0 ? 0 : (double) read / filled;
    }

    /**
     * @return whether the column holds dates, sums or other values rather than names; plain whole numbers may be names
     */
    boolean holdsValues(int column) {
        boolean decimals = share(column, Datatypes.DECIMAL) > 0.5
                && grid.column(column).stream().anyMatch(cell -> cell.matches(".*\\d[.,]\\d.*"));
        boolean sums = share(column, Datatypes.MONEY) > 0.5
                && (decimals
                        || readers.get(column).header().currency() != null
                        || share(column, Datatypes.INTEGER) < 0.5);
        return sums
                || decimals
                || share(column, Datatypes.DATE) > 0.5
                || (share(column, Datatypes.PERCENTAGE) > 0.5 && share(column, Datatypes.INTEGER) < 0.5)
                || (share(column, Datatypes.DURATION) > 0.5 && share(column, Datatypes.INTEGER) < 0.5);
    }

    /** @return whether the column only says in which currency the sums of its rows are */
    boolean holdsCurrencies(int column) {
        return column == currencyColumn;
    }

    private int findCurrencyColumn() {
        for (int c = 0; c < grid.headers().size(); c++) {
            List<String> cells = grid.column(c);
            boolean codes = !cells.isEmpty() && cells.stream().allMatch(cell -> Currency.of(cell) != null);
            if (codes) {
                return c;
            }
        }
        return -1;
    }

    /** The one currency that a document speaks of, if it is one. */
    private static String onlyCurrency(String text) {
        Set<String> codes = new TreeSet<>();
        Matcher sign = MONEY_SIGN.matcher(text);
        while (sign.find()) {
            String code = Currency.of(sign.group());
            if (code != null) {
                codes.add(code);
            }
        }
        return codes.size() == 1 ? codes.iterator().next() : "";
    }
}
