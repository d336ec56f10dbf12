package warrant.rules.suppose;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import warrant.graph.Triple;
import warrant.rules.Deduction;

/**
 * What a change makes of the conclusions.
 *
 * @param before what follows as things are
 * @param after what would follow
 * @param gained what would be concluded and is not, in the order of their text
 * @param lost what is concluded and would not be
 * @param disputed conflicts that would be new
 * @param settled conflicts that would be no more
 */
public record Difference(
        Deduction before,
        Deduction after,
        List<Triple> gained,
        List<Triple> lost,
        List<Deduction.Conflict> disputed,
        List<Deduction.Conflict> settled) {
    public Difference {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        disputed = List.copyOf(disputed);
        settled = List.copyOf(settled);
    }

    /** @return the difference of two deductions; what is merely stated counts on neither side */
    public static Difference of(Deduction before, Deduction after) {
        return new Difference(
                before,
                after,
                more(after, before),
                more(before, after),
                conflicts(after, before),
                conflicts(before, after));
    }

    private static List<Triple> more(Deduction one, Deduction other) {
        return one.derived().stream()
                .filter(triple -> !other.holds(triple))
                .sorted(Comparator.comparing(Triple::toString))
                .toList();
    }

    private static List<Deduction.Conflict> conflicts(Deduction one, Deduction other) {
        Set<Set<Triple>> known = new LinkedHashSet<>();
        other.conflicts().forEach(conflict -> known.add(sides(conflict)));
        return one.conflicts().stream()
                .filter(conflict -> !known.contains(sides(conflict)))
                .toList();
    }

    private static Set<Triple> sides(Deduction.Conflict conflict) {
        Set<Triple> sides = new LinkedHashSet<>();
        conflict.sides().forEach(side -> sides.add(side.conclusion()));
        return sides;
    }

    /** @return whether nothing that is concluded or disputed would change */
    public boolean isNothing() {
        return gained.isEmpty() && lost.isEmpty() && disputed.isEmpty() && settled.isEmpty();
    }
}
