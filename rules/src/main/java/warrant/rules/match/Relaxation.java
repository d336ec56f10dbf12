package warrant.rules.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import warrant.rules.Condition;
import warrant.rules.Condition.When;
import warrant.rules.RuleTerm;
import warrant.rules.match.Evidence.Trail;
import warrant.rules.match.Plan.Goal;

/**
 * Ways of satisfying a plan in which some goals stay unmet: those that leave the fewest. A goal that needs a variable
 * which only an unmet goal would bind is left open. Iterative deepening on the number of unmet goals, after a greedy
 * first way.
 */
public final class Relaxation {
    private static final int MOST_WAYS = 200;
    private static final Comparator<Way> NEAREST = Comparator.<Way>comparingInt(
                    way -> way.lacks().size())
            .thenComparingInt(way -> way.open().size())
            .thenComparingInt(way -> -way.trail().list().size());

    private final List<Goal> goals;
    private final Solver solver;
    private final Predicate<Goal> mayLack;
    private final List<Way> ways = new ArrayList<>();
    private int allowed;

    private Relaxation(Plan plan, Solver solver, Predicate<Goal> mayLack) {
        this.goals = plan.goals();
        this.solver = solver;
        this.mayLack = mayLack;
    }

    /**
     * One way.
     *
     * @param lacks goals that nothing satisfies
     * @param open goals that cannot be decided before those are met
     */
    public record Way(Bindings bindings, Trail trail, List<Goal> lacks, List<Goal> open) {
        public Way {
            lacks = List.copyOf(lacks);
            open = List.copyOf(open);
        }

        private Way found(Solution solution) {
            return new Way(solution.bindings(), solution.trail(), lacks, open);
        }

        private Way lacking(Goal goal) {
            return new Way(bindings, trail, with(lacks, goal), open);
        }

        private Way opening(Goal goal) {
            return new Way(bindings, trail, lacks, with(open, goal));
        }

        private static List<Goal> with(List<Goal> goals, Goal one) {
            List<Goal> longer = new ArrayList<>(goals);
            longer.add(one);
            return longer;
        }
    }

    /**
     * @param mayLack which goals may stay unmet
     * @return ways with the fewest unmet goals, the nearest to a solution first; empty where there is none
     */
    public static List<Way> fewest(Plan plan, Bindings start, Solver solver, Predicate<Goal> mayLack) {
        Relaxation relaxation = new Relaxation(plan, solver, mayLack);
        Way none = new Way(start, Trail.EMPTY, List.of(), List.of());
        Way greedy = relaxation.greedy(none);
        try {
            int most = greedy == null ? plan.goals().size() : greedy.lacks().size();
            for (int level = 0; level <= most && relaxation.ways.isEmpty(); level++) {
                relaxation.allowed = level;
                relaxation.search(0, none);
            }
        } catch (Budget.Spent spent) {
            // the nearest found so far is shown
        }
        if (greedy != null) {
            relaxation.ways.add(greedy);
        }
        return relaxation.ways.stream().sorted(NEAREST).toList();
    }

    /** @return a way that takes the first match of each goal; null where some goal must not stay unmet */
    private @Nullable Way greedy(Way start) {
        Way way = start;
        try {
            for (Goal goal : goals) {
                if (!decidable(goal, way.bindings())) {
                    way = way.opening(goal);
                    continue;
                }
                Solution first = solver.first(new Plan(List.of(goal)), way.bindings());
                if (first == null && !mayLack.test(goal)) {
                    return null;
                }
                way = first == null ? way.lacking(goal) : way.found(after(way, first));
            }
        } catch (Budget.Spent spent) {
            return null;
        }
        return way;
    }

    private static Solution after(Way way, Solution found) {
        Trail trail = way.trail();
        for (Evidence evidence : found.trail().list()) {
            trail = trail.with(evidence);
        }
        return new Solution(found.bindings(), trail);
    }

    private void search(int at, Way way) {
        if (ways.size() >= MOST_WAYS) {
            return;
        }
        if (at == goals.size()) {
            ways.add(way);
            return;
        }
        Goal goal = goals.get(at);
        if (!decidable(goal, way.bindings())) {
            search(at + 1, way.opening(goal));
            return;
        }
        List<Solution> solutions = new ArrayList<>();
        solver.solve(new Plan(List.of(goal)), way.bindings(), way.trail(), solutions::add);
        solutions.forEach(solution -> search(at + 1, way.found(solution)));
        boolean alone = !(goal instanceof Goal.Find) && !solutions.isEmpty();
        if (!alone && way.lacks().size() < allowed && mayLack.test(goal)) {
            search(at + 1, way.lacking(goal));
        }
    }

    private static boolean decidable(Goal goal, Bindings bindings) {
        return needs(goal).stream().allMatch(name -> bindings.get(name) != null);
    }

    /** @return the variables without which a goal says nothing */
    private static Set<String> needs(Goal goal) {
        return switch (goal) {
            case Goal.Find(Condition.Pattern pattern) -> day(pattern);
            case Goal.Test(Condition condition) -> Variables.all(condition);
            case Goal.Assign assign -> Variables.of(assign.value());
            case Goal.Never never -> never.shared();
            case Goal.Some some -> Set.of();
            case Goal.Fold fold -> fold.shared();
        };
    }

    private static Set<String> day(Condition.Pattern pattern) {
        Set<String> names = new LinkedHashSet<>();
        if (pattern.when() instanceof When.At(RuleTerm day)) {
            Variables.of(day, names);
        }
        return names;
    }
}
