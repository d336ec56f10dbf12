package warrant.extraction.relate.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.Table.Cell;
import warrant.graph.Datatypes;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.graph.Ontology;

/** From when to when a row's statements hold, where their relation is a state. */
final class Validity {
    private static final Set<String> FROM = Set.of(
            "since",
            "from",
            "start",
            "begin",
            "valid from",
            "start date",
            "from date",
            "effective from",
            "begins",
            "beginning",
            "von",
            "ab",
            "seit",
            "beginn",
            "moved in",
            "commencement");
    private static final Set<String> UNTIL = Set.of(
            "until",
            "to",
            "end",
            "till",
            "valid until",
            "valid to",
            "end date",
            "to date",
            "ends",
            "ended",
            "bis",
            "ende",
            "moved out",
            "expiry",
            "expires");

    private Validity() {}

    /** The last day that a table gives is included; where none is given the document's own day begins the state. */
    static Interval of(
            Plan plan, Columns columns, List<Cell> row, int r, Ontology.Relation relation, @Nullable LocalDate born) {
        if (!relation.state()) {
            return Interval.ALWAYS;
        }
        Set<Integer> meant = plan.columns().stream().map(Plan.Column::index).collect(Collectors.toSet());
        LocalDate from = null;
        LocalDate until = null;
        for (int c = 0; c < row.size(); c++) {
            String label = plan.grid().headers().get(c).label().toLowerCase(java.util.Locale.ROOT);
            if (!meant.contains(c) && c != plan.key()) {
                from = FROM.contains(label) ? day(columns, row, r, c, from) : from;
                until = UNTIL.contains(label) ? day(columns, row, r, c, until) : until;
            }
        }
        LocalDate after = until == null ? null : until.plusDays(1);
        LocalDate start = from == null && (after == null || born == null || born.isBefore(after)) ? born : from;
        boolean sane = start == null || after == null || start.isBefore(after);
        return new Interval(start, sane ? after : null);
    }

    private static @Nullable LocalDate day(
            Columns columns, List<Cell> row, int r, int column, @Nullable LocalDate otherwise) {
        List<Literal> readings = columns.reader(column, r).read(row.get(column).text(), Datatypes.DATE);
        return readings.size() == 1 ? LocalDate.parse(readings.getFirst().lexical()) : otherwise;
    }
}
