package warrant.rules.justify;

import java.util.List;
import java.util.Set;
import warrant.rules.Condition;
import warrant.rules.Rule;

/**
 * A rule, or one branch of it, ready to be matched: a conjunction with its exceptions as negations, and those heads
 * that lie in one component.
 *
 * @param id number among all clauses
 * @param conditions patterns, tests, negations, aggregates; no {@code or} and no {@code exists} at the top
 * @param labels labels whose entities must exist
 */
public record Clause(int id, Rule rule, List<Condition> conditions, List<Rule.Head> heads, Set<String> labels) {
    public Clause {
        conditions = List.copyOf(conditions);
        heads = List.copyOf(heads);
        labels = Set.copyOf(labels);
    }

    /** @return the patterns about the as-of day, in the order of the conditions */
    public List<Condition.Pattern> patterns() {
        return conditions.stream()
                .filter(Condition.Pattern.class::isInstance)
                .map(Condition.Pattern.class::cast)
                .filter(pattern -> pattern.when() instanceof Condition.When.Today)
                .toList();
    }
}
