package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Proof;
import warrant.rules.Refutation;
import warrant.rules.Refutation.Failure;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.match.Bindings;
import warrant.rules.match.Budget;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;
import warrant.rules.match.FactIndex;
import warrant.rules.match.Plan;
import warrant.rules.match.Solver;
import warrant.rules.match.View;
import warrant.rules.value.Calculator;

/** The exhausted search for a triple: every rule that could conclude it, and how far each gets. */
final class Search {
    private final Snapshot snapshot;
    private final Entity subject;
    private final String relation;
    private final @Nullable Term object;

    Search(Snapshot snapshot, Entity subject, String relation, @Nullable Term object) {
        this.snapshot = snapshot;
        this.subject = subject;
        this.relation = relation;
        this.object = object;
    }

    Refutation refutation() {
        Map<String, Ranked> nearest = new LinkedHashMap<>();
        for (Clause clause : snapshot.program().clauses()) {
            for (Rule.Head head : clause.heads()) {
                Bindings bindings = goal(head);
                if (bindings != null) {
                    Ranked failure = failure(clause, bindings);
                    if (failure != null) {
                        nearest.merge(clause.rule().id(), failure, (a, b) -> a.open() <= b.open() ? a : b);
                    }
                }
            }
        }
        return new Refutation(
                subject,
                relation,
                object,
                snapshot.asOf(),
                snapshot.defeats().stream()
                        .filter(defeat -> wanted(defeat.loser().conclusion()))
                        .toList(),
                snapshot.conflicts().stream()
                        .filter(conflict -> conflict.sides().stream().anyMatch(side -> wanted(side.conclusion())))
                        .toList(),
                snapshot.statements(relation).stream()
                        .filter(statement -> wanted(statement.triple()))
                        .filter(statement -> !statement.valid().contains(snapshot.asOf()))
                        .toList(),
                nearest.values().stream()
                        .sorted(Comparator.comparingInt(Ranked::open))
                        .map(Ranked::failure)
                        .toList(),
                snapshot.completeness());
    }

    private boolean wanted(Triple triple) {
        return triple.subject().equals(subject)
                && triple.relation().equals(relation)
                && (object == null || Calculator.same(object, triple.object()));
    }

    private record Ranked(int open, Failure failure) {}

    /** @return bindings under which the head is the goal; null if it never is */
    private @Nullable Bindings goal(Rule.Head head) {
        if (!head.relation().equals(relation)) {
            return null;
        }
        Bindings day = Bindings.NONE.with(RuleTerm.Variable.TODAY.name(), Literal.date(snapshot.asOf()));
        Bindings first = bind(head.subject(), subject, day);
        return first == null || object == null ? first : bind(head.object(), object, first);
    }

    private @Nullable Bindings bind(HeadTerm place, Term term, Bindings bindings) {
        return switch (place) {
            case RuleTerm.Variable(String name) -> {
                Term known = bindings.get(name);
                if (known == null) {
                    yield bindings.with(name, term);
                }
                yield Calculator.same(known, term) ? bindings : null;
            }
            case RuleTerm.Constant(Term constant) -> Calculator.same(constant, term) ? bindings : null;
            case RuleTerm.Named(String label) -> {
                Statement named = snapshot.named(label);
                yield named != null && term.equals(named.triple().subject()) ? bindings : null;
            }
            case Fresh fresh -> term instanceof Entity(String iri) && iri.startsWith(Heads.MADE) ? bindings : null;
        };
    }

    /** @return why the clause does not conclude the goal; null if it does, and something else defeats it */
    private @Nullable Ranked failure(Clause clause, Bindings goal) {
        Rule rule = clause.rule();
        Bindings bindings = goal;
        for (String label : clause.labels()) {
            Statement named = snapshot.named(label);
            if (named == null) {
                Condition unknown = new Condition.Pattern(
                        new RuleTerm.Named(label), Iris.LABEL, new RuleTerm.Constant(Literal.text(label)));
                int all = clause.conditions().size();
                return new Ranked(all, new Failure.Unmet(rule, goal.map(), List.of(), unknown, all));
            }
            bindings = bindings.with("@" + label, named.triple().subject());
        }
        Set<String> bound = new HashSet<>(bindings.map().keySet());
        Plan plan = snapshot.program().planOf(clause, clause.conditions(), bound);
        Solver solver = new Solver(
                new SnapshotView(snapshot.asOf()), snapshot.calculator(), new Budget(snapshot.limits()), problem -> {});
        Solver.Reach reach = solver.reach(plan, bindings);
        if (reach.goal() == plan.goals().size()) {
            return rule.forceDay() == null && !rule.force().contains(snapshot.asOf())
                    ? new Ranked(0, new Failure.NotInForce(rule, snapshot.asOf()))
                    : null;
        }
        int open = plan.goals().size() - reach.goal();
        return new Ranked(open, failure(clause, plan, reach, solver));
    }

    private Failure failure(Clause clause, Plan plan, Solver.Reach reach, Solver solver) {
        Plan.Goal goal = plan.goals().get(reach.goal());
        Map<String, Term> bindings = reach.reached().bindings().map();
        List<Proof> met = proofs(reach.reached().trail().list());
        int open = plan.goals().size() - reach.goal() - 1;
        if (goal instanceof Plan.Goal.Never never) {
            var exception = solver.first(never.group(), reach.reached().bindings());
            List<Proof> because =
                    exception == null ? List.of() : proofs(exception.trail().list());
            return new Failure.Stopped(clause.rule(), bindings, met, goal.condition(), because);
        }
        return new Failure.Unmet(clause.rule(), bindings, met, goal.condition(), open);
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

    /** The snapshot as conditions see it. Days that the deduction never asked about are empty. */
    private final class SnapshotView implements View {
        private final LocalDate day;
        private final FactIndex index;

        SnapshotView(LocalDate day) {
            this.day = day;
            this.index = snapshot.index(day);
        }

        @Override
        public LocalDate day() {
            return day;
        }

        @Override
        public Collection<Fact> find(@Nullable Entity wanted, String of, @Nullable Term value) {
            List<Fact> both = new ArrayList<>(index.find(wanted, of, value));
            if (of.equals(Iris.LABEL)) {
                both.addAll(index.find(wanted, Iris.ALT_LABEL, value));
            }
            return both;
        }

        @Override
        public View at(LocalDate other, Condition.Pattern pattern) {
            return new SnapshotView(other);
        }

        @Override
        public Collection<Statement> ever(String of) {
            return snapshot.statements(of);
        }

        @Override
        public @Nullable Statement named(String label) {
            return snapshot.named(label);
        }
    }
}
