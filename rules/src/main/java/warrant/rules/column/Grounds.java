package warrant.rules.column;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Derivations in columns: of each its row, its clause, and the rows that it rests on, in the order of the clause's
 * patterns. Those of a row are chained. Which derivations use a row is indexed when first asked.
 */
public final class Grounds {
    private static final int GONE = -1;

    /** By row: its latest derivation + 1, or 0; and how many were found. */
    private int[] latest;

    private int[] found;
    /** By derivation: row, clause, the one before it of the same row + 1, and where its premises begin. */
    private int[] head;

    private int[] clause;
    private int[] before;
    private int[] from;
    private int[] premises;
    private int size;
    private int gone;
    private int used;
    private long dropped;
    private @Nullable Uses uses;

    /** By row: the latest place among premises where it stands + 1; by place: the one before, and the derivation. */
    private static final class Uses {
        int[] latest = new int[0];
        int[] before = new int[0];
        int[] owner = new int[0];
    }

    public Grounds() {
        latest = new int[64];
        found = new int[64];
        head = new int[64];
        clause = new int[64];
        before = new int[64];
        from = new int[65];
        premises = new int[64];
    }

    private Grounds(Grounds other) {
        latest = other.latest.clone();
        found = other.found.clone();
        head = other.head.clone();
        clause = other.clause.clone();
        before = other.before.clone();
        from = other.from.clone();
        premises = other.premises.clone();
        size = other.size;
        gone = other.gone;
        used = other.used;
        dropped = other.dropped;
        uses = other.uses;
        other.uses = null;
    }

    /** @return a copy, which takes the index of uses with it */
    Grounds copy() {
        return new Grounds(this);
    }

    /**
     * Adds a derivation from what a body is matched with.
     *
     * @param most derivations kept of one row; further ones are counted
     */
    public void add(int row, Body body, int most) {
        int made = add(row, body.clause(), body.length(), most);
        for (int i = 0; made >= 0 && i < body.length(); i++) {
            premises[from[made] + i] = body.matched(i);
        }
        index(made);
    }

    /**
     * Adds a derivation.
     *
     * @param rests the rows that it rests on, in the order of the clause's patterns
     * @param most derivations kept of one row; further ones are counted
     */
    public void add(int row, int by, List<Integer> rests, int most) {
        int made = add(row, by, rests.size(), most);
        for (int i = 0; made >= 0 && i < rests.size(); i++) {
            premises[from[made] + i] = rests.get(i);
        }
        index(made);
    }

    private void index(int made) {
        Uses index = uses;
        if (index != null && made >= 0) {
            index(index, made);
        }
    }

    /** @return the number of a new derivation, its premises to be filled in; -1 where it is only counted */
    private int add(int row, int by, int length, int most) {
        if (row >= latest.length) {
            int more = Math.max(row + 1, Mixing.grown(latest.length));
            latest = Arrays.copyOf(latest, more);
            found = Arrays.copyOf(found, more);
        }
        if (++found[row] > most) {
            dropped++;
            return -1;
        }
        if (size == head.length) {
            int more = Mixing.grown(size);
            head = Arrays.copyOf(head, more);
            clause = Arrays.copyOf(clause, more);
            before = Arrays.copyOf(before, more);
            from = Arrays.copyOf(from, more + 1);
        }
        if (used > premises.length - length) {
            premises = Arrays.copyOf(premises, Math.max(used + length, Mixing.grown(premises.length)));
        }
        int made = size++;
        head[made] = row;
        clause[made] = by;
        before[made] = latest[row];
        latest[row] = made + 1;
        used += length;
        from[made + 1] = used;
        return made;
    }

    /** @return the latest derivation of a row; -1 if it has none */
    public int latest(int row) {
        return row < latest.length ? latest[row] - 1 : -1;
    }

    /** @return the derivation of the same row before; -1 if there is none */
    public int before(int derivation) {
        return before[derivation] - 1;
    }

    public int clause(int derivation) {
        return clause[derivation];
    }

    public int row(int derivation) {
        return head[derivation];
    }

    /** @return how many rows it rests on, a row counted as often as it is used */
    public int length(int derivation) {
        return from[derivation + 1] - from[derivation];
    }

    public int premise(int derivation, int at) {
        return premises[from[derivation] + at];
    }

    /** @return how many derivations of a row were found beyond those kept */
    public long dropped(int row, int most) {
        return row < found.length ? Math.max(0, found[row] - most) : 0;
    }

    /** @return how many derivations were found and not kept, of all rows */
    public long dropped() {
        return dropped;
    }

    public boolean isGone(int derivation) {
        return clause[derivation] == GONE;
    }

    /** @return how many derivations there were and are, and how many of them are gone */
    public int size() {
        return size;
    }

    public int gone() {
        return gone;
    }

    /** Removes a derivation. */
    public void remove(int derivation) {
        int row = head[derivation];
        int here = latest[row] - 1;
        if (here == derivation) {
            latest[row] = before[derivation];
        } else {
            while (before[here] - 1 != derivation) {
                here = before[here] - 1;
            }
            before[here] = before[derivation];
        }
        clause[derivation] = GONE;
        found[row]--;
        gone++;
    }

    /** Removes all derivations of a row, those not kept too. */
    public void clear(int row, int most) {
        if (row >= latest.length) {
            return;
        }
        dropped -= dropped(row, most);
        for (int each = latest[row] - 1; each >= 0; each = before[each] - 1) {
            clause[each] = GONE;
            gone++;
        }
        latest[row] = 0;
        found[row] = 0;
    }

    /** Tells the derivations that rest on a row, once for each time that it stands there. */
    public void users(int row, IntConsumer user) {
        Uses index = uses();
        int place = row < index.latest.length ? index.latest[row] : 0;
        for (; place != 0; place = index.before[place - 1]) {
            int derivation = index.owner[place - 1];
            if (!isGone(derivation)) {
                user.accept(derivation);
            }
        }
    }

    private Uses uses() {
        Uses known = uses;
        if (known == null) {
            known = new Uses();
            known.latest = new int[latest.length];
            known.before = new int[premises.length];
            known.owner = new int[premises.length];
            for (int derivation = 0; derivation < size; derivation++) {
                index(known, derivation);
            }
            uses = known;
        }
        return known;
    }

    private void index(Uses index, int derivation) {
        if (premises.length > index.owner.length) {
            index.before = Arrays.copyOf(index.before, premises.length);
            index.owner = Arrays.copyOf(index.owner, premises.length);
        }
        for (int place = from[derivation]; place < from[derivation + 1]; place++) {
            int row = premises[place];
            if (row >= index.latest.length) {
                index.latest = Arrays.copyOf(index.latest, Math.max(row + 1, Mixing.grown(index.latest.length)));
            }
            index.owner[place] = derivation;
            index.before[place] = index.latest[row];
            index.latest[row] = place + 1;
        }
    }
}
