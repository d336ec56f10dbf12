package warrant.rules.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Condition.When;
import warrant.rules.Expr;
import warrant.rules.Proof;
import warrant.rules.Proof.Seen;
import warrant.rules.RuleTerm;
import warrant.rules.match.Evidence.Trail;
import warrant.rules.match.Plan.Goal;
import warrant.rules.value.Calculator;
import warrant.rules.value.Comparison;
import warrant.rules.value.Value;
import warrant.rules.value.ValueException;
import warrant.rules.value.Values;

/** Finds every way of satisfying a plan. */
public final class Solver {
    private final View view;
    private final Calculator calculator;
    private final Evaluator evaluator;
    private final Budget budget;
    private final Unable unable;
    private final @Nullable Listing listing;

    /** Told what could not be computed and why, where it is the fault of the rule or the statements. */
    @FunctionalInterface
    public interface Unable {
        void compute(Condition condition, Bindings bindings, ValueException why);
    }

    public Solver(View view, Calculator calculator, Budget budget, Unable unable) {
        this(view, calculator, budget, unable, null);
    }

    private Solver(View view, Calculator calculator, Budget budget, Unable unable, @Nullable Listing listing) {
        this.view = view;
        this.calculator = calculator;
        this.evaluator = new Evaluator(calculator);
        this.budget = budget;
        this.unable = unable;
        this.listing = listing;
    }

    /** Triples looked at, up to a limit. */
    private static final class Listing {
        private final Set<Seen> seen = new LinkedHashSet<>();
        private final int most;
        private boolean complete = true;

        Listing(int most) {
            this.most = most;
        }

        void add(Seen one) {
            if (seen.size() < most) {
                seen.add(one);
            } else if (!seen.contains(one)) {
                complete = false;
            }
        }
    }

    /** @return what is left of the limits */
    public Budget budget() {
        return budget;
    }

    public void solve(Plan plan, Bindings bindings, Trail trail, Consumer<Solution> found) {
        solve(plan.goals(), 0, bindings, trail, found);
    }

    private void solve(List<Goal> goals, int at, Bindings bindings, Trail trail, Consumer<Solution> found) {
        if (at == goals.size()) {
            found.accept(new Solution(bindings, trail));
            return;
        }
        Consumer<Solution> next = each -> solve(goals, at + 1, each.bindings(), each.trail(), found);
        switch (goals.get(at)) {
            case Goal.Find(Condition.Pattern pattern) -> find(pattern, bindings, trail, next);
            case Goal.Test(Condition condition) -> test(condition, bindings, trail, next);
            case Goal.Assign assign -> assign(assign, bindings, trail, next);
            case Goal.Never never -> never(never, bindings, trail, next);
            case Goal.Some some -> some(some, bindings, trail, next);
            case Goal.Fold fold -> fold(fold, bindings, trail, next);
        }
    }

    private void find(Condition.Pattern pattern, Bindings bindings, Trail trail, Consumer<Solution> next) {
        switch (pattern.when()) {
            case When.Today today -> find(pattern, view, bindings, trail, next);
            case When.At(RuleTerm when) -> {
                Term day = evaluator.term(when, bindings);
                LocalDate date = day == null ? null : date(day);
                if (date != null) {
                    find(pattern, view.at(date, pattern), bindings, trail, next);
                }
            }
            case When.Ever ever -> {
                for (Statement statement : view.ever(pattern.relation())) {
                    budget.step();
                    Bindings more = unify(pattern, statement.triple(), bindings);
                    if (more != null) {
                        list(new Seen(statement.triple(), null));
                        next.accept(new Solution(more, trail.with(new Evidence.FoundEver(statement))));
                    }
                }
            }
        }
    }

    private void find(Condition.Pattern pattern, View there, Bindings bindings, Trail trail, Consumer<Solution> next) {
        Term subject = evaluator.term(pattern.subject(), bindings);
        if (subject != null && !(subject instanceof Entity)) {
            return;
        }
        Term object = evaluator.term(pattern.object(), bindings);
        Collection<Fact> facts =
                there.find((Entity) subject, pattern.relation(), object == null ? null : Values.identity(object));
        for (Fact fact : List.copyOf(facts)) {
            budget.step();
            Bindings more = unify(pattern, fact.triple(), bindings);
            if (more != null) {
                list(new Seen(fact.triple(), there.day()));
                next.accept(new Solution(more, trail.with(new Evidence.Found(fact, there.day()))));
            }
        }
    }

    private void list(Seen seen) {
        if (listing != null) {
            listing.add(seen);
        }
    }

    /** @return the bindings under which the pattern is the triple, its relation aside; null if there are none */
    public @Nullable Bindings unify(Condition.Pattern pattern, Triple triple, Bindings bindings) {
        Bindings first = unify(pattern.subject(), triple.subject(), bindings);
        return first == null ? null : unify(pattern.object(), triple.object(), first);
    }

    private @Nullable Bindings unify(RuleTerm place, Term term, Bindings bindings) {
        Term known = evaluator.term(place, bindings);
        if (known != null) {
            return Calculator.same(known, term) ? bindings : null;
        }
        return place instanceof RuleTerm.Variable(String name) ? bindings.with(name, term) : null;
    }

    private static @Nullable LocalDate date(Term term) {
        try {
            return Values.of(term) instanceof Value.Date(LocalDate day) ? day : null;
        } catch (ValueException notOfItsType) {
            return null;
        }
    }

    private void test(Condition condition, Bindings bindings, Trail trail, Consumer<Solution> next) {
        Proof.Computation computed = decide(condition, bindings);
        if (computed != null) {
            next.accept(new Solution(bindings, trail.with(new Evidence.Computed(computed))));
        }
    }

    /** @return what was computed, if the test holds; otherwise null */
    private Proof.@Nullable Computation decide(Condition condition, Bindings bindings) {
        try {
            return switch (condition) {
                case Condition.Compare(Expr left, Comparison comparison, Expr right) -> {
                    Value one = evaluator.value(left, bindings);
                    Value other = evaluator.value(right, bindings);
                    yield calculator.test(comparison, one, other)
                            ? computed(condition, bindings, List.of(Values.term(one), Values.term(other)))
                            : null;
                }
                case Condition.Holds(Expr.Call call) -> {
                    Value value = evaluator.value(call, bindings);
                    yield value instanceof Value.Truth(boolean isTrue) && isTrue
                            ? computed(condition, bindings, List.of(Values.term(value)))
                            : null;
                }
                case Condition.Pattern pattern -> throw new IllegalStateException("not a test: " + pattern);
                case Condition.Not not -> throw new IllegalStateException("not a test: " + not);
                case Condition.Exists exists -> throw new IllegalStateException("not a test: " + exists);
                case Condition.Forall forall -> throw new IllegalStateException("not a test: " + forall);
                case Condition.Or or -> throw new IllegalStateException("not a test: " + or);
                case Condition.Aggregate fold -> throw new IllegalStateException("not a test: " + fold);
            };
        } catch (ValueException none) {
            unable.compute(condition, bindings, none);
            return null;
        }
    }

    /** @return the values of both sides of a comparison; empty for what is none, or has none */
    public List<Term> sides(Condition condition, Bindings bindings) {
        try {
            return condition instanceof Condition.Compare(Expr left, Comparison comparison, Expr right)
                    ? List.of(
                            Values.term(evaluator.value(left, bindings)), Values.term(evaluator.value(right, bindings)))
                    : List.of();
        } catch (ValueException none) {
            return List.of();
        }
    }

    private static Proof.Computation computed(Condition condition, Bindings bindings, List<Term> values) {
        return new Proof.Computation(condition, restrict(bindings, Variables.all(condition)), values, List.of());
    }

    private static Map<String, Term> restrict(Bindings bindings, Set<String> names) {
        Map<String, Term> some = new TreeMap<>();
        for (String name : names) {
            Term term = bindings.get(name);
            if (term != null) {
                some.put(name, term);
            }
        }
        return some;
    }

    private void assign(Goal.Assign assign, Bindings bindings, Trail trail, Consumer<Solution> next) {
        Term value;
        try {
            value = Values.term(evaluator.value(assign.value(), bindings));
        } catch (ValueException none) {
            unable.compute(assign.condition(), bindings, none);
            return;
        }
        Bindings more = bindings.with(assign.target(), value);
        Proof.Computation computed = computed(assign.condition(), more, List.of(value, value));
        next.accept(new Solution(more, trail.with(new Evidence.Computed(computed))));
    }

    private void never(Goal.Never never, Bindings bindings, Trail trail, Consumer<Solution> next) {
        Listing seen = new Listing(budget.limits().listed());
        Solver inner = new Solver(view, calculator, budget, unable, seen);
        boolean satisfied = inner.some(never.group(), bindings);
        list(seen);
        if (!satisfied) {
            Proof.Absence absence = new Proof.Absence(
                    never.condition(), restrict(bindings, never.shared()), List.copyOf(seen.seen), seen.complete);
            next.accept(new Solution(bindings, trail.with(new Evidence.Absent(absence))));
        }
    }

    private void list(Listing inner) {
        inner.seen.forEach(this::list);
        if (listing != null && !inner.complete) {
            listing.complete = false;
        }
    }

    /** @return whether the plan has a solution */
    public boolean some(Plan plan, Bindings bindings) {
        return first(plan, bindings) != null;
    }

    /** @return some solution of the plan; null if there is none */
    public @Nullable Solution first(Plan plan, Bindings bindings) {
        List<Solution> one = new ArrayList<>(1);
        try {
            solve(plan, bindings, Trail.EMPTY, solution -> {
                one.add(solution);
                throw new Enough();
            });
        } catch (Enough enough) {
            return one.getFirst();
        }
        return null;
    }

    /** Ends a search that has found what it needs. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("found", null, false, false);
        }
    }

    private void some(Goal.Some some, Bindings bindings, Trail trail, Consumer<Solution> next) {
        Set<Map<String, Term>> shown = new HashSet<>();
        for (Plan branch : some.branches()) {
            solve(branch, bindings, trail, solution -> {
                Map<String, Term> shared = restrict(solution.bindings(), some.shared());
                Map<String, Term> identities = new TreeMap<>(shared);
                identities.replaceAll((name, term) -> Values.identity(term));
                if (shown.add(identities)) {
                    Bindings more = bindings;
                    for (Map.Entry<String, Term> each : shared.entrySet()) {
                        more = more.get(each.getKey()) == null ? more.with(each.getKey(), each.getValue()) : more;
                    }
                    next.accept(new Solution(more, solution.trail()));
                }
            });
        }
    }

    private void fold(Goal.Fold goal, Bindings bindings, Trail trail, Consumer<Solution> next) {
        Condition.Aggregate aggregate = goal.condition();
        Folding folding = new Folding(calculator, aggregate, goal.rows());
        Listing seen = new Listing(Integer.MAX_VALUE);
        Solver inner = new Solver(view, calculator, budget, unable, seen);
        inner.solve(goal.group(), bindings, Trail.EMPTY, solution -> folding.row(solution.bindings()));
        list(seen);
        Term value;
        try {
            Value result = folding.result();
            if (result == null) {
                return;
            }
            value = Values.term(result);
        } catch (ValueException none) {
            unable.compute(aggregate, bindings, none);
            return;
        }
        String name = aggregate.result().name();
        Term known = bindings.get(name);
        if (known != null && !Calculator.same(known, value)) {
            return;
        }
        Bindings more = known == null ? bindings.with(name, value) : bindings;
        Set<String> shown = new LinkedHashSet<>(goal.shared());
        shown.add(name);
        Proof.Computation computed =
                new Proof.Computation(aggregate, restrict(more, shown), List.of(value), List.copyOf(seen.seen));
        next.accept(new Solution(more, trail.with(new Evidence.Computed(computed))));
    }
}
