package warrant.rules.match;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Different facts in the order in which they came: mostly few, which an array holds in an eighth of what a map takes.
 */
final class Facts {
    private static final int FEW = 16;

    private Fact[] few = new Fact[1];
    private int size;
    private @Nullable Map<Fact, Fact> many;

    int size() {
        return many == null ? size : many.size();
    }

    /** @param fact one that is not there */
    void add(Fact fact) {
        if (many == null && size == FEW) {
            Map<Fact, Fact> all = new LinkedHashMap<>();
            all().forEach(each -> all.put(each, each));
            many = all;
            few = new Fact[0];
        }
        if (many != null) {
            many.put(fact, fact);
            return;
        }
        if (size == few.length) {
            few = Arrays.copyOf(few, Math.min(FEW, 2 * size));
        }
        few[size++] = fact;
    }

    void remove(Fact fact) {
        if (many != null) {
            many.remove(fact);
            return;
        }
        int at = Arrays.asList(few).indexOf(fact);
        if (at >= 0) {
            Fact[] rest = few.clone();
            System.arraycopy(few, at + 1, rest, at, size - at - 1);
            size--;
            few = Arrays.copyOf(rest, Math.max(1, size));
        }
    }

    /** @return those of now, in a list or as the map has them */
    Collection<Fact> all() {
        return many == null ? Arrays.asList(few).subList(0, size) : many.values();
    }
}
