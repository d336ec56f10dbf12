package warrant.rules.justify;

import java.util.List;
import java.util.Set;
import warrant.graph.Statement;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.match.Bindings;
import warrant.rules.match.Evidence;
import warrant.rules.match.Solution;
import warrant.rules.match.View;

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

    /**
     * @return where matching begins on a view: the day, and the entities of labels with the statements that name them
     */
    public Solution start(View view) {
        Bindings bindings = Bindings.NONE.with(RuleTerm.Variable.TODAY.name(), view.today());
        Evidence.Trail trail = Evidence.Trail.EMPTY;
        for (String label : labels) {
            Statement named = view.named(label);
            if (named != null) {
                bindings = bindings.with("@" + label, named.triple().subject());
                trail = trail.with(new Evidence.FoundEver(named));
            }
        }
        return new Solution(bindings, trail);
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
