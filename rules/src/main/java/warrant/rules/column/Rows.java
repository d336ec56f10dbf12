package warrant.rules.column;

import java.util.Arrays;

/**
 * Triples as rows of numbers: subject, relation, object by value, object as written. A row is found by its triple as
 * soon as it is there, and by chains only once it is shown; a row that is gone keeps its number and may come back.
 */
public final class Rows {
    private static final byte LIVE = 1;
    private static final byte CHAINED = 2;
    private static final byte SHOWN = 4;

    private int[] subject;
    private int[] relation;
    private int[] object;
    private int[] written;
    private byte[] state;
    /** By row: how many rows had come to hold before, those that fell and came again counted again. */
    private int[] rank;

    private int ranked;
    /** Open addressing over whole triples: row + 1, or 0. */
    private int[] slots;

    private final Groups bySubject;
    private final Groups byObject;
    /** By relation: the last row of a circle of all its rows. */
    private int[] last;

    private int[] next;
    /** By relation: rows, and different subjects and objects, ever shown. */
    private int[] counts;

    private int[] subjects;
    private int[] objects;
    private int size;
    private int live;

    public Rows() {
        subject = new int[64];
        relation = new int[64];
        object = new int[64];
        written = new int[64];
        next = new int[64];
        state = new byte[64];
        rank = new int[64];
        slots = new int[256];
        bySubject = new Groups();
        byObject = new Groups();
        last = new int[0];
        counts = new int[0];
        subjects = new int[0];
        objects = new int[0];
    }

    private Rows(Rows other) {
        subject = other.subject.clone();
        relation = other.relation.clone();
        object = other.object.clone();
        written = other.written.clone();
        next = other.next.clone();
        state = other.state.clone();
        rank = other.rank.clone();
        ranked = other.ranked;
        slots = other.slots.clone();
        bySubject = other.bySubject.copy();
        byObject = other.byObject.copy();
        last = other.last.clone();
        counts = other.counts.clone();
        subjects = other.subjects.clone();
        objects = other.objects.clone();
        size = other.size;
        live = other.live;
    }

    Rows copy() {
        return new Rows(this);
    }

    /** @return the row of a triple, live or not; -1 if there is none */
    public int find(int s, int r, int o) {
        return slots[slot(s, r, o)] - 1;
    }

    /** @return the row of a triple, made if there is none, live or not */
    public int row(int s, int r, int o, int as) {
        int slot = slot(s, r, o);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        int row = size++;
        if (row == subject.length) {
            grow(Mixing.grown(row));
        }
        subject[row] = s;
        relation[row] = r;
        object[row] = o;
        written[row] = as;
        slots[slot] = row + 1;
        if (2 * size > slots.length) {
            rehash();
        }
        return row;
    }

    private void grow(int length) {
        subject = Arrays.copyOf(subject, length);
        relation = Arrays.copyOf(relation, length);
        object = Arrays.copyOf(object, length);
        written = Arrays.copyOf(written, length);
        next = Arrays.copyOf(next, length);
        state = Arrays.copyOf(state, length);
        rank = Arrays.copyOf(rank, length);
    }

    private int slot(int s, int r, int o) {
        int mask = slots.length - 1;
        int slot = Mixing.of(Mixing.of(s, r), o) & mask;
        while (slots[slot] != 0) {
            int row = slots[slot] - 1;
            if (subject[row] == s && object[row] == o && relation[row] == r) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        slots = new int[Mixing.doubled(slots.length)];
        for (int row = 0; row < size; row++) {
            slots[slot(subject[row], relation[row], object[row])] = row + 1;
        }
    }

    /** The row holds from now on, written so. */
    public void revive(int row, int as) {
        if ((state[row] & LIVE) == 0) {
            state[row] |= LIVE;
            live++;
            rank[row] = ranked++;
        }
        written[row] = as;
    }

    /** Chains find the row from now on. */
    public void show(int row) {
        if ((state[row] & CHAINED) == 0) {
            chain(row);
        }
        state[row] |= CHAINED | SHOWN;
    }

    private void chain(int row) {
        int r = relation[row];
        if (r >= last.length) {
            int length = Mixing.grown(r);
            last = Arrays.copyOf(last, length);
            counts = Arrays.copyOf(counts, length);
            subjects = Arrays.copyOf(subjects, length);
            objects = Arrays.copyOf(objects, length);
        }
        int before = last[r] - 1;
        next[row] = before < 0 ? row : next[before];
        if (before >= 0) {
            next[before] = row;
        }
        last[r] = row + 1;
        counts[r]++;
        subjects[r] += bySubject.add(subject, relation, row) ? 1 : 0;
        objects[r] += byObject.add(relation, object, row) ? 1 : 0;
    }

    /** The row that was hidden holds after all, for what ranks before it now. */
    public void bring(int row) {
        rank[row] = ranked++;
        show(row);
    }

    /** @return whether one row came to hold before another */
    public boolean isBefore(int one, int other) {
        return rank[one] < rank[other];
    }

    /** Chains do not find the row until it is shown again. */
    public void hide(int row) {
        state[row] &= ~SHOWN;
    }

    /** The row holds no more. */
    public void kill(int row) {
        if ((state[row] & LIVE) != 0) {
            live--;
        }
        state[row] &= CHAINED;
    }

    public boolean isLive(int row) {
        return (state[row] & LIVE) != 0;
    }

    public boolean isShown(int row) {
        return (state[row] & SHOWN) != 0;
    }

    /** @return how many rows there are, those that are gone among them */
    public int size() {
        return size;
    }

    /** @return how many rows hold */
    public int live() {
        return live;
    }

    public int subject(int row) {
        return subject[row];
    }

    public int relation(int row) {
        return relation[row];
    }

    public int object(int row) {
        return object[row];
    }

    public int written(int row) {
        return written[row];
    }

    int lastOf(int r) {
        return r < last.length ? last[r] - 1 : -1;
    }

    int lastOfSubject(int s, int r) {
        return bySubject.last(subject, relation, s, r);
    }

    int lastOfObject(int r, int o) {
        return byObject.last(relation, object, r, o);
    }

    /**
     * @param chain 0: by relation; 1: by subject; 2: by object
     * @return the row after, in the chain
     */
    int next(int chain, int row) {
        return switch (chain) {
            case 1 -> bySubject.next(row);
            case 2 -> byObject.next(row);
            default -> next[row];
        };
    }

    int count(int r) {
        return r < counts.length ? counts[r] : 0;
    }

    /** @return how many rows of a relation share a subject, on average, at least 1 */
    int perSubject(int r) {
        return r < counts.length && subjects[r] > 0 ? counts[r] / subjects[r] : 1;
    }

    /** @return how many rows of a relation share an object, on average, at least 1 */
    int perObject(int r) {
        return r < counts.length && objects[r] > 0 ? counts[r] / objects[r] : 1;
    }
}
