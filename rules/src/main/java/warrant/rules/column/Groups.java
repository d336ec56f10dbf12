package warrant.rules.column;

import java.util.Arrays;

/**
 * Rows that agree in two columns, each group a circle in the order in which its rows came, found by its last. Keys are
 * not stored: they stand in the columns.
 */
final class Groups {
    /** Open addressing: last row of a group + 1, or 0. */
    private int[] slots;

    private int[] next;
    private int groups;

    Groups() {
        slots = new int[256];
        next = new int[64];
    }

    private Groups(Groups other) {
        slots = other.slots.clone();
        next = other.next.clone();
        groups = other.groups;
    }

    Groups copy() {
        return new Groups(this);
    }

    /** @return the last row with these values; -1 if there is none */
    int last(int[] one, int[] other, int a, int b) {
        return slots[slot(one, other, a, b)] - 1;
    }

    /** @return the row after, of the same group; after the last comes the first */
    int next(int row) {
        return next[row];
    }

    /** @return whether a group began */
    boolean add(int[] one, int[] other, int row) {
        if (row >= next.length) {
            next = Arrays.copyOf(next, Math.max(row + 1, Mixing.grown(next.length)));
        }
        int slot = slot(one, other, one[row], other[row]);
        int last = slots[slot] - 1;
        slots[slot] = row + 1;
        if (last >= 0) {
            next[row] = next[last];
            next[last] = row;
            return false;
        }
        next[row] = row;
        if (2 * ++groups > slots.length) {
            rehash(one, other);
        }
        return true;
    }

    private int slot(int[] one, int[] other, int a, int b) {
        int mask = slots.length - 1;
        int slot = Mixing.of(a, b) & mask;
        while (slots[slot] != 0 && (one[slots[slot] - 1] != a || other[slots[slot] - 1] != b)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash(int[] one, int[] other) {
        int[] old = slots;
        slots = new int[Mixing.doubled(old.length)];
        for (int last : old) {
            if (last != 0) {
                slots[slot(one, other, one[last - 1], other[last - 1])] = last;
            }
        }
    }
}
