package warrant.rules.column;

import warrant.rules.match.Budget;

/**
 * Finds the ways in which a body is matched by a row in the place of one pattern and by rows shown in those of the
 * others. Each combination is found when the last of its rows is entered, once: earlier patterns are not matched with
 * the row entered (semi-naive evaluation, Bancilhon and Ramakrishnan 1986). What comes next is the pattern with the
 * fewest rows to be expected from what is bound.
 */
public final class Joiner {
    private final Rows rows;
    private final Terms terms;
    private final Budget budget;
    private final Found found;
    private int entered;
    private int entrance;

    /** Told of each match, which stands in the body until it returns. */
    public interface Found {
        void found(Body body);
    }

    public Joiner(Rows rows, Terms terms, Budget budget, Found found) {
        this.rows = rows;
        this.terms = terms;
        this.budget = budget;
        this.found = found;
    }

    /** @param at the pattern in whose place the row stands */
    public void enter(Body body, int at, int row) {
        entered = row;
        entrance = at;
        int all = (1 << body.length()) - 1;
        attempt(body, at, row, all & ~(1 << at));
    }

    /** Matches the whole body with rows shown; what its variables stand for already is kept. */
    public void all(Body body) {
        entered = -1;
        entrance = 0;
        solve(body, (1 << body.length()) - 1);
    }

    private void solve(Body body, int left) {
        if (left == 0) {
            found.found(body);
            return;
        }
        int at = cheapest(body, left);
        int rest = left & ~(1 << at);
        int relation = body.relation(at);
        int subject = body.value(body.subject(at));
        int object = body.value(body.object(at));
        if (subject >= 0 && object >= 0) {
            int row = rows.find(terms.identity(subject), relation, terms.identity(object));
            if (row >= 0) {
                attempt(body, at, row, rest);
            }
        } else if (subject >= 0) {
            chain(body, at, 1, rows.lastOfSubject(terms.identity(subject), relation), rest);
        } else if (object >= 0) {
            chain(body, at, 2, rows.lastOfObject(relation, terms.identity(object)), rest);
        } else {
            chain(body, at, 0, rows.lastOf(relation), rest);
        }
    }

    private void chain(Body body, int at, int chain, int last, int rest) {
        if (last < 0) {
            return;
        }
        int row = last;
        do {
            row = rows.next(chain, row);
            attempt(body, at, row, rest);
        } while (row != last);
    }

    private int cheapest(Body body, int left) {
        int best = Integer.numberOfTrailingZeros(left);
        if (left == 1 << best) {
            return best;
        }
        int least = Integer.MAX_VALUE;
        for (int rest = left; rest != 0; rest &= rest - 1) {
            int at = Integer.numberOfTrailingZeros(rest);
            int rowsExpected = expected(body, at);
            if (rowsExpected < least) {
                least = rowsExpected;
                best = at;
            }
        }
        return best;
    }

    private int expected(Body body, int at) {
        int relation = body.relation(at);
        boolean subject = body.value(body.subject(at)) >= 0;
        boolean object = body.value(body.object(at)) >= 0;
        if (subject && object) {
            return 0;
        }
        int fitting = body.seen(at);
        if (subject) {
            return Math.min(fitting, rows.perSubject(relation));
        }
        boolean variable = body.object(at) < 0;
        return object && variable ? Math.min(fitting, rows.perObject(relation)) : fitting;
    }

    private void attempt(Body body, int at, int row, int rest) {
        budget.step();
        if (!rows.isShown(row) || (row == entered && at < entrance)) {
            return;
        }
        int subject = body.subject(at);
        int object = body.object(at);
        int known = body.value(subject);
        if (known < 0) {
            body.bind(subject, rows.subject(row));
        } else if (terms.identity(known) != rows.subject(row)) {
            return;
        }
        int other = body.value(object);
        if (other < 0) {
            body.bind(object, rows.written(row));
        }
        if (other < 0 || terms.identity(other) == rows.object(row)) {
            body.match(at, row);
            solve(body, rest);
        }
        if (other < 0) {
            body.bind(object, -1);
        }
        if (known < 0) {
            body.bind(subject, -1);
        }
    }
}
