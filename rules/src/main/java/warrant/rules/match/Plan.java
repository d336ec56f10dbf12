package warrant.rules.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import warrant.rules.Condition;
import warrant.rules.Condition.Aggregate;
import warrant.rules.Condition.Compare;
import warrant.rules.Condition.Exists;
import warrant.rules.Condition.Forall;
import warrant.rules.Condition.Holds;
import warrant.rules.Condition.Not;
import warrant.rules.Condition.Or;
import warrant.rules.Condition.Pattern;
import warrant.rules.Expr;
import warrant.rules.RuleException;
import warrant.rules.RuleTerm;

/**
 * Conditions in an order in which each can be decided when its turn comes, those that narrow the search first.
 *
 * @param goals in order
 */
public record Plan(List<Goal> goals) {
    public Plan {
        goals = List.copyOf(goals);
    }

    /** A condition with what is known about it beforehand. */
    public sealed interface Goal {
        Condition condition();

        /** Triples to be found. */
        record Find(Pattern condition) implements Goal {}

        /** Something to be computed and found true. */
        record Test(Condition condition) implements Goal {}

        /** A variable to be given a value. */
        record Assign(Compare condition, String target, Expr value) implements Goal {}

        /**
         * A group that must have no solution.
         *
         * @param shared variables it shares with the rest
         */
        record Never(Condition condition, Set<String> shared, Plan group) implements Goal {}

        /** A group that must have a solution; each binding of the shared variables counts once. */
        record Some(Condition condition, Set<String> shared, List<Plan> branches) implements Goal {}

        /**
         * An aggregate.
         *
         * @param rows variables whose distinct bindings are the rows
         */
        record Fold(Aggregate condition, Set<String> shared, Set<String> rows, Plan group) implements Goal {}
    }

    /**
     * @param bound variables bound before
     * @param outside variables that occur outside of these conditions, bound or not
     * @throws RuleException when some condition can never be decided
     */
    public static Plan of(List<Condition> conditions, Set<String> bound, Set<String> outside) {
        List<Condition> left = new ArrayList<>(conditions);
        Set<String> known = new LinkedHashSet<>(bound);
        known.add(RuleTerm.Variable.TODAY.name());
        List<Goal> goals = new ArrayList<>();
        while (!left.isEmpty()) {
            int best = -1;
            int bestScore = -1;
            for (int i = 0; i < left.size(); i++) {
                int score = score(left.get(i), left, known);
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
            if (best < 0) {
                throw new RuleException("cannot be decided, for some variable is bound nowhere: " + left);
            }
            Condition next = left.remove(best);
            Goal goal = goal(next, conditions, known, outside);
            goals.add(goal);
            known.addAll(goal instanceof Goal.Some some ? some.shared() : Variables.bound(next));
            String target = Variables.target(next);
            if (target != null) {
                known.add(target);
            }
        }
        return new Plan(goals);
    }

    /** @return how much the condition narrows the search now; negative when it cannot be decided yet */
    private static int score(Condition condition, List<Condition> left, Set<String> known) {
        return switch (condition) {
            case Compare compare -> ready(compare, left, known) ? 100 : -1;
            case Holds(Expr.Call call) -> known.containsAll(Variables.of(call)) ? 100 : -1;
            case Not not -> settled(not, left, known) ? 60 : -1;
            case Forall forall -> settled(forall, left, known) ? 50 : -1;
            case Aggregate aggregate -> settled(aggregate, left, known) ? 5 : -1;
            case Exists exists -> settled(exists, left, known) ? 55 : 2;
            case Or or -> 3;
            case Pattern pattern -> score(pattern, known);
        };
    }

    private static int score(Pattern pattern, Set<String> known) {
        if (pattern.when() instanceof Condition.When.At(RuleTerm day) && !known.containsAll(Variables.of(day))) {
            return -1;
        }
        boolean subject = known.containsAll(Variables.of(pattern.subject()));
        boolean object = known.containsAll(Variables.of(pattern.object()));
        int narrow = subject && object ? 40 : subject ? 30 : object ? 20 : 10;
        return pattern.when() instanceof Condition.When.Today ? narrow : narrow - 4;
    }

    private static boolean ready(Compare compare, List<Condition> left, Set<String> known) {
        String target = Variables.target(compare);
        if (target != null && !known.contains(target)) {
            boolean bindable = left.stream()
                    .anyMatch(other ->
                            !other.equals(compare) && Variables.bound(other).contains(target));
            return !bindable && known.containsAll(Variables.of(compare.right()));
        }
        return known.containsAll(Variables.of(compare.left())) && known.containsAll(Variables.of(compare.right()));
    }

    /** @return whether no condition that is left could still bind a variable of this one */
    private static boolean settled(Condition condition, List<Condition> left, Set<String> known) {
        Set<String> open = new LinkedHashSet<>(Variables.all(condition));
        open.removeAll(known);
        if (condition instanceof Aggregate aggregate) {
            open.remove(aggregate.result().name());
        }
        return left.stream()
                .filter(other -> !other.equals(condition))
                .noneMatch(other ->
                        Variables.boundOrAssigned(List.of(other)).stream().anyMatch(open::contains));
    }

    private static Goal goal(Condition condition, List<Condition> body, Set<String> known, Set<String> outside) {
        Set<String> shared = new LinkedHashSet<>(Variables.all(condition));
        Set<String> others = new LinkedHashSet<>(outside);
        others.addAll(known);
        List<Condition> rest =
                body.stream().filter(other -> !other.equals(condition)).toList();
        others.addAll(Variables.plain(rest));
        shared.retainAll(others);
        Set<String> visible = new LinkedHashSet<>(shared);
        visible.retainAll(known);
        return switch (condition) {
            case Pattern pattern -> new Goal.Find(pattern);
            case Holds holds -> new Goal.Test(holds);
            case Compare compare -> {
                String target = Variables.target(compare);
                yield target == null || known.contains(target)
                        ? new Goal.Test(compare)
                        : new Goal.Assign(compare, target, compare.right());
            }
            case Not(List<Condition> group) -> new Goal.Never(condition, visible, of(group, known, visible));
            case Forall(List<Condition> range, List<Condition> then) ->
                new Goal.Never(condition, visible, of(counterexample(range, then), known, visible));
            case Exists(List<Condition> group) -> new Goal.Some(condition, shared, List.of(of(group, known, shared)));
            case Or(List<List<Condition>> branches) ->
                new Goal.Some(
                        condition,
                        shared,
                        branches.stream()
                                .map(branch -> of(branch, known, shared))
                                .toList());
            case Aggregate aggregate ->
                new Goal.Fold(
                        aggregate, visible, Variables.plain(aggregate.group()), of(aggregate.group(), known, visible));
        };
    }

    private static List<Condition> counterexample(List<Condition> range, List<Condition> then) {
        List<Condition> all = new ArrayList<>(range);
        all.add(new Not(then));
        return all;
    }
}
