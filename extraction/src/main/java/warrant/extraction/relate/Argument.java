package warrant.extraction.relate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Literal;

/**
 * What can fill a side of a statement.
 *
 * @param begin first code point in the passage's text; -1 if the passage does not name it
 * @param end code point after the last one; -1 likewise
 * @param text as it stands there
 * @param thing the thing named, or null for a value
 * @param sort what a thing's name shows of it
 * @param readings the value, the likeliest reading first; empty for a thing
 */
record Argument(int begin, int end, String text, @Nullable Thing thing, Kinds.Sort sort, List<Literal> readings) {

    static Argument of(int begin, int end, String text, Thing thing, Kinds.Sort sort) {
        return new Argument(begin, end, text, thing, sort, List.of());
    }

    static Argument of(int begin, int end, String text, List<Literal> readings) {
        return new Argument(begin, end, text, null, Kinds.Sort.OTHER, List.copyOf(readings));
    }

    /** @return a thing that the passage is about without naming it */
    static Argument implied(Thing thing) {
        return new Argument(-1, -1, thing.name(), thing, Kinds.Sort.OTHER, List.of());
    }

    /** @return whether what a relation asks of a subject holds; said by no words of its own */
    static Argument truth(boolean holds) {
        return new Argument(-1, -1, Boolean.toString(holds), null, Kinds.Sort.OTHER, List.of(Literal.bool(holds)));
    }

    boolean implied() {
        return begin < 0;
    }

    boolean overlaps(Argument other) {
        return !implied() && !other.implied() && begin < other.end && other.begin < end;
    }

    /** @return the words that name it best */
    String name() {
        return thing == null ? text : thing.name();
    }

    boolean same(Argument other) {
        Thing mine = thing;
        Thing theirs = other.thing;
        if (mine == null || theirs == null) {
            return mine == null && theirs == null && readings.equals(other.readings) && text.equals(other.text);
        }
        return mine.name().equals(theirs.name());
    }
}
