package warrant.rules.justify;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.Limits;
import warrant.rules.Proof;
import warrant.rules.Refutation;
import warrant.rules.Refutation.Failure;
import warrant.rules.Refutation.Lack;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.match.Bindings;
import warrant.rules.match.Budget;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;
import warrant.rules.match.Plan;
import warrant.rules.match.Relaxation;
import warrant.rules.match.Relaxation.Way;
import warrant.rules.match.Solver;

/**
 * The search for what something lacks, from the goal backwards: every rule that could conclude it, with the fewest
 * conditions that are unmet; of a missing premise that rules could conclude, the same again.
 */
final class Search {
    private static final int DEPTH = 3;
    /** Rules shown for a missing premise. */
    private static final int SHOWN = 2;

    private static final Duration TIME = Duration.ofSeconds(2);

    private final Snapshot snapshot;
    private final Budget budget;
    private final Set<Goal> asked = new HashSet<>();

    Search(Snapshot snapshot) {
        this.snapshot = snapshot;
        Limits limits = snapshot.limits();
        Duration time = limits.time().compareTo(TIME) < 0 ? limits.time() : TIME;
        this.budget =
                new Budget(new Limits(limits.triples(), limits.firings(), limits.derivations(), limits.listed(), time));
    }

    Refutation refutation(Entity subject, String relation, @Nullable Term object) {
        Goal goal = new Goal(subject, relation, object);
        return new Refutation(
                subject,
                relation,
                object,
                snapshot.asOf(),
                snapshot.defeats().stream()
                        .filter(defeat -> goal.admits(defeat.loser().conclusion()))
                        .toList(),
                snapshot.conflicts().stream()
                        .filter(conflict -> conflict.sides().stream().anyMatch(side -> goal.admits(side.conclusion())))
                        .toList(),
                snapshot.statements(relation).stream()
                        .filter(statement -> goal.admits(statement.triple()))
                        .filter(statement -> !statement.valid().contains(snapshot.asOf()))
                        .toList(),
                failures(goal, DEPTH),
                new Abduction(snapshot, budget).suppositions(goal),
                snapshot.completeness());
    }

    private record Ranked(int lacks, int open, Failure failure) {
        static final Comparator<Ranked> NEAREST =
                Comparator.comparingInt(Ranked::lacks).thenComparingInt(Ranked::open);
    }

    /** @return for each rule that could conclude it, what it lacks; the nearest first */
    private List<Failure> failures(Goal goal, int depth) {
        if (depth == 0 || !asked.add(goal)) {
            return List.of();
        }
        Map<String, Ranked> nearest = new LinkedHashMap<>();
        for (Clause clause : snapshot.program().clauses()) {
            for (Rule.Head head : clause.heads()) {
                Bindings bindings = goal.unify(head, Goal.start(snapshot), snapshot::named);
                Ranked failure = bindings == null ? null : failure(clause, bindings, depth);
                if (failure != null) {
                    nearest.merge(clause.rule().id(), failure, (a, b) -> Ranked.NEAREST.compare(a, b) <= 0 ? a : b);
                }
            }
        }
        asked.remove(goal);
        return nearest.values().stream()
                .sorted(Ranked.NEAREST)
                .map(Ranked::failure)
                .toList();
    }

    /** @return what the clause lacks; null if it lacks nothing, and something else defeats its conclusion */
    private @Nullable Ranked failure(Clause clause, Bindings goal, int depth) {
        Rule rule = clause.rule();
        Bindings start = goal;
        for (String label : clause.labels()) {
            Statement named = snapshot.named(label);
            if (named == null) {
                Condition unknown = new Condition.Pattern(
                        new RuleTerm.Named(label), Iris.LABEL, new RuleTerm.Constant(Literal.text(label)));
                List<Lack> lacks = List.of(new Lack.Missing(unknown, false, List.of()));
                int all = clause.conditions().size();
                return new Ranked(1, all, new Failure.Unmet(rule, goal.map(), List.of(), lacks, clause.conditions()));
            }
            start = start.with("@" + label, named.triple().subject());
        }
        Plan plan = snapshot.program()
                .planOf(clause, clause.conditions(), start.map().keySet());
        Solver solver = solver();
        Way way = Relaxation.fewest(plan, start, solver, any -> true).getFirst();
        boolean inForce = rule.forceDay() != null || rule.force().contains(snapshot.asOf());
        if (way.lacks().isEmpty()) {
            return inForce ? null : new Ranked(1, 0, new Failure.NotInForce(rule, snapshot.asOf()));
        }
        return new Ranked(
                way.lacks().size() + (inForce ? 0 : 1), way.open().size(), failure(rule, way, solver, inForce, depth));
    }

    private Solver solver() {
        return new Solver(
                new SnapshotView(snapshot, snapshot.asOf()),
                snapshot.calculator(),
                budget,
                (condition, bindings, why) -> {});
    }

    private Failure failure(Rule rule, Way way, Solver solver, boolean inForce, int depth) {
        Map<String, Term> bindings = way.bindings().map();
        List<Proof> met = proofs(way.trail().list());
        if (inForce && way.lacks().size() == 1 && way.lacks().getFirst() instanceof Plan.Goal.Never never) {
            return new Failure.Stopped(rule, bindings, met, never.condition(), because(never, way, solver));
        }
        List<Lack> lacks = new ArrayList<>();
        way.lacks().forEach(goal -> lacks.add(lack(goal, way, solver, depth)));
        if (!inForce) {
            lacks.add(new Lack.OutOfForce(snapshot.asOf()));
        }
        return new Failure.Unmet(
                rule,
                bindings,
                met,
                lacks,
                way.open().stream().map(Plan.Goal::condition).toList());
    }

    private Lack lack(Plan.Goal goal, Way way, Solver solver, int depth) {
        return switch (goal) {
            case Plan.Goal.Find(Condition.Pattern pattern) ->
                new Lack.Missing(
                        pattern,
                        snapshot.rules().abducible().contains(pattern.relation()),
                        deeper(pattern, way.bindings(), depth));
            case Plan.Goal.Some some -> new Lack.Missing(some.condition(), false, List.of());
            case Plan.Goal.Never never -> new Lack.Excepted(never.condition(), because(never, way, solver));
            case Plan.Goal.Test(Condition condition) ->
                new Lack.Untrue(condition, solver.sides(condition, way.bindings()));
            case Plan.Goal.Assign assign -> new Lack.Untrue(assign.condition(), List.of());
            case Plan.Goal.Fold fold -> new Lack.Untrue(fold.condition(), List.of());
        };
    }

    private List<Failure> deeper(Condition.Pattern pattern, Bindings bindings, int depth) {
        Goal premise = pattern.when() instanceof Condition.When.Today ? Goal.of(pattern, bindings) : null;
        return premise == null
                ? List.of()
                : failures(premise, depth - 1).stream().limit(SHOWN).toList();
    }

    private List<Proof> because(Plan.Goal.Never never, Way way, Solver solver) {
        var exception = solver.first(never.group(), way.bindings());
        return exception == null ? List.of() : proofs(exception.trail().list());
    }

    private List<Proof> proofs(List<Evidence> trail) {
        List<Proof> proofs = new ArrayList<>();
        for (Evidence evidence : trail) {
            if (evidence instanceof Evidence.Found(Fact fact, LocalDate day)) {
                snapshot.proof(fact.triple(), day).ifPresent(proofs::add);
            } else if (evidence instanceof Evidence.FoundEver(Statement statement)) {
                proofs.add(new Proof.Leaf(statement.triple(), null, List.of(statement)));
            }
        }
        return proofs;
    }
}
