package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.RuleForm;
import warrant.rules.Session;
import warrant.rules.Wording;
import warrant.rules.match.Bindings;
import warrant.rules.match.Budget;
import warrant.rules.match.Fact;
import warrant.rules.match.Solver;
import warrant.rules.value.Calculator;
import warrant.rules.value.ValueException;

/** A session over any {@link Matcher}: the statements, the worlds of the days asked for, and their deduction. */
public final class EngineSession implements Session {
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_DAYS = 2_000;

    private final Function<RuleBase, Governing> governing;
    private final LocalDate asOf;
    private final Limits limits;
    private Governing now;
    private Ledger ledger;
    private Calculator calculator;
    private final Set<String> problems = new LinkedHashSet<>();
    private final Map<LocalDate, World> otherDays = new TreeMap<>();
    private final List<Statement> changed = new ArrayList<>();
    private final Budget budget;
    private @Nullable World world;
    private @Nullable Snapshot deduction;

    /** Rules in an order, and what matches them. */
    public record Governing(Program program, Matcher.Factory factory) {}

    /** @param governing what an engine makes of rules */
    public EngineSession(
            RuleBase rules,
            Collection<Statement> statements,
            LocalDate asOf,
            Limits limits,
            Function<RuleBase, Governing> governing) {
        this.governing = governing;
        this.asOf = asOf;
        this.limits = limits;
        this.budget = new Budget(limits);
        this.now = governing.apply(rules);
        this.ledger = new Ledger(rules);
        this.calculator = new Calculator(rules.calendars(), this::problem);
        statements.forEach(ledger::add);
    }

    @Override
    public void govern(RuleBase rules) {
        now = governing.apply(rules);
        Ledger before = ledger;
        ledger = new Ledger(rules);
        before.given().forEach(ledger::add);
        calculator = new Calculator(rules.calendars(), this::problem);
        problems.clear();
        close();
        world = null;
        deduction = null;
    }

    private void unable(Condition condition, Bindings bindings, ValueException why) {
        if (problems.size() < MOST_PROBLEMS) {
            String written = RuleForm.write(condition);
            String where = now.program().rules().rules().stream()
                    .filter(rule -> RuleForm.write(rule).contains(written))
                    .map(rule -> "rule " + rule.id() + ": ")
                    .findFirst()
                    .orElse("");
            problem(where + Wording.PLAIN.of(condition, bindings.map()) + " has no value: " + why.getMessage());
        }
    }

    private void problem(String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    @Override
    public void insert(Collection<Statement> statements) {
        statements.forEach(statement -> {
            ledger.add(statement);
            changed.add(statement);
        });
        deduction = null;
    }

    @Override
    public void retract(Collection<Statement> statements) {
        statements.forEach(statement -> {
            ledger.remove(statement);
            changed.add(statement);
        });
        deduction = null;
    }

    @Override
    public Snapshot deduction() {
        Snapshot known = deduction;
        if (known == null) {
            known = deduce();
            deduction = known;
        }
        return known;
    }

    @Override
    public boolean holds(Triple triple) {
        return settled().conclusion(Fact.of(triple)) != null;
    }

    private Snapshot deduce() {
        World today = settled();
        now.program().clauses().forEach(clause -> clause.labels().forEach(label -> ambiguous(clause, label)));
        return Snapshot.of(now.program(), ledger, today, otherDays, problems, calculator, limits, now.factory());
    }

    /** @return the world of the day, brought to what is stated now */
    private World settled() {
        World known = world;
        if (known != null && changed.isEmpty()) {
            return known;
        }
        budget.restart();
        forgetOtherDays();
        World today = world;
        if (today == null) {
            today = open(asOf);
            world = today;
            today.evaluateUpTo(now.program().components().size() - 1);
        } else {
            boolean labels = changed.stream()
                    .map(statement -> statement.triple().relation())
                    .anyMatch(relation -> relation.equals(Iris.LABEL) || relation.equals(Iris.ALT_LABEL));
            today.update(changed, labels);
        }
        changed.clear();
        return today;
    }

    private void ambiguous(Clause clause, String label) {
        Set<String> entities = ledger.entities(label);
        if (entities.size() > 1) {
            problem("rule " + clause.rule().id() + " cannot fire: @\"" + label + "\" is the label of several entities: "
                    + String.join(", ", entities));
        }
    }

    private World open(LocalDate day) {
        return new World(now.program(), ledger, day, new SessionDays(), budget, now.factory());
    }

    private void forgetOtherDays() {
        otherDays.values().forEach(World::close);
        otherDays.clear();
    }

    /** The days as the worlds see them. */
    private final class SessionDays implements World.Days {
        @Override
        public World upTo(LocalDate day, int component) {
            World there = day.equals(asOf) ? world : otherDays.get(day);
            if (there == null) {
                if (otherDays.size() >= MOST_DAYS) {
                    throw budget.spent("more than " + MOST_DAYS + " other days were asked about");
                }
                there = open(day);
                otherDays.put(day, there);
            }
            if (!there.equals(world)) {
                there.evaluateUpTo(component);
            }
            there.requireComplete(component);
            return there;
        }

        @Override
        public Solver solver(World world) {
            return new Solver(world, calculator, budget, EngineSession.this::unable);
        }

        @Override
        public void problem(String problem) {
            EngineSession.this.problem(problem);
        }
    }

    @Override
    public void close() {
        forgetOtherDays();
        if (world != null) {
            world.close();
        }
    }
}
