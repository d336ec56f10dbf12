package warrant.rules.column;

import java.util.Arrays;
import warrant.graph.Entity;
import warrant.graph.Term;
import warrant.rules.value.Values;

/** Numbers for terms, from 0 on, in the order in which they came. Terms of the same value have the same identity. */
public final class Terms {
    private Term[] terms;
    private int[] identities;
    private int[] hashes;
    /** Open addressing: number + 1, or 0. */
    private int[] slots;

    private int size;

    public Terms() {
        terms = new Term[64];
        identities = new int[64];
        hashes = new int[64];
        slots = new int[256];
    }

    private Terms(Terms other) {
        terms = other.terms.clone();
        identities = other.identities.clone();
        hashes = other.hashes.clone();
        slots = other.slots.clone();
        size = other.size;
    }

    Terms copy() {
        return new Terms(this);
    }

    /** @return the number of a term, a new one if it has none */
    public int number(Term term) {
        int hash = Mixing.of(term.hashCode());
        int slot = slot(term, hash);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        int number = size++;
        if (number == terms.length) {
            terms = Arrays.copyOf(terms, Mixing.grown(number));
            identities = Arrays.copyOf(identities, terms.length);
            hashes = Arrays.copyOf(hashes, terms.length);
        }
        terms[number] = term;
        hashes[number] = hash;
        slots[slot] = number + 1;
        if (2 * size > slots.length) {
            rehash();
        }
        Term identity = term instanceof Entity ? term : Values.identity(term);
        // first the number, for making it may replace the array
        int same = identity.equals(term) ? number : number(identity);
        identities[number] = same;
        return number;
    }

    /** @return the number of a term; -1 if it has none */
    public int find(Term term) {
        return slots[slot(term, Mixing.of(term.hashCode()))] - 1;
    }

    private int slot(Term term, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !is(slots[slot] - 1, term, hash)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean is(int number, Term term, int hash) {
        return hashes[number] == hash && terms[number].equals(term);
    }

    private void rehash() {
        slots = new int[Mixing.doubled(slots.length)];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = hashes[number] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    public Term term(int number) {
        return terms[number];
    }

    /** @return the number of the term that stands for all of the same value */
    public int identity(int number) {
        return identities[number];
    }

    public boolean isEntity(int number) {
        return terms[number] instanceof Entity;
    }
}
