package warrant.rules.match;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Term;

/** Variables and what they stand for. Extending makes a new one that shares the old. */
public final class Bindings {
    public static final Bindings NONE = new Bindings(null, "", null);

    private final @Nullable Bindings parent;
    private final String name;
    private final @Nullable Term term;

    private Bindings(@Nullable Bindings parent, String name, @Nullable Term term) {
        this.parent = parent;
        this.name = name;
        this.term = term;
    }

    public Bindings with(String variable, Term value) {
        return new Bindings(this, variable, value);
    }

    public @Nullable Term get(String variable) {
        for (Bindings here = this; here != null; here = here.parent) {
            if (here.name.equals(variable)) {
                return here.term;
            }
        }
        return null;
    }

    public SortedMap<String, Term> map() {
        SortedMap<String, Term> map = new TreeMap<>();
        for (Bindings here = this; here != null; here = here.parent) {
            if (here.term != null) {
                map.putIfAbsent(here.name, here.term);
            }
        }
        return map;
    }
}
