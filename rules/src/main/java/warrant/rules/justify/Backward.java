package warrant.rules.justify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import warrant.rules.column.Body;
import warrant.rules.column.Joiner;
import warrant.rules.column.Store;
import warrant.rules.match.Budget;

/** Finds the derivations of one row from the rows shown: the clauses that conclude it, from their heads. */
final class Backward {
    private final Store store;
    private final List<ColumnClause> clauses;
    private final Joiner joiner;
    private final int most;
    /** Derivations from what holds before the row, and others: it may be that those rest on the row. */
    private final List<Found> grounded = new ArrayList<>();

    private final List<Found> others = new ArrayList<>();
    private long all;
    private int sought;
    private boolean first;

    private record Found(int clause, List<Integer> rests) {
        Found {
            rests = List.copyOf(rests);
        }
    }

    /** Ends a search that has found one. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("found", null, false, false);
        }
    }

    /** @param most derivations kept of one row */
    Backward(Store store, List<ColumnClause> clauses, Budget budget, int most) {
        this.store = store;
        this.clauses = clauses;
        this.most = most;
        this.joiner = new Joiner(store.rows(), store.terms(), budget, this::found);
    }

    /** @return whether each clause that could conclude the row says by its head of which variables */
    boolean canFind(int row) {
        String relation = store.relation(store.rows().relation(row));
        for (ColumnClause clause : clauses) {
            long heads = clause.clause().heads().stream()
                    .filter(head -> head.relation().equals(relation))
                    .count();
            if (heads > 1 || (heads == 1 && clause.heads().isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private void found(Body body) {
        if (first) {
            throw new Enough();
        }
        all++;
        List<Integer> rests = Arrays.stream(body.matched()).boxed().toList();
        boolean before = rests.stream().allMatch(row -> store.rows().isBefore(row, sought));
        List<Found> some = before ? grounded : others;
        if (some.size() < most) {
            some.add(new Found(body.clause(), rests));
        }
    }

    /** @return whether some clause concludes the row */
    boolean isDerivable(int row) {
        first = true;
        try {
            search(row);
            return false;
        } catch (Enough enough) {
            clauses.forEach(clause -> clause.body().free());
            return true;
        }
    }

    /** Writes the derivations of a row anew, those first that cannot rest on it, so that it keeps a proof. */
    void collect(int row) {
        first = false;
        grounded.clear();
        others.clear();
        all = 0;
        search(row);
        store.grounds().clear(row, most);
        grounded.addAll(others);
        for (int i = 0; i < all; i++) {
            Found found = grounded.get(Math.min(i, grounded.size() - 1));
            store.grounds().add(row, found.clause(), found.rests(), most);
        }
    }

    private void search(int row) {
        sought = row;
        for (ColumnClause clause : clauses) {
            for (ColumnClause.Head head : clause.heads()) {
                boolean fits = head.relation() == store.rows().relation(row)
                        && bind(clause.body(), head.subject(), store.rows().subject(row))
                        && bind(clause.body(), head.object(), store.rows().object(row));
                if (fits) {
                    joiner.all(clause.body());
                }
                clause.body().free();
            }
        }
    }

    private boolean bind(Body body, int place, int value) {
        int known = body.value(place);
        if (known < 0) {
            body.bind(place, value);
            return true;
        }
        return store.terms().identity(known) == value;
    }
}
