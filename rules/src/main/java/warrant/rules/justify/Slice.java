package warrant.rules.justify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Term;
import warrant.rules.match.Fact;
import warrant.rules.match.FactIndex;

/** All that held on one day: what lies in columns, and the rest. */
final class Slice {
    private final Holdings columns;
    private final Map<Fact, Conclusion> rest;
    private final FactIndex index = new FactIndex();

    Slice(Holdings columns, Map<Fact, Conclusion> rest) {
        this.columns = columns;
        this.rest = new LinkedHashMap<>(rest);
        rest.keySet().forEach(index::add);
    }

    /** @param object in the form of its value; null sides match anything */
    Collection<Fact> find(@Nullable Entity subject, String relation, @Nullable Term object) {
        List<Fact> all = new ArrayList<>(columns.find(subject, relation, object));
        all.addAll(index.find(subject, relation, object));
        return all;
    }

    boolean contains(Fact fact) {
        return rest.containsKey(fact) || columns.contains(fact);
    }

    /** @return why a fact holds; null if it does not */
    @Nullable Conclusion conclusion(Fact fact) {
        Conclusion known = rest.get(fact);
        return known == null ? columns.conclusion(fact) : known;
    }

    /** @param derived whether only what some rule concludes is asked for */
    List<Fact> facts(boolean derived) {
        List<Fact> all = new ArrayList<>(columns.facts(row -> !derived || columns.isDerived(row)));
        rest.forEach((fact, conclusion) -> {
            if (!derived || !conclusion.derivations().isEmpty()) {
                all.add(fact);
            }
        });
        return all;
    }

    /** @return what holds and is wanted, with its grounds */
    List<Conclusion> conclusions(Predicate<Fact> wanted) {
        List<Conclusion> some = new ArrayList<>();
        for (Fact fact : facts(false)) {
            Conclusion conclusion = wanted.test(fact) ? conclusion(fact) : null;
            if (conclusion != null) {
                some.add(conclusion);
            }
        }
        return some;
    }

    /** @return how many derivations were found and not kept */
    long dropped() {
        return columns.dropped()
                + rest.values().stream().mapToLong(Conclusion::dropped).sum();
    }
}
