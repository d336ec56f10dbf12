package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Statement;
import warrant.rules.column.Grounds;
import warrant.rules.column.Store;
import warrant.rules.match.Budget;
import warrant.rules.match.Fact;

/**
 * Brings columns to what the ledger says: {@link Revision} over rows. What rests on something that went is set aside,
 * what of it still has a derivation from what is left comes back, the rest falls, and what came is entered.
 */
final class ColumnUpkeep {
    private final Columns columns;
    private final Store store;
    private final Grounds grounds;
    private final Ledger ledger;
    private final LocalDate day;
    private final int most;
    private final Backward backward;
    private final BitSet away = new BitSet();
    private final Set<Integer> aside = new LinkedHashSet<>();
    private final Set<Integer> touched = new LinkedHashSet<>();

    ColumnUpkeep(Columns columns, Ledger ledger, LocalDate day, Budget budget) {
        this.columns = columns;
        this.store = columns.store();
        this.grounds = store.grounds();
        this.ledger = ledger;
        this.day = day;
        this.most = budget.limits().derivations();
        this.backward = new Backward(store, columns.clauses(), budget, most);
    }

    /**
     * @param changed statements that came or went, by fact
     * @param gone told of rows that fell
     * @param come told of rows that came to hold; one that fell and came again is on both sides
     * @return whether it could be done; where not, everything must be evaluated anew
     */
    boolean update(Map<Fact, List<Statement>> changed, Set<Integer> gone, List<Integer> come) {
        try {
            return revise(changed, gone, come);
        } catch (Budget.Spent spent) {
            return false;
        }
    }

    private boolean revise(Map<Fact, List<Statement>> changed, Set<Integer> gone, List<Integer> come) {
        List<Integer> unstated = new ArrayList<>();
        columns.watch(come);
        for (Map.Entry<Fact, List<Statement>> each : changed.entrySet()) {
            int row = store.find(each.getKey().identity());
            boolean live = row >= 0 && store.rows().isLive(row);
            List<Statement> before = live ? store.statements(row) : List.of();
            List<Statement> now = ledger.restated(before, each.getValue(), day);
            if (live && isRewritten(row, before, now)) {
                return false;
            }
            if (live) {
                store.state(row, now);
                if (now.isEmpty() && !before.isEmpty()) {
                    unstated.add(row);
                }
            } else if (!now.isEmpty()) {
                state(now);
            }
        }
        if (!unstated.isEmpty() && !retract(unstated, gone)) {
            return false;
        }
        columns.settle();
        return true;
    }

    private void state(List<Statement> now) {
        Statement first = now.getFirst();
        int row = store.row(first.triple());
        store.state(row, now);
        columns.revive(row, store.terms().number(first.triple().object()), columns.home(Reading.key(first.triple())));
    }

    /** @return whether the fact may be shown written otherwise: as a rule writes its value, where nothing states it */
    private boolean isRewritten(int row, List<Statement> before, List<Statement> now) {
        return now.isEmpty()
                ? !before.isEmpty()
                        && grounds.latest(row) >= 0
                        && !store.terms().isEntity(store.rows().object(row))
                : store.rows().written(row)
                        != store.terms().number(now.getFirst().triple().object());
    }

    private boolean retract(List<Integer> unstated, Set<Integer> gone) {
        setAside(unstated);
        List<Integer> beyond =
                touched.stream().filter(row -> grounds.dropped(row, most) > 0).toList();
        if (!beyond.stream().allMatch(backward::canFind)) {
            return false;
        }
        deriveAgain(beyond);
        touched.removeAll(beyond);
        touched.removeAll(aside);
        touched.forEach(this::removeAway);
        // first what may reach a limit: rows that fell would be missed among those that change when all is made anew
        beyond.stream().filter(row -> !aside.contains(row)).forEach(backward::collect);
        for (int row : aside) {
            grounds.clear(row, most);
            store.rows().kill(row);
            gone.add(row);
        }
        return true;
    }

    private void removeAway(int row) {
        for (int each = grounds.latest(row); each >= 0; ) {
            int before = grounds.before(each);
            if (missing(each) > 0) {
                grounds.remove(each);
            }
            each = before;
        }
    }

    private void setAside(List<Integer> unstated) {
        Deque<Integer> open = new ArrayDeque<>();
        unstated.forEach(row -> setAside(row, open));
        while (!open.isEmpty()) {
            grounds.users(open.remove(), derivation -> {
                int user = grounds.row(derivation);
                touched.add(user);
                if (!store.isStated(user)) {
                    setAside(user, open);
                }
            });
        }
    }

    private void setAside(int row, Deque<Integer> open) {
        if (aside.add(row)) {
            touched.add(row);
            away.set(row);
            store.rows().hide(row);
            open.add(row);
        }
    }

    private int missing(int derivation) {
        int missing = 0;
        for (int at = 0; at < grounds.length(derivation); at++) {
            missing += away.get(grounds.premise(derivation, at)) ? 1 : 0;
        }
        return missing;
    }

    /** @param beyond rows of which not all derivations are known */
    private void deriveAgain(List<Integer> beyond) {
        Map<Integer, Integer> waiting = new HashMap<>();
        Deque<Integer> back = new ArrayDeque<>();
        for (int row : aside) {
            for (int each = grounds.latest(row); each >= 0; each = grounds.before(each)) {
                int missing = missing(each);
                if (missing == 0) {
                    back.add(row);
                } else {
                    waiting.put(each, missing);
                }
            }
        }
        bring(back, waiting);
        for (int before = -1; before != aside.size(); ) {
            before = aside.size();
            for (int row : beyond) {
                if (aside.contains(row) && backward.isDerivable(row)) {
                    back.add(row);
                    bring(back, waiting);
                }
            }
        }
    }

    private void bring(Deque<Integer> back, Map<Integer, Integer> waiting) {
        while (!back.isEmpty()) {
            int row = back.remove();
            if (aside.remove(row)) {
                away.clear(row);
                store.rows().bring(row);
                grounds.users(row, derivation -> {
                    Integer missing = waiting.computeIfPresent(derivation, (d, count) -> count - 1);
                    if (missing != null && missing == 0) {
                        back.add(grounds.row(derivation));
                    }
                });
            }
        }
    }
}
