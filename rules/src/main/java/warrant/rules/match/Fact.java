package warrant.rules.match;

import org.jspecify.annotations.Nullable;
import warrant.graph.Triple;
import warrant.rules.value.Values;

/**
 * A triple that takes part in matching. Facts are equal when their triples are equal by value, however written.
 *
 * @param triple as it was first written
 * @param identity the same with its object in the one form of its value
 */
public record Fact(Triple triple, Triple identity) {
    public static Fact of(Triple triple) {
        var object = Values.identity(triple.object());
        return new Fact(
                triple,
                object.equals(triple.object()) ? triple : new Triple(triple.subject(), triple.relation(), object));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact fact && identity.equals(fact.identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }
}
