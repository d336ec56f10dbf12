package warrant.rules.justify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.Condition.Pattern;
import warrant.rules.Refutation.Supposition;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.match.Bindings;
import warrant.rules.match.Budget;
import warrant.rules.match.Plan;
import warrant.rules.match.Relaxation;
import warrant.rules.match.Relaxation.Way;
import warrant.rules.match.Solver;

/**
 * Which abducible statements would be enough for a conclusion, if they were supposed. Other conditions of the rules on
 * the way must be met already; a clash of what would follow is not looked for, so that a supposition is tried
 * ({@link warrant.rules.suppose.WhatIf}) before it is relied on.
 */
final class Abduction {
    private static final int DEPTH = 4;
    private static final int MOST = 5;
    private static final int WAYS = 8;

    private final Snapshot snapshot;
    private final Budget budget;
    private final Set<String> abducible;
    private final Set<String> useful = new LinkedHashSet<>();

    Abduction(Snapshot snapshot, Budget budget) {
        this.snapshot = snapshot;
        this.budget = budget;
        this.abducible = snapshot.rules().abducible();
        useful.addAll(abducible);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Clause clause : snapshot.program().clauses()) {
                if (clause.patterns().stream().anyMatch(pattern -> useful.contains(pattern.relation()))) {
                    for (Rule.Head head : clause.heads()) {
                        grown |= useful.add(head.relation());
                    }
                }
            }
        }
    }

    List<Supposition> suppositions(Goal goal) {
        if (!useful.contains(goal.relation())) {
            return List.of();
        }
        Set<Set<Pattern>> sets = new LinkedHashSet<>(sets(goal, DEPTH));
        sets.remove(Set.of());
        return sets.stream()
                .filter(set -> sets.stream().noneMatch(other -> other.size() < set.size() && set.containsAll(other)))
                .sorted(Comparator.<Set<Pattern>>comparingInt(Set::size).thenComparing(Set::toString))
                .limit(MOST)
                .map(set -> new Supposition(List.copyOf(set)))
                .toList();
    }

    /** @return sets of statements each of which would be enough for the goal; the empty one where it lacks nothing */
    private List<Set<Pattern>> sets(Goal goal, int depth) {
        List<Set<Pattern>> all = new ArrayList<>();
        if (depth == 0) {
            return all;
        }
        for (Clause clause : snapshot.program().clauses()) {
            Rule rule = clause.rule();
            boolean inForce = rule.forceDay() != null || rule.force().contains(snapshot.asOf());
            for (Rule.Head head : clause.heads()) {
                Bindings bindings = inForce ? goal.unify(head, start(clause), snapshot::named) : null;
                if (bindings != null && clause.labels().stream().allMatch(label -> snapshot.named(label) != null)) {
                    all.addAll(ofClause(clause, bindings, depth));
                }
            }
        }
        return all;
    }

    private Bindings start(Clause clause) {
        Bindings bindings = Goal.start(snapshot);
        for (String label : clause.labels()) {
            Statement named = snapshot.named(label);
            if (named != null) {
                bindings = bindings.with("@" + label, named.triple().subject());
            }
        }
        return bindings;
    }

    private List<Set<Pattern>> ofClause(Clause clause, Bindings start, int depth) {
        Plan plan = snapshot.program()
                .planOf(clause, clause.conditions(), start.map().keySet());
        Solver solver = new Solver(
                new SnapshotView(snapshot, snapshot.asOf()),
                snapshot.calculator(),
                budget,
                (condition, bindings, why) -> {});
        List<Set<Pattern>> all = new ArrayList<>();
        Relaxation.fewest(plan, start, solver, this::mayLack).stream()
                .limit(WAYS)
                .forEach(way -> all.addAll(ofWay(way, depth)));
        return all;
    }

    private boolean mayLack(Plan.Goal goal) {
        return goal instanceof Plan.Goal.Find(Pattern pattern)
                && pattern.when() instanceof Condition.When.Today
                && useful.contains(pattern.relation());
    }

    /** @return what would supply all that the way lacks: one set for each choice */
    private List<Set<Pattern>> ofWay(Way way, int depth) {
        List<Set<Pattern>> product = List.of(Set.of());
        for (Plan.Goal lack : way.lacks()) {
            if (!(lack instanceof Plan.Goal.Find(Pattern pattern))) {
                return List.of();
            }
            List<Set<Pattern>> longer = new ArrayList<>();
            for (Set<Pattern> choice : choices(pattern, way.bindings(), depth)) {
                for (Set<Pattern> before : product) {
                    Set<Pattern> both = new LinkedHashSet<>(before);
                    both.addAll(choice);
                    longer.add(both);
                }
            }
            product = longer.stream().distinct().limit(WAYS).toList();
        }
        return product;
    }

    private List<Set<Pattern>> choices(Pattern pattern, Bindings bindings, int depth) {
        if (abducible.contains(pattern.relation())) {
            return List.of(Set.of(filled(pattern, bindings)));
        }
        Goal premise = Goal.of(pattern, bindings);
        return premise == null || (pattern.relation().equals(Iris.TYPE) && premise.subject() == null)
                ? List.of()
                : sets(premise, depth - 1);
    }

    private static Pattern filled(Pattern pattern, Bindings bindings) {
        return new Pattern(
                filled(pattern.subject(), bindings),
                pattern.relation(),
                filled(pattern.object(), bindings),
                pattern.when());
    }

    private static RuleTerm filled(RuleTerm place, Bindings bindings) {
        @Nullable Term term = Goal.term(place, bindings);
        return term == null ? place : new RuleTerm.Constant(term);
    }
}
