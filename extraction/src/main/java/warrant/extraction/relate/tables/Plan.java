package warrant.extraction.relate.tables;

import java.util.List;
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

    Plan {
        columns = List.copyOf(columns);
    }

    /**
     * @param inverse whether the cell names the subject and the row the object
     * @param score from 0 to 1
     */
    record Column(int index, Ontology.Relation relation, boolean inverse, double score) {}
}
