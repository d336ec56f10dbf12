package warrant.extraction.propose;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.extraction.propose.Draft.Sighting;
import warrant.extraction.read.Table;
import warrant.graph.Datatypes;

/** What tables state: a class for the rows, a relation for each column. */
final class TableDraft {
    private static final int LOOKED_AT = 200;
    /** So large a share of a column's cells must be of a kind. */
    private static final double MOST = 0.7;

    private static final List<String> TYPES = List.of(
            Datatypes.DATE,
            Datatypes.MONEY,
            Datatypes.PERCENTAGE,
            Datatypes.QUANTITY,
            Datatypes.DURATION,
            Datatypes.INTEGER,
            Datatypes.DECIMAL);

    private final Tally tally;

    TableDraft(Tally tally) {
        this.tally = tally;
    }

    /** @param document its name, and what a caption falls back to */
    void read(Table table, String document) {
        int key = key(table);
        if (table.rows().size() < 2 || table.header().size() < 2 || key < 0) {
            return;
        }
        String kind = kind(table, key, document);
        table.rows().forEach(row -> tally.kind(kind, row.get(key).text(), ""));
        for (int c = 0; c < table.header().size(); c++) {
            String label = Phrases.header(table.header().get(c).text());
            if (c != key && !label.isEmpty()) {
                column(table, key, c, label, kind, document);
            }
        }
    }

    private void column(Table table, int key, int column, String label, String kind, String document) {
        String sort = sort(table, column);
        boolean object = !sort.contains(":");
        for (List<Table.Cell> row : table.rows().stream().limit(LOOKED_AT).toList()) {
            String cell = row.get(column).text();
            String name = row.get(key).text();
            if (!cell.isBlank() && !name.isBlank()) {
                Sighting sighting = new Sighting(name + ": " + label + " " + cell, name, cell, document);
                tally.relation(label, "table", kind, sort, object, false, sighting);
                if (object) {
                    tally.kind(sort, cell, Sides.comment(sort));
                }
            }
        }
    }

    /** @return the first column of text whose cells all differ, or -1 */
    private static int key(Table table) {
        for (int c = 0; c < table.header().size(); c++) {
            int column = c;
            Set<String> seen = new HashSet<>();
            boolean distinct = table.rows().stream()
                    .map(row -> row.get(column).text())
                    .filter(text -> !text.isBlank())
                    .allMatch(seen::add);
            boolean text = seen.size() > 1 && sort(table, c).equals(Datatypes.STRING);
            if (distinct && (text || isNames(table, c))) {
                return c;
            }
        }
        return -1;
    }

    private static boolean isNames(Table table, int column) {
        return !sort(table, column).contains(":");
    }

    /** The header of the key says what a row is ({@code Invoice}); else the caption; else the document's name. */
    private static String kind(Table table, int key, String document) {
        String head = Phrases.header(table.header().get(key).text())
                .replaceFirst("\\s*(?:no|number|id|code|ref|reference|name|nr|nummer)\\.?$", "");
        if (!head.isBlank() && !head.matches("(?:no|number|id|code|ref|name|nr|nummer|item|#)\\.?")) {
            return Phrases.singular(head);
        }
        String caption = Phrases.noun(table.caption());
        return caption.isEmpty() || caption.matches("sheet\\s*\\d*|tabelle\\s*\\d*")
                ? Phrases.noun(document.replaceFirst("^.*/", "").replaceFirst("\\.[^.]*$", ""))
                : caption;
    }

    /** @return what the cells are: the IRI of a datatype, or the label of a class of things */
    private static String sort(Table table, int column) {
        Map<String, Integer> counts = new HashMap<>();
        int filled = 0;
        for (List<Table.Cell> row : table.rows().stream().limit(LOOKED_AT).toList()) {
            String cell = row.get(column).text().strip();
            if (!cell.isEmpty()) {
                filled++;
                counts.merge(sort(cell), 1, Integer::sum);
            }
        }
        int integers = counts.getOrDefault(Datatypes.INTEGER, 0);
        counts.computeIfPresent(Datatypes.DECIMAL, (type, count) -> count + integers);
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            if (each.getValue() >= MOST * filled) {
                return each.getKey();
            }
        }
        return Datatypes.STRING;
    }

    private static String sort(String cell) {
        if (cell.matches("(?i)yes|no|true|false|ja|nein|x|✓|✗")) {
            return Datatypes.BOOLEAN;
        }
        for (String type : TYPES) {
            if (!Mentions.readings(cell, type, Context.DateOrder.DAY_FIRST).isEmpty()) {
                return type;
            }
        }
        int length = cell.codePointCount(0, cell.length());
        return Mentions.find(cell, Context.NONE).stream()
                .filter(mention -> mention.begin() == 0 && mention.end() == length)
                .filter(mention -> mention instanceof Mention.Name)
                .map(Sides::kind)
                .filter(kind -> !kind.isEmpty())
                .findFirst()
                .orElse(Datatypes.STRING);
    }
}
