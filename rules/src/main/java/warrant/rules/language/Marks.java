package warrant.rules.language;

import java.util.IdentityHashMap;

/** Where the parts of a typed rule stood in their file. Parts are told apart by identity: equal ones stand apart. */
final class Marks {
    private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();
    private final Place whole;

    /** @param whole the place of what has none of its own */
    Marks(Place whole) {
        this.whole = whole;
    }

    <T> T mark(T part, Place place) {
        places.put(part, place);
        return part;
    }

    Place of(Object part) {
        return places.getOrDefault(part, whole);
    }
}
