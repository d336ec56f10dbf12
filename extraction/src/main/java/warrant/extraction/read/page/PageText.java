package warrant.extraction.read.page;

import java.util.ArrayList;
import java.util.List;
import warrant.extraction.read.Table;
import warrant.graph.Page;

/** A page being written: every block a line, a blank line before a heading or where the author left one. */
public final class PageText {
    private final String label;
    private final StringBuilder text = new StringBuilder();
    private final List<Table> tables = new ArrayList<>();
    private int points;

    public PageText(String label) {
        this.label = label;
    }

    /** Adds a block; one without a visible character adds nothing. */
    public void line(String raw) {
        String clean = clean(raw);
        if (!clean.isEmpty()) {
            append(clean);
            append("\n");
        }
    }

    /** Leaves a blank line, but never two. */
    public void gap() {
        int length = text.length();
        if (length > 0 && (length < 2 || text.charAt(length - 2) != '\n')) {
            append("\n");
        }
    }

    /**
     * Adds a grid as lines with tabs between cells, and the tables that are in it.
     *
     * @param caption heading above it or name of the sheet; may be empty
     */
    public void table(String caption, List<List<Field>> grid) {
        List<List<Table.Cell>> placed = new ArrayList<>();
        for (int r = 0; r < grid.size(); r++) {
            placed.add(row(grid.get(r), r, placed));
        }
        tables.addAll(Grids.tables(label, clean(caption), placed));
    }

    private List<Table.Cell> row(List<Field> fields, int row, List<List<Table.Cell>> above) {
        List<Table.Cell> cells = new ArrayList<>();
        boolean blank = fields.stream().allMatch(field -> clean(field.text()).isEmpty());
        for (int c = 0; c < fields.size(); c++) {
            if (c > 0 && !blank) {
                append("\t");
            }
            Field field = fields.get(c);
            cells.add(cell(field, row, c, field.row() == row ? cells : above.get(field.row())));
        }
        append("\n");
        return cells;
    }

    private Table.Cell cell(Field field, int row, int column, List<Table.Cell> anchors) {
        boolean merged = field.row() != row || field.column() != column;
        if (merged && field.column() < anchors.size()) {
            Table.Cell anchor = anchors.get(field.column());
            return new Table.Cell(field.address(), anchor.begin(), anchor.end(), anchor.text());
        }
        int begin = points;
        String clean = clean(field.text());
        append(clean);
        return new Table.Cell(field.address(), begin, points, clean);
    }

    private void append(String piece) {
        text.append(piece);
        points += piece.codePointCount(0, piece.length());
    }

    /** @return number of characters so far */
    public int length() {
        return text.length();
    }

    public List<Table> tables() {
        return List.copyOf(tables);
    }

    /** @return the page, without a line end after its last line */
    public Page page() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return new Page(label, text.substring(0, end));
    }

    /** @return the text with every run of white space as one blank, without control and invisible characters */
    public static String clean(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (isVisible(point)) {
                clean.appendCodePoint(point);
            }
        });
        int end = clean.length();
        return clean.substring(0, end > 0 && clean.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
