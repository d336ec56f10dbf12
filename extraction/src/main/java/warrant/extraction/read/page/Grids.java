package warrant.extraction.read.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import warrant.extraction.read.Table;
import warrant.extraction.read.Table.Cell;

/** Finds the tables in a grid of cells: a sheet often holds a title, some lines about it, and several tables. */
final class Grids {
    private static final int WIDE = 3;

    private Grids() {}

    /** @param caption name of the sheet or heading above, used where the grid itself gives no better one */
    static List<Table> tables(String page, String caption, List<List<Cell>> grid) {
        List<Table> tables = new ArrayList<>();
        String above = caption;
        for (List<List<Cell>> block : blocks(grid)) {
            int titles = titles(block);
            if (titles > 0) {
                above = first(block.get(titles - 1));
            }
            List<List<Cell>> body = block.subList(titles, block.size());
            for (List<List<Cell>> one : beside(body)) {
                if (!one.isEmpty() && filled(one) > 1) {
                    tables.add(table(page, above, one));
                }
            }
        }
        return tables;
    }

    /** Rows between blank rows; where narrow rows turn into wide ones, the wide ones are a block of their own. */
    private static List<List<List<Cell>>> blocks(List<List<Cell>> grid) {
        List<List<List<Cell>>> blocks = new ArrayList<>();
        List<List<Cell>> block = new ArrayList<>();
        for (List<Cell> row : grid) {
            if (count(row) == 0) {
                cut(block, blocks);
                block = new ArrayList<>();
            } else {
                block.add(row);
            }
        }
        cut(block, blocks);
        return blocks;
    }

    private static void cut(List<List<Cell>> block, List<List<List<Cell>>> blocks) {
        int widest = block.stream().mapToInt(Grids::count).max().orElse(0);
        int narrow = 0;
        while (narrow < block.size() && count(block.get(narrow)) <= 2) {
            narrow++;
        }
        boolean preamble = widest >= WIDE && narrow > 0 && narrow < block.size() && widest > 2;
        if (preamble && block.subList(0, narrow).stream().anyMatch(row -> count(row) == 2)) {
            blocks.add(block.subList(0, narrow));
            blocks.add(block.subList(narrow, block.size()));
        } else if (!block.isEmpty()) {
            blocks.add(block);
        }
    }

    /**
     * Tables beside each other: a column without any cell lies between two parts of at least two columns, one of which
     * ends earlier than the other.
     */
    private static List<List<List<Cell>>> beside(List<List<Cell>> body) {
        int width = body.stream().mapToInt(List::size).max().orElse(0);
        BitSet used = new BitSet();
        for (List<Cell> row : body) {
            for (int c = 0; c < row.size(); c++) {
                used.set(c, used.get(c) || !row.get(c).text().isEmpty());
            }
        }
        for (int c = used.nextClearBit(2); c + 2 < width; c = used.nextClearBit(c + 1)) {
            List<List<Cell>> left = columns(body, 0, c);
            List<List<Cell>> right = columns(body, c + 1, width);
            boolean apart = filled(left) > 1 && filled(right) > 1 && left.size() != right.size();
            if (apart && count(left.getFirst()) > 1 && count(right.getFirst()) > 1) {
                List<List<List<Cell>>> all = new ArrayList<>(List.of(left));
                all.addAll(beside(right));
                return all;
            }
        }
        return List.of(body);
    }

    /** Some columns, without the blank rows at their end. */
    private static List<List<Cell>> columns(List<List<Cell>> body, int begin, int end) {
        List<List<Cell>> part = new ArrayList<>();
        body.forEach(row -> part.add(cut(row, begin, end)));
        while (!part.isEmpty() && count(part.getLast()) == 0) {
            part.removeLast();
        }
        return part;
    }

    /** How many rows at the head of a block hold one cell only. */
    private static int titles(List<List<Cell>> block) {
        int titles = 0;
        while (titles < block.size() && count(block.get(titles)) == 1) {
            titles++;
        }
        return titles == block.size() && titles > 1 ? 1 : titles;
    }

    private static Table table(String page, String caption, List<List<Cell>> body) {
        int begin = Integer.MAX_VALUE;
        int end = 0;
        for (List<Cell> row : body) {
            for (int c = 0; c < row.size(); c++) {
                if (!row.get(c).text().isEmpty()) {
                    begin = Math.min(begin, c);
                    end = Math.max(end, c + 1);
                }
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : body) {
            rows.add(cut(row, begin, end));
        }
        Heads heads = Heads.of(rows);
        return new Table(page, caption, heads.header(), rows.subList(heads.depth(), rows.size()), heads.further());
    }

    private static List<Cell> cut(List<Cell> row, int begin, int end) {
        List<Cell> cells = new ArrayList<>(row.subList(Math.min(begin, row.size()), Math.min(end, row.size())));
        int last = row.isEmpty() ? 0 : row.getLast().end();
        while (cells.size() < end - begin) {
            cells.add(new Cell("", last, last, ""));
        }
        return cells;
    }

    private static int filled(List<List<Cell>> body) {
        return body.stream().mapToInt(Grids::count).max().orElse(0);
    }

    private static int count(List<Cell> row) {
        return (int) row.stream().filter(cell -> !cell.text().isEmpty()).count();
    }

    private static String first(List<Cell> row) {
        return row.stream()
                .map(Cell::text)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
    }
}
