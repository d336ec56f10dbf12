package warrant.rules.match;

import org.jspecify.annotations.Nullable;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.value.Values;

/**
 * A triple that takes part in matching. Facts are equal when their triples are equal by value, however written. A
 * class, not a record, for its hash is asked for more often than anything else and is kept.
 */
public final class Fact {
    private final Triple triple;
    private final Triple identity;
    private final int hash;

    private Fact(Triple triple, Triple identity) {
        this.triple = triple;
        this.identity = identity;
        this.hash = identity.hashCode();
    }

    public static Fact of(Triple triple) {
        return of(triple, Values.identity(triple.object()));
    }

    /** @param object of the triple, in the one form of its value */
    public static Fact of(Triple triple, Term object) {
        return new Fact(
                triple,
                object.equals(triple.object()) ? triple : new Triple(triple.subject(), triple.relation(), object));
    }

    /** @return the triple as it was first written */
    public Triple triple() {
        return triple;
    }

    /** @return the same with its object in the one form of its value */
    public Triple identity() {
        return identity;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Fact fact && hash == fact.hash && identity.equals(fact.identity));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return triple.toString();
    }
}
