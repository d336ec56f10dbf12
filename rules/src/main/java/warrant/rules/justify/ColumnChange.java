package warrant.rules.justify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Iris;
import warrant.rules.column.Store;
import warrant.rules.match.Fact;

/** What changed in the columns, by the component of which readers see it. */
final class ColumnChange {
    private final Program program;
    private final Map<Integer, Change> changes = new HashMap<>();

    ColumnChange(Program program) {
        this.program = program;
    }

    Map<Integer, Change> changes() {
        return changes;
    }

    void moved(Store store, Set<Integer> gone, List<Integer> come) {
        gone.forEach(row -> of(store.fact(row)).gone().add(store.fact(row)));
        come.forEach(row -> of(store.fact(row)).come().add(store.fact(row)));
    }

    /**
     * Everything was evaluated anew.
     *
     * @param come rows of the old store that did not hold before
     * @param all whether everything counts as changed
     */
    void replaced(Store old, List<Integer> come, Store now, boolean all) {
        Set<Integer> late = new HashSet<>(come);
        for (int row = 0; row < old.rows().size(); row++) {
            if (old.rows().isLive(row) && !late.contains(row) && (all || !isSame(old, row, now))) {
                of(old.fact(row)).gone().add(old.fact(row));
            }
        }
        for (int row = 0; row < now.rows().size(); row++) {
            if (now.rows().isLive(row) && (all || late.contains(row(now, row, old)) || !isSame(now, row, old))) {
                of(now.fact(row)).come().add(now.fact(row));
            }
        }
    }

    private static int row(Store one, int row, Store other) {
        return other.find(one.fact(row).identity());
    }

    /** @return whether the fact holds in the other store too, written in the same way */
    private static boolean isSame(Store one, int row, Store other) {
        int there = row(one, row, other);
        return there >= 0 && other.rows().isLive(there) && other.triple(there).equals(one.triple(row));
    }

    /** Types of classes that no rule names count as those of any class, which rules may read. */
    private Change of(Fact fact) {
        Component own = program.componentOf(Reading.key(fact.triple()));
        Component types = program.componentOf(Reading.ANY_TYPE);
        Component reader =
                own == null && types != null && fact.triple().relation().equals(Iris.TYPE) ? types : own;
        return changes.computeIfAbsent(reader == null ? -1 : reader.id(), c -> new Change());
    }
}
