package warrant.rules.justify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import warrant.rules.column.Store;

/**
 * Through which patterns a row enters which clauses: by relation, and where a pattern names its object, by that too.
 */
final class Entries {
    private final List<Of> byRelation = new ArrayList<>();

    /** A pattern of a clause. */
    record Entry(ColumnClause clause, int at) {}

    /** The patterns of one relation. */
    private record Of(List<Entry> any, Map<Integer, List<Entry>> byObject) {}

    void add(ColumnClause clause, Store store) {
        for (int i = 0; i < clause.body().length(); i++) {
            int relation = clause.body().relation(i);
            while (byRelation.size() <= relation) {
                byRelation.add(new Of(new ArrayList<>(), new HashMap<>()));
            }
            Of of = byRelation.get(relation);
            int object = clause.body().object(i);
            (object < 0
                            ? of.any()
                            : of.byObject().computeIfAbsent(store.terms().identity(object), o -> new ArrayList<>()))
                    .add(new Entry(clause, i));
        }
    }

    /** @return the entries whose object is any */
    List<Entry> any(int relation) {
        return relation < byRelation.size() ? byRelation.get(relation).any() : List.of();
    }

    /** @return the entries of one object */
    List<Entry> of(int relation, int object) {
        if (relation >= byRelation.size() || byRelation.get(relation).byObject().isEmpty()) {
            return List.of();
        }
        return byRelation.get(relation).byObject().getOrDefault(object, List.of());
    }
}
