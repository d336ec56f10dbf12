package warrant.extraction.read.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds tables among the lines of a page: lines whose pieces stand under one another, flush left, flush right or
 * centred. A line close below another one goes on with its cells.
 */
final class Rows {
    /** Gap between two pieces of a row, in font sizes; justified text hardly ever has wider blanks. */
    private static final float GAP = 0.8f;

    private static final float FLUSH = 2.5f;
    private static final float FARTHEST = 4;

    private Rows() {}

    /** A run of lines that are text, or a table if there is a grid. */
    record Block(List<Line> lines, List<List<String>> grid) {}

    private record Piece(String text, float begin, float end) {
        boolean under(Piece other) {
            return Math.abs(begin - other.begin) < FLUSH
                    || Math.abs(end - other.end) < FLUSH
                    || Math.abs(begin + end - other.begin - other.end) < 2 * FLUSH;
        }
    }

    static List<Block> blocks(List<Line> page) {
        List<Block> blocks = new ArrayList<>();
        List<Line> text = new ArrayList<>();
        for (int i = 0; i < page.size(); ) {
            Block table = table(page, i);
            if (table == null) {
                text.add(page.get(i++));
            } else {
                if (!text.isEmpty()) {
                    blocks.add(new Block(List.copyOf(text), List.of()));
                    text.clear();
                }
                blocks.add(table);
                i += table.lines().size();
            }
        }
        if (!text.isEmpty()) {
            blocks.add(new Block(List.copyOf(text), List.of()));
        }
        return blocks;
    }

    /** The table that begins with a line, if one does. */
    private static @org.jspecify.annotations.Nullable Block table(List<Line> page, int from) {
        List<Piece> header = pieces(page.get(from));
        if (header.size() < 2) {
            return null;
        }
        List<List<Piece>> rows = new ArrayList<>();
        rows.add(header);
        int end = from + 1;
        while (end < page.size() && follows(page.get(end - 1), page.get(end))) {
            List<Piece> row = pieces(page.get(end));
            int[] places = places(row, header);
            if (places.length == 0 || (row.size() == 1 && !isClose(page.get(end - 1), page.get(end)))) {
                break;
            }
            rows.add(row);
            end++;
        }
        List<List<String>> grid = grid(page.subList(from, end), rows, header);
        boolean isTable = isDense(grid, header.size())
                && !isText(page.subList(from, end), header)
                && (header.size() > 2 || isFlush(rows));
        return isTable ? new Block(List.copyOf(page.subList(from, end)), grid) : null;
    }

    /** Most cells of a table are filled; justified text has wide blanks at any place. */
    private static boolean isDense(List<List<String>> grid, int columns) {
        List<Long> filled = grid.stream()
                .map(row -> row.stream().filter(cell -> !cell.isEmpty()).count())
                .toList();
        long full = filled.stream().filter(count -> count > 1).count();
        long cells = filled.stream().mapToLong(Long::longValue).sum();
        return full >= (columns == 2 ? 3 : 2) && cells >= 0.6 * columns * grid.size();
    }

    /** The second of two columns begins at one place, or holds numbers; justified text only ends at one place. */
    private static boolean isFlush(List<List<Piece>> rows) {
        float begin = rows.getFirst().getLast().begin();
        return rows.stream()
                .filter(row -> row.size() == 2)
                .map(List::getLast)
                .allMatch(piece ->
                        Math.abs(piece.begin() - begin) < FLUSH || piece.text().matches("\\W*\\d[\\d.,]*\\W*"));
    }

    /** Clauses set off from their numbers are no table. */
    private static boolean isText(List<Line> lines, List<Piece> header) {
        boolean numbers = lines.stream()
                                .map(line -> pieces(line).getFirst().text())
                                .filter(first -> first.matches("\\(?[\\w.]{1,6}[.)]|[•–▪●◦·-]|\\d+(?:\\.\\d+)+"))
                                .count()
                        * 2
                >= lines.size();
        return header.size() == 2 && numbers;
    }

    private static List<List<String>> grid(List<Line> lines, List<List<Piece>> rows, List<Piece> header) {
        float nearest = Float.MAX_VALUE;
        float farthest = 0;
        for (int i = 1; i < lines.size(); i++) {
            float step = lines.get(i).y() - lines.get(i - 1).y();
            nearest = Math.min(nearest, step);
            farthest = Math.max(farthest, step);
        }
        boolean wraps = farthest > 1.25f * nearest;
        List<List<String>> grid = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            int[] places = places(rows.get(r), header);
            boolean goesOn = r > 0 && isClose(lines.get(r - 1), lines.get(r)) && wraps;
            if (!goesOn || grid.isEmpty()) {
                grid.add(new ArrayList<>(java.util.Collections.nCopies(header.size(), "")));
            }
            for (int p = 0; p < places.length; p++) {
                String above = grid.getLast().get(places[p]);
                String piece = rows.get(r).get(p).text();
                grid.getLast().set(places[p], above.isEmpty() ? piece : above + " " + piece);
            }
        }
        return grid;
    }

    private static boolean follows(Line line, Line next) {
        float step = next.y() - line.y();
        return step > 0 && step < FARTHEST * Math.max(line.size(), next.size());
    }

    private static boolean isClose(Line line, Line next) {
        return next.y() - line.y() <= 1.35f * Math.max(line.size(), next.size());
    }

    /** For each piece the column it stands under, each another one; empty if one stands under none. */
    private static int[] places(List<Piece> row, List<Piece> header) {
        int[] places = new int[row.size()];
        int least = 0;
        for (int p = 0; p < row.size(); p++) {
            int found = -1;
            for (int c = least; c < header.size() && found < 0; c++) {
                found = row.get(p).under(header.get(c)) ? c : -1;
            }
            if (found < 0) {
                return new int[0];
            }
            places[p] = found;
            least = found + 1;
        }
        return places;
    }

    private static List<Piece> pieces(Line line) {
        List<Piece> pieces = new ArrayList<>();
        for (Line.Word word : line.words()) {
            Piece last = pieces.isEmpty() ? null : pieces.getLast();
            if (last == null || word.begin() - last.end() > GAP * line.size()) {
                pieces.add(new Piece(word.text(), word.begin(), word.end()));
            } else {
                pieces.removeLast();
                pieces.add(new Piece(last.text() + " " + word.text(), last.begin(), word.end()));
            }
        }
        return pieces;
    }

    /**
     * Puts words back into the line they stand in, where a file writes the cells of a row one after the other, each
     * with all its lines: the next cell then begins a little further up.
     */
    static List<Line> levelled(List<Line> lines) {
        List<Line> levelled = new ArrayList<>();
        for (Line line : lines) {
            int found = -1;
            for (int i = levelled.size() - 1; i >= 0 && i >= levelled.size() - 8 && found < 0; i--) {
                Line other = levelled.get(i);
                boolean level = other.page() == line.page() && Math.abs(other.y() - line.y()) < 0.35f * line.size();
                found = level && line.begin() > other.end() + GAP * line.size() ? i : -1;
            }
            boolean near = found >= 0 && levelled.getLast().y() - line.y() < 8 * line.size();
            if (near) {
                Line other = levelled.get(found);
                List<Line.Word> words = new ArrayList<>(other.words());
                words.addAll(line.words());
                float size = Math.max(other.size(), line.size());
                levelled.set(found, new Line(other.page(), other.y(), size, other.pageHeight(), words));
            } else {
                levelled.add(line);
            }
        }
        return levelled;
    }
}
