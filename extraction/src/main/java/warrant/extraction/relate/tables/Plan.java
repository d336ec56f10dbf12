package warrant.extraction.relate.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Ontology;

/**
 * What the columns of a grid mean.
 *
 * @param grid the table, perhaps turned
 * @param kind IRI of the class of the rows
 * @param key column that names the row's thing, or -1 if that is the document itself
 * @param named how well header or caption name the class, from 0 to 1
 * @param score for comparing plans of one table
 */
record Plan(Grid grid, String kind, int key, List<Column> columns, double named, double score) {
    static final int DOCUMENT = -1;
    /** Stands for the thing of the row, whatever names it. */
    static final int ROW = -2;

    Plan {
        columns = List.copyOf(columns);
    }

    /**
     * @param inverse whether the cell names the subject and the row the object
     * @param score from 0 to 1
     * @param of column that names the thing of which this one tells; {@link #ROW} for the row's own
     * @param code relation whose values the cells are, in the place of names: a column of staff numbers; null for names
     */
    record Column(
            int index,
            Ontology.Relation relation,
            boolean inverse,
            double score,
            int of,
            Ontology.@Nullable Relation code) {
        Column(int index, Ontology.Relation relation, boolean inverse, double score) {
            this(index, relation, inverse, score, ROW, null);
        }

        /** @return the classes of what the cells name; empty if any */
        Set<String> kinds() {
            return inverse ? relation.domain() : relation.range();
        }
    }

    /** @return what the table was taken to mean, for people to check */
    String words(Ontology ontology) {
        Ontology.Kind known = ontology.classes().get(kind);
        String thing = known == null ? Lexicon.localName(kind) : known.label();
        StringBuilder words = new StringBuilder("each row is a ‘" + thing + "’"
                + (key == DOCUMENT ? ", the document itself" : " named by “" + header(key) + "”"));
        for (Column column : columns) {
            words.append("; “").append(header(column.index())).append("”: ");
            words.append(column.inverse() ? "who ‘" : "‘")
                    .append(column.relation().label())
                    .append("’");
            words.append(column.of() == ROW ? "" : " of “" + header(column.of()) + "”");
        }
        List<String> unused = new ArrayList<>();
        for (int c = 0; c < grid.headers().size(); c++) {
            int at = c;
            if (c != key && columns.stream().noneMatch(column -> column.index() == at)) {
                unused.add("“" + header(c) + "”");
            }
        }
        return words + (unused.isEmpty() ? "" : "; not used: " + String.join(", ", unused));
    }

    private String header(int column) {
        return grid.headers().get(column).cell().text();
    }
}
