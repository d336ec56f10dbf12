package warrant.rules.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Term;

/** Facts by relation, by relation and subject, by relation and object; each in the order in which they came. */
public final class FactIndex {
    private final Map<String, Slice> slices = new HashMap<>();

    /** The facts of one relation. */
    private static final class Slice {
        final Map<Fact, Fact> all = new LinkedHashMap<>();
        final Map<Entity, Facts> bySubject = new HashMap<>();
        final Map<Term, Facts> byObject = new HashMap<>();
    }

    /** @return whether it was new */
    public boolean add(Fact fact) {
        Slice slice = slices.computeIfAbsent(fact.identity().relation(), relation -> new Slice());
        if (slice.all.putIfAbsent(fact, fact) != null) {
            return false;
        }
        slice.bySubject
                .computeIfAbsent(fact.identity().subject(), s -> new Facts())
                .add(fact);
        slice.byObject
                .computeIfAbsent(fact.identity().object(), o -> new Facts())
                .add(fact);
        return true;
    }

    public void remove(Fact fact) {
        Slice slice = slices.get(fact.identity().relation());
        if (slice != null && slice.all.remove(fact) != null) {
            remove(slice.bySubject, fact.identity().subject(), fact);
            remove(slice.byObject, fact.identity().object(), fact);
        }
    }

    private static <K> void remove(Map<K, Facts> index, K key, Fact fact) {
        Facts facts = index.get(key);
        if (facts != null) {
            facts.remove(fact);
            if (facts.size() == 0) {
                index.remove(key);
            }
        }
    }

    /** @return the fact as it was added; null if it is not there */
    public @Nullable Fact get(Fact fact) {
        Slice slice = slices.get(fact.identity().relation());
        return slice == null ? null : slice.all.get(fact);
    }

    /** @param object in the form of its value; null sides match anything */
    public Collection<Fact> find(@Nullable Entity subject, String relation, @Nullable Term object) {
        Slice slice = slices.get(relation);
        if (slice == null) {
            return List.of();
        }
        if (subject == null) {
            return object == null ? slice.all.values() : values(slice.byObject.get(object));
        }
        Facts ofSubject = slice.bySubject.get(subject);
        if (object == null || ofSubject == null) {
            return values(ofSubject);
        }
        Facts ofObject = slice.byObject.get(object);
        if (ofObject == null) {
            return List.of();
        }
        Facts fewer = ofSubject.size() <= ofObject.size() ? ofSubject : ofObject;
        return fewer.all().stream()
                .filter(fact -> fact.identity().subject().equals(subject)
                        && fact.identity().object().equals(object))
                .toList();
    }

    private static Collection<Fact> values(@Nullable Facts facts) {
        return facts == null ? List.of() : facts.all();
    }

    /** @return all facts */
    public Collection<Fact> all() {
        return slices.values().stream()
                .flatMap(slice -> slice.all.values().stream())
                .toList();
    }
}
