package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.column.Store;
import warrant.rules.match.Budget;
import warrant.rules.match.Fact;
import warrant.rules.match.FactIndex;
import warrant.rules.match.Solution;
import warrant.rules.match.Solver;
import warrant.rules.match.View;

/** What holds on one day, component by component. */
final class World implements View, AutoCloseable {
    private final Program program;
    private final Ledger ledger;
    private final LocalDate day;
    private final Days days;
    private final FactIndex index = new FactIndex();
    private Columns columns;
    private Holdings holdings;
    /** Whether somebody holds the store of the columns as it is now. */
    private boolean shared;

    private boolean evaluated;
    private final List<State> states = new ArrayList<>();
    private final Budget budget;
    private final Matcher matcher;
    private final Heads heads;
    private final Solver solver;
    private final boolean bulk;
    private final Term today;

    /** The other days of a session. */
    interface Days {
        /** @return the world of a day, evaluated up to a component, that one included */
        World upTo(LocalDate day, int component);

        Solver solver(World world);

        /** A rule or a statement is at fault. */
        void problem(String problem);
    }

    World(Program program, Ledger ledger, LocalDate day, Days days, Budget budget, Matcher.Factory factory) {
        this.program = program;
        this.ledger = ledger;
        this.day = day;
        this.days = days;
        this.budget = budget;
        this.today = Literal.date(day);
        this.heads = new Heads(program.rules(), days::problem);
        this.solver = days.solver(this);
        this.bulk = factory.isBulk();
        this.matcher = factory.open(program, this, solver);
        this.columns = columns();
        this.holdings = new Holdings(program, columns.store(), day, solver);
    }

    /** @return columns in which what no rule touches is stated */
    private Columns columns() {
        Set<Integer> components = bulk ? program.columnar() : Set.of();
        Columns made = new Columns(program, components, day, budget, solver, heads);
        for (String key : ledger.keys()) {
            if (program.componentOf(key) == null) {
                List<Statement> some = ledger.ofKey(key, day);
                made.load(key, some);
                if (!bulk) {
                    some.forEach(statement -> matcher.add(Fact.of(statement.triple())));
                }
            }
        }
        return made;
    }

    private List<Statement> valid(String key) {
        return ledger.ofKey(key, day);
    }

    boolean inColumns(int component) {
        return columns.has(component);
    }

    private void evaluateColumns() {
        if (!evaluated) {
            evaluated = true;
            for (String key : ledger.keys()) {
                Component component = program.componentOf(key);
                if (component != null && columns.has(component.id())) {
                    columns.load(key, valid(key));
                }
            }
            columns.evaluate();
        }
    }

    /** @return what the columns hold, for good */
    Holdings holdings(Solver own) {
        shared = true;
        return new Holdings(program, columns.store(), day, own);
    }

    /**
     * Brings the columns to what the ledger says.
     *
     * @param torn whether everything must be evaluated anew, for something was cut
     * @return what changed, by the component that a key belongs to
     */
    Map<Integer, Change> updateColumns(Map<Fact, List<Statement>> changed, boolean torn) {
        ColumnChange change = new ColumnChange(program);
        if (changed.isEmpty() && !torn) {
            return change.changes();
        }
        boolean anew = torn || columns.isWasteful();
        if (shared && !anew) {
            columns.part();
        }
        shared = false;
        ColumnUpkeep upkeep = new ColumnUpkeep(columns, ledger, day, budget);
        Set<Integer> gone = new LinkedHashSet<>();
        List<Integer> come = new ArrayList<>();
        if (!anew && upkeep.update(changed, gone, come)) {
            change.moved(columns.store(), gone, come);
        } else {
            Store old = columns.store();
            columns = columns();
            evaluated = false;
            evaluateColumns();
            change.replaced(old, come, columns.store(), torn || columns.isCut());
        }
        holdings = new Holdings(program, columns.store(), day, solver);
        markCuts();
        change.changes().values().forEach(each -> {
            each.gone().forEach(matcher::remove);
            each.come().forEach(matcher::add);
        });
        return change.changes();
    }

    /** What the columns cut counts as cut in their components. */
    private void markCuts() {
        for (int id = 0; id < states.size(); id++) {
            if (columns.has(id)) {
                states.get(id).cut = columns.cut(id);
            }
        }
    }

    /** Evaluates the components that are not, up to one, that one included. */
    void evaluateUpTo(int component) {
        while (states.size() <= component) {
            Component next = program.components().get(states.size());
            State state = new State(next);
            if (columns.has(next.id())) {
                evaluateColumns();
                state.cut = columns.cut(next.id());
            } else {
                evaluate(next, state);
            }
            states.add(state);
        }
    }

    private void evaluate(Component component, State state) {
        for (String key : component.keys()) {
            state.nodes.putAll(Node.of(valid(key)));
        }
        state.cut = inherited(component);
        if (!component.clashing()) {
            state.nodes.values().forEach(node -> hold(node.fact));
        }
        List<Clause> runnable = runnable(component, state);
        if (!runnable.isEmpty()) {
            try {
                matcher.restart(component, runnable);
                matcher.fire(component, (clause, solution) -> matched(component, state, clause, solution));
            } catch (Budget.Spent spent) {
                state.cut = String.valueOf(spent.getMessage());
            }
        }
        state.takeFresh();
        if (state.settled != null && state.cut == null) {
            settle(state, state.settled);
        }
    }

    private void settle(State state, Map<Fact, Conclusion> settled) {
        Settlement settlement = Settlement.of(state.nodes.values(), program.clashes());
        for (Conclusion held : settlement.held()) {
            settled.put(held.fact(), held);
            hold(held.fact());
        }
        state.losses.addAll(settlement.losses());
        state.ties.addAll(settlement.ties());
    }

    /** @throws Budget.Spent when a component was cut */
    void requireComplete(int component) {
        String cut = component < 0 ? null : states.get(component).cut;
        if (cut != null) {
            throw budget.spent(cut + ", as of " + day);
        }
    }

    /** @return why something that the component reads is incomplete; null if all is complete */
    @Nullable String inherited(Component component) {
        for (Set<Integer> read : List.of(component.plain(), component.strict())) {
            for (int id : read) {
                if (id < states.size() && states.get(id).cut != null) {
                    return states.get(id).cut;
                }
            }
        }
        return null;
    }

    private List<Clause> runnable(Component component, State state) {
        List<Clause> some = new ArrayList<>();
        for (Clause clause : component.clauses()) {
            Rule rule = clause.rule();
            boolean inForce = rule.forceDay() != null || rule.force().contains(day);
            boolean named = clause.labels().stream().allMatch(label -> named(label) != null);
            boolean decided = state.cut == null
                    || program.strictSources(clause).stream().noneMatch(id -> states.get(id).cut != null);
            if (inForce && named && decided) {
                some.add(clause);
            }
        }
        return some;
    }

    private void matched(Component component, State state, Clause clause, Solution solution) {
        budget.fire();
        for (Rule.Head head : clause.heads()) {
            Fact made = heads.fact(clause.rule(), head, solution.bindings());
            if (made != null) {
                Node known = state.nodes.get(made);
                Node node = known == null ? new Node(made, List.of()) : known;
                if (known == null) {
                    budget.conclude();
                    state.nodes.put(made, node);
                }
                Derivation derivation = Derivation.of(clause.rule(), node.fact, solution);
                boolean added = node.add(derivation, budget.limits().derivations());
                if (known == null) {
                    state.fresh.add(node);
                }
                if (added && state.uses != null) {
                    state.uses.add(node, derivation);
                }
                if (known == null && !component.clashing()) {
                    hold(made);
                }
            }
        }
    }

    void hold(Fact fact) {
        if (index.add(fact)) {
            matcher.add(fact);
        }
    }

    void release(Fact fact) {
        index.remove(fact);
        matcher.remove(fact);
    }

    /** Brings everything to what the ledger now says; see {@link Upkeep}. */
    void update(Collection<Statement> changed, boolean labels) {
        new Upkeep(this, program, ledger).update(changed, labels);
    }

    /** Matches a component anew. */
    void replace(Component component) {
        State state = new State(component);
        states.set(component.id(), new State(component));
        evaluate(component, state);
        states.set(component.id(), state);
    }

    /** Matches what came in since, with all that follows within the component. */
    void fire(Component component, State state) {
        try {
            matcher.fire(component, (clause, solution) -> matched(component, state, clause, solution));
        } catch (Budget.Spent spent) {
            state.cut = String.valueOf(spent.getMessage());
        }
    }

    @Override
    public LocalDate day() {
        return day;
    }

    @Override
    public Term today() {
        return today;
    }

    @Override
    public Collection<Fact> find(@Nullable Entity subject, String relation, @Nullable Term object) {
        Collection<Fact> facts = both(subject, relation, object);
        if (!relation.equals(Iris.LABEL)) {
            return facts;
        }
        List<Fact> labels = new ArrayList<>(facts);
        labels.addAll(both(subject, Iris.ALT_LABEL, object));
        return labels;
    }

    private Collection<Fact> both(@Nullable Entity subject, String relation, @Nullable Term object) {
        List<Fact> plain = holdings.find(subject, relation, object);
        Collection<Fact> others = index.find(subject, relation, object);
        if (plain.isEmpty() || others.isEmpty()) {
            return plain.isEmpty() ? others : plain;
        }
        List<Fact> all = new ArrayList<>(plain);
        all.addAll(others);
        return all;
    }

    @Override
    public View at(LocalDate other, Condition.Pattern pattern) {
        return days.upTo(other, program.lastOf(pattern));
    }

    @Override
    public Collection<Statement> ever(String relation) {
        return ledger.ofRelation(relation);
    }

    @Override
    public @Nullable Statement named(String label) {
        return ledger.named(label);
    }

    FactIndex index() {
        return index;
    }

    /** @return all that holds beside the columns, as far as evaluated */
    Map<Fact, Conclusion> conclusions() {
        Map<Fact, Conclusion> all = new LinkedHashMap<>();
        states.forEach(state -> state.held().forEach(fact -> all.put(fact, Objects.requireNonNull(state.held(fact)))));
        return all;
    }

    /** @return why something holds; null if it does not */
    @Nullable Conclusion conclusion(Fact fact) {
        Component component = program.componentOf(Reading.key(fact.triple()));
        return component == null || columns.has(component.id())
                ? holdings.conclusion(fact)
                : states.get(component.id()).held(fact);
    }

    List<State> states() {
        return states;
    }

    @Override
    public void close() {
        matcher.close();
    }
}
