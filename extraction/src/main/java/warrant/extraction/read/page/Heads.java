package warrant.extraction.read.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import warrant.extraction.mention.Currency;
import warrant.extraction.mention.Units;
import warrant.extraction.read.Table.Cell;

/**
 * The lines of a table's header: one, with a line of groups above it ({@code Period} over {@code From} and {@code To})
 * or a line of units below it.
 *
 * @param depth how many rows are header
 */
record Heads(int depth, List<Cell> header, List<List<Cell>> further) {
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern TIME = Pattern.compile(
            "(?i)(?:(?:business|working|calendar) )?(?:days?|weeks?|months?|years?|hours?|h)|tage?|wochen?|monate?|jahre?|stunden?");

    static Heads of(List<List<Cell>> rows) {
        List<Cell> first = rows.getFirst();
        if (rows.size() > 2 && isGroups(first, rows.get(1)) && isAboveValues(rows)) {
            return groups(first, rows.get(1));
        }
        if (rows.size() > 1 && areUnits(first, rows.get(1))) {
            return new Heads(2, first, rows.get(1).stream().map(Heads::some).toList());
        }
        return new Heads(1, first, first.stream().map(cell -> List.<Cell>of()).toList());
    }

    /** Headings of groups leave cells free to the right of them, which the next line fills; neither holds figures. */
    private static boolean isGroups(List<Cell> first, List<Cell> second) {
        int spread = 0;
        for (int c = 0; c < first.size(); c++) {
            boolean empty = first.get(c).text().isEmpty();
            boolean below = !second.get(c).text().isEmpty();
            if (!empty && !below && c > 0) {
                return false;
            }
            spread += empty && below ? 1 : 0;
        }
        boolean leads = !first.getFirst().text().isEmpty()
                || first.stream().filter(Heads::isFilled).count() > 1;
        return spread > 0 && leads && second.stream().noneMatch(Heads::holdsDigit);
    }

    private static boolean isAboveValues(List<List<Cell>> rows) {
        for (int c = 0; c < rows.getFirst().size(); c++) {
            int column = c;
            List<Cell> below = rows.stream()
                    .skip(2)
                    .map(row -> row.get(column))
                    .filter(Heads::isFilled)
                    .toList();
            long figures = below.stream().filter(Heads::holdsDigit).count();
            if (isFilled(rows.get(1).get(c)) && !below.isEmpty() && figures * 2 > below.size()) {
                return true;
            }
        }
        return false;
    }

    private static Heads groups(List<Cell> first, List<Cell> second) {
        List<Cell> header = new ArrayList<>();
        List<List<Cell>> further = new ArrayList<>();
        Cell group = first.getFirst();
        for (int c = 0; c < first.size(); c++) {
            group = isFilled(first.get(c)) ? first.get(c) : group;
            boolean own = !isFilled(second.get(c));
            boolean same = second.get(c).begin() == group.begin();
            header.add(own ? first.get(c) : second.get(c));
            further.add(own || same || !isFilled(group) ? List.of() : List.of(group));
        }
        return new Heads(2, header, further);
    }

    private static boolean areUnits(List<Cell> first, List<Cell> second) {
        boolean filled = first.stream().filter(Heads::isFilled).count()
                > second.stream().filter(Heads::isFilled).count();
        return filled
                && second.stream().anyMatch(Heads::isFilled)
                && second.stream().filter(Heads::isFilled).allMatch(Heads::isUnit);
    }

    private static boolean isUnit(Cell cell) {
        String bare = cell.text().replaceAll("^[(\\[]|[)\\]]$", "").strip();
        return bare.equals("%")
                || bare.equals("–")
                || bare.equals("-")
                || Units.isUnit(bare)
                || Currency.of(bare) != null
                || TIME.matcher(bare).matches();
    }

    private static List<Cell> some(Cell cell) {
        return isFilled(cell) ? List.of(cell) : List.of();
    }

    private static boolean isFilled(Cell cell) {
        return !cell.text().isEmpty();
    }

    private static boolean holdsDigit(Cell cell) {
        return DIGIT.matcher(cell.text()).find();
    }
}
