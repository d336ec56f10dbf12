package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.column.Body;
import warrant.rules.column.Joiner;
import warrant.rules.column.Store;
import warrant.rules.match.Bindings;
import warrant.rules.match.Budget;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;
import warrant.rules.match.Solver;

/**
 * Evaluates components in columns, those read first: what is stated, and what no rule touches, lies here too. Rows wait
 * in the queue of their component and are entered one by one into every clause that they fit.
 */
final class Columns implements Joiner.Found {
    private static final int MANY = 10_000;

    private final Program program;
    private final Set<Integer> components;
    private final LocalDate day;
    private final Budget budget;
    private final Solver solver;
    private final Heads heads;
    private final Entries entries = new Entries();
    private final Map<Integer, ColumnClause> clauses = new HashMap<>();
    /** By component. */
    private final List<Rows> waiting = new ArrayList<>();

    private Store store;
    private Joiner joiner;
    private int current;
    private @Nullable String cut;
    /** From which component on the cut counts. */
    private int cutFrom = Integer.MAX_VALUE;
    /** Told of rows that came to hold while a change is made. */
    private @Nullable List<Integer> come;

    /** Rows in the order in which they came. */
    private static final class Rows {
        private int[] rows = new int[16];
        private int size;
        private int taken;

        void add(int row) {
            if (size == rows.length) {
                rows = java.util.Arrays.copyOf(rows, 2 * size);
            }
            rows[size++] = row;
        }

        boolean isEmpty() {
            return taken == size;
        }

        int next() {
            int row = rows[taken++];
            if (taken == size) {
                taken = 0;
                size = 0;
            }
            return row;
        }
    }

    /** @param components that are evaluated here */
    Columns(Program program, Set<Integer> components, LocalDate day, Budget budget, Solver solver, Heads heads) {
        this.program = program;
        this.components = components;
        this.day = day;
        this.budget = budget;
        this.solver = solver;
        this.heads = heads;
        this.store = new Store();
        this.joiner = joiner();
        for (int id : components) {
            for (Clause clause : program.components().get(id).clauses()) {
                Rule rule = clause.rule();
                if (rule.forceDay() != null || rule.force().contains(day)) {
                    enroll(clause);
                }
            }
        }
    }

    private Joiner joiner() {
        return new Joiner(store.rows(), store.terms(), budget, this);
    }

    private void enroll(Clause clause) {
        ColumnClause enrolled = ColumnClause.of(program, clause, heads, store, day);
        clauses.put(clause.id(), enrolled);
        entries.add(enrolled, store);
    }

    List<ColumnClause> clauses() {
        return List.copyOf(clauses.values());
    }

    Store store() {
        return store;
    }

    /** From now on a copy is changed, so that whoever holds the store keeps it as it is. */
    void part() {
        store = store.copy();
        joiner = joiner();
    }

    boolean has(int component) {
        return component < 0 || components.contains(component);
    }

    /** @return why a component is incomplete; null if it is not */
    @Nullable String cut(int component) {
        return component >= cutFrom ? cut : null;
    }

    boolean isCut() {
        return cut != null;
    }

    /**
     * Takes in what is stated of a key.
     *
     * @param statements valid on the day
     */
    void load(String key, List<Statement> statements) {
        int component = home(key);
        Map<Integer, List<Statement>> several = new LinkedHashMap<>();
        for (Statement statement : statements) {
            int row = store.row(statement.triple());
            if (store.isStated(row)) {
                several.computeIfAbsent(row, r -> new ArrayList<>(store.statements(r)))
                        .add(statement);
            } else {
                store.state(row, List.of(statement));
                revive(row, store.rows().written(row), component);
            }
        }
        several.forEach((row, same) -> {
            same.sort(Node.ORDER);
            store.state(row, same);
            store.rows()
                    .revive(row, store.terms().number(same.getFirst().triple().object()));
        });
    }

    /** @return the component in whose turn a row of a key is entered; -1 where no clause reads it */
    int home(String key) {
        Component own = program.componentOf(key);
        Component types = program.componentOf(Reading.ANY_TYPE);
        if (own == null && types != null && key.startsWith(Iris.TYPE)) {
            return components.contains(types.id()) ? types.id() : -1;
        }
        return own == null ? -1 : own.id();
    }

    private Rows queue(int component) {
        while (waiting.size() <= component) {
            waiting.add(new Rows());
        }
        return waiting.get(component);
    }

    /** The row holds from now on. */
    void revive(int row, int written, int component) {
        store.rows().revive(row, written);
        if (component < 0) {
            store.rows().show(row);
        } else {
            queue(component).add(row);
        }
        if (come != null) {
            come.add(row);
        }
    }

    /** Evaluates everything, from the start. */
    void evaluate() {
        guarded(() -> {
            for (int id : new TreeSet<>(components)) {
                current = id;
                for (Clause clause : program.components().get(id).clauses()) {
                    ColumnClause enrolled = clauses.get(clause.id());
                    if (enrolled != null && clause.patterns().isEmpty()) {
                        found(enrolled.body());
                    }
                }
                enter(id);
            }
        });
    }

    /** @param rows told of rows that come to hold, until what came is settled */
    void watch(List<Integer> rows) {
        come = rows;
    }

    /** Enters what came since. */
    void settle() {
        guarded(() -> {
            for (int id = 0; id < waiting.size(); id++) {
                enter(id);
            }
        });
        come = null;
    }

    /** @return whether so much went that evaluating anew is better */
    boolean isWasteful() {
        int rows = store.rows().size();
        int gone = store.grounds().gone();
        return rows - store.rows().live() > rows / 2 + MANY
                || gone > store.grounds().size() / 2 + MANY;
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (Budget.Spent spent) {
            cut = String.valueOf(spent.getMessage());
            cutFrom = current;
            waiting.forEach(this::show);
        }
    }

    /** What still waits holds, although no clause was tried with it. */
    private void show(Rows rows) {
        while (!rows.isEmpty()) {
            int row = rows.next();
            if (store.rows().isLive(row)) {
                store.rows().show(row);
            }
        }
    }

    private void enter(int component) {
        current = component;
        Rows rows = queue(component);
        while (!rows.isEmpty()) {
            int row = rows.next();
            if (store.rows().isLive(row) && !store.rows().isShown(row)) {
                store.rows().show(row);
                int relation = store.rows().relation(row);
                enter(entries.any(relation), row);
                enter(entries.of(relation, store.rows().object(row)), row);
            }
        }
    }

    private void enter(List<Entries.Entry> some, int row) {
        for (int i = 0; i < some.size(); i++) {
            Body body = some.get(i).clause().body();
            body.see(some.get(i).at());
            joiner.enter(body, some.get(i).at(), row);
        }
    }

    @Override
    public void found(Body body) {
        ColumnClause clause = Objects.requireNonNull(clauses.get(body.clause()));
        if (clause.heads().isEmpty()) {
            compute(clause);
            return;
        }
        budget.fire();
        for (int i = 0; i < clause.heads().size(); i++) {
            ColumnClause.Head head = clause.heads().get(i);
            int subject = body.value(head.subject());
            int object = body.value(head.object());
            if (store.terms().isEntity(subject)) {
                int same = store.terms().identity(object);
                conclude(clause, store.rows().row(subject, head.relation(), same, object), object);
            } else {
                heads.aboutValue(clause.clause().rule());
            }
        }
    }

    private void compute(ColumnClause clause) {
        Bindings bindings = Bindings.NONE.with(RuleTerm.Variable.TODAY.name(), Literal.date(day));
        for (int i = 0; i < clause.variables().size(); i++) {
            Term term = store.terms().term(clause.body().value(~i));
            bindings = bindings.with(clause.variables().get(i), term);
        }
        solver.solve(clause.computed(), bindings, Evidence.Trail.EMPTY, solution -> {
            budget.fire();
            for (Rule.Head head : clause.clause().heads()) {
                Fact made = heads.fact(clause.clause().rule(), head, solution.bindings());
                if (made != null) {
                    int row = store.row(made.triple());
                    conclude(clause, row, store.terms().number(made.triple().object()));
                }
            }
        });
    }

    private void conclude(ColumnClause clause, int row, int written) {
        if (!store.rows().isLive(row)) {
            budget.conclude();
            revive(row, written, clause.component());
        }
        if (clause.clause().heads().size() == 1 || !isSame(store.grounds().latest(row), clause)) {
            store.grounds().add(row, clause.body(), budget.limits().derivations());
        }
    }

    /** @return whether two heads of one rule came out as the same triple */
    private boolean isSame(int derivation, ColumnClause clause) {
        boolean same = derivation >= 0
                && store.grounds().clause(derivation) == clause.clause().id();
        for (int i = 0; same && i < clause.body().length(); i++) {
            same = store.grounds().premise(derivation, i) == clause.body().matched(i);
        }
        return same;
    }
}
