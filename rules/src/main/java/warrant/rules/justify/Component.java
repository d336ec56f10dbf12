package warrant.rules.justify;

import java.util.List;
import java.util.Set;

/**
 * Relations that depend on each other, evaluated together; everything else that they read is settled before.
 *
 * @param id place in the order of evaluation
 * @param keys see {@link Reading}
 * @param clauses whose heads lie here
 * @param clashing whether conclusions may clash; then nothing reads them before all are known and settled
 * @param plain components whose triples must hold
 * @param strict components whose triples must be absent, are aggregated, or settled
 * @param otherDays components that are read as of other days
 */
public record Component(
        int id,
        Set<String> keys,
        List<Clause> clauses,
        boolean clashing,
        Set<Integer> plain,
        Set<Integer> strict,
        Set<Integer> otherDays) {
    public Component {
        keys = Set.copyOf(keys);
        clauses = List.copyOf(clauses);
        plain = Set.copyOf(plain);
        strict = Set.copyOf(strict);
        otherDays = Set.copyOf(otherDays);
    }
}
