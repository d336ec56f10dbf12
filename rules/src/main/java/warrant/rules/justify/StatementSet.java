package warrant.rules.justify;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import warrant.graph.Interval;
import warrant.graph.Statement;
import warrant.graph.Triple;

/** Statements by triple and validity, in the order in which they first came. Sixteen bytes each beside themselves. */
final class StatementSet implements Iterable<Statement> {
    private @Nullable Statement[] statements = new Statement[8];
    private int[] hashes = new int[8];
    /** Open addressing: place + 1, or 0. A place that is empty stays taken. */
    private int[] slots = new int[32];

    private int size;
    private int holes;

    /** Adds a statement, in place of one of the same triple and validity. */
    void put(Statement statement) {
        int slot = slot(statement.triple(), statement.valid());
        if (slots[slot] != 0) {
            statements[slots[slot] - 1] = statement;
            return;
        }
        if (size == statements.length) {
            statements = Arrays.copyOf(statements, size + (size >> 1));
            hashes = Arrays.copyOf(hashes, statements.length);
        }
        hashes[size] = hash(statement.triple(), statement.valid());
        statements[size++] = statement;
        slots[slot] = size;
        if (2 * size > slots.length) {
            rehash();
        }
    }

    void remove(Triple triple, Interval valid) {
        int slot = slot(triple, valid);
        if (slots[slot] != 0) {
            statements[slots[slot] - 1] = null;
            if (2 * ++holes > size + 16) {
                rehash();
            }
        }
    }

    @Nullable Statement get(Triple triple, Interval valid) {
        int slot = slot(triple, valid);
        return slots[slot] == 0 ? null : statements[slots[slot] - 1];
    }

    private static int hash(Triple triple, Interval valid) {
        int hash = 31 * triple.hashCode() + valid.hashCode();
        return hash ^ (hash >>> 15) ^ (hash >>> 7);
    }

    private int slot(Triple triple, Interval valid) {
        int mask = slots.length - 1;
        int hash = hash(triple, valid);
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int place = slots[slot] - 1;
            Statement there = hashes[place] == hash ? statements[place] : null;
            if (there != null && there.triple().equals(triple) && there.valid().equals(valid)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        int left = 0;
        for (int place = 0; place < size; place++) {
            if (statements[place] != null) {
                hashes[left] = hashes[place];
                statements[left++] = statements[place];
            }
        }
        Arrays.fill(statements, left, size, null);
        size = left;
        holes = 0;
        slots = new int[Math.max(32, Integer.highestOneBit(Math.max(1, size)) * 4)];
        for (int place = 0; place < size; place++) {
            int slot = hashes[place] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = place + 1;
        }
    }

    @Override
    public Iterator<Statement> iterator() {
        return new Iterator<>() {
            private int at = seek(0);

            private int seek(int from) {
                int here = from;
                while (here < size && statements[here] == null) {
                    here++;
                }
                return here;
            }

            @Override
            public boolean hasNext() {
                return at < size;
            }

            @Override
            public Statement next() {
                Statement there = at < size ? statements[at] : null;
                if (there == null) {
                    throw new NoSuchElementException();
                }
                at = seek(at + 1);
                return there;
            }
        };
    }
}
