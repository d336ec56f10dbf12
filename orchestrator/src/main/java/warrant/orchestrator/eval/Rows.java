package warrant.orchestrator.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.extraction.read.Table;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.graph.rdf.Expected;

/** The rows of all tables, to tell which expected statements stand in one. */
public final class Rows {
    private final List<Row> rows;

    /** What a row shows: its cells as labels, and the values in them. */
    private record Row(Set<String> labels, Set<Literal> values) {}

    public Rows(List<Table> tables) {
        this.rows = tables.stream()
                .flatMap(table -> table.rows().stream())
                .map(Rows::row)
                .toList();
    }

    private static Row row(List<Table.Cell> cells) {
        Set<String> labels = new HashSet<>();
        Set<Literal> values = new HashSet<>();
        for (Table.Cell cell : cells) {
            labels.add(Labels.normal(cell.text()));
            for (Mention mention : Mentions.find(cell.text(), Context.NONE)) {
                if (mention instanceof Mention.Value value) {
                    values.addAll(value.readings());
                }
            }
        }
        return new Row(labels, values);
    }

    /** @return whether one row shows both subject and object; of a type, the subject alone */
    boolean show(Expected expected, Triple wanted) {
        return rows.stream()
                .filter(row -> shows(row, expected.labels(wanted.subject())))
                .anyMatch(row -> switch (wanted.object()) {
                    case Entity entity -> wanted.relation().equals(Iris.TYPE) || shows(row, expected.labels(entity));
                    case Literal literal -> shows(row, literal);
                });
    }

    private static boolean shows(Row row, List<String> labels) {
        return labels.stream()
                .map(Labels::normal)
                .anyMatch(label ->
                        row.labels().stream().anyMatch(cell -> cell.equals(label) || label.endsWith(" " + cell)));
    }

    private static boolean shows(Row row, Literal literal) {
        String lexical = Labels.normal(literal.lexical());
        String number = lexical.replaceAll("[^\\d.]", "");
        return row.values().contains(literal)
                || row.labels().stream().anyMatch(cell -> cell.equals(lexical))
                || (!number.isEmpty()
                        && row.labels().stream()
                                .anyMatch(cell -> cell.replaceAll("[^\\d.]", "").equals(number)));
    }

    /** @return the normalised names of each thing, by IRI */
    static Map<String, Set<String>> names(List<Statement> statements) {
        Map<String, Set<String>> names = new HashMap<>();
        for (Statement statement : statements) {
            Triple triple = statement.triple();
            boolean naming =
                    triple.relation().equals(Iris.LABEL) || triple.relation().equals(Iris.ALT_LABEL);
            if (naming && triple.object() instanceof Literal label) {
                names.computeIfAbsent(triple.subject().iri(), iri -> new HashSet<>())
                        .add(Labels.normal(label.lexical()));
            }
        }
        return names;
    }
}
