package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.Proof;
import warrant.rules.Refutation;
import warrant.rules.RuleBase;
import warrant.rules.justify.Proofs.Point;
import warrant.rules.match.Budget;
import warrant.rules.match.Fact;
import warrant.rules.match.Solver;
import warrant.rules.value.Calculator;
import warrant.rules.value.Values;

/** What a session held at one moment. */
final class Snapshot implements Deduction {
    private final Program program;
    private final LocalDate asOf;
    private final Slice today;
    private final Map<LocalDate, Slice> slices = new TreeMap<>();
    private final Map<LocalDate, Settled> settled = new TreeMap<>();
    private final Completeness completeness;
    private final List<String> warnings;
    private final List<Defeat> defeats = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<Fact, List<Statement>> unsettled = new HashMap<>();
    private final Map<String, List<Statement>> statements = new HashMap<>();
    private final Map<String, Statement> labels = new HashMap<>();
    private final Calculator calculator;
    private final Limits limits;
    private final Matcher.Factory factory;
    private @Nullable Proofs proofs;

    /** What did not stand on a day. */
    record Settled(List<Settlement.Loss> losses, List<List<Argument>> ties) {
        static Settled of(World world) {
            List<Settlement.Loss> losses = new ArrayList<>();
            List<List<Argument>> ties = new ArrayList<>();
            world.states().forEach(state -> {
                losses.addAll(state.losses);
                ties.addAll(state.ties);
            });
            return new Settled(losses, ties);
        }
    }

    private Snapshot(
            Program program,
            World world,
            Map<LocalDate, World> others,
            Calculator calculator,
            Limits limits,
            Matcher.Factory factory) {
        this.factory = factory;
        this.program = program;
        this.asOf = world.day();
        this.calculator = calculator;
        this.limits = limits;
        this.today = slice(world);
        slices.put(asOf, today);
        others.forEach((day, other) -> {
            slices.put(day, slice(other));
            settled.put(day, Settled.of(other));
        });
        settled.put(asOf, Settled.of(world));
        this.warnings = new ArrayList<>();
        this.completeness = Completeness.of(cuts(world));
    }

    private Slice slice(World world) {
        SnapshotView view = new SnapshotView(this, world.day());
        Solver solver = new Solver(view, calculator, new Budget(limits), (condition, bindings, why) -> {});
        return new Slice(world.holdings(solver), world.conclusions());
    }

    static Snapshot of(
            Program program,
            Ledger ledger,
            World world,
            Map<LocalDate, World> others,
            Collection<String> problems,
            Calculator calculator,
            Limits limits,
            Matcher.Factory factory) {
        Snapshot made = new Snapshot(program, world, others, calculator, limits, factory);
        made.warnings.addAll(problems);
        made.settle(world);
        ledger.keys()
                .forEach(key -> ledger.ofKey(key)
                        .forEach(statement -> made.statements
                                .computeIfAbsent(statement.triple().relation(), r -> new ArrayList<>())
                                .add(statement)));
        program.clauses()
                .forEach(clause -> clause.labels().forEach(label -> {
                    Statement named = ledger.named(label);
                    if (named != null) {
                        made.labels.put(label, named);
                    }
                }));
        return made;
    }

    private List<String> cuts(World world) {
        Set<String> cuts = new LinkedHashSet<>();
        world.states().forEach(state -> {
            if (state.cut != null) {
                cuts.add(state.cut);
            }
        });
        long dropped = slices.values().stream().mapToLong(Slice::dropped).sum();
        if (dropped > 0) {
            warnings.add(dropped + " further derivations of what holds were found and not kept");
        }
        return List.copyOf(cuts);
    }

    private void settle(World world) {
        for (State state : world.states()) {
            for (Settlement.Loss loss : state.losses) {
                unsettle(loss.loser());
                List<Winner> winners = loss.wins().stream()
                        .map(win -> new Winner(proofs().of(win.winner(), asOf), win.preference()))
                        .toList();
                defeats.add(new Defeat(proofs().of(loss.loser(), asOf), winners));
            }
            for (List<Argument> tie : state.ties) {
                tie.forEach(this::unsettle);
                conflicts.add(new Conflict(tie.stream()
                        .map(argument -> proofs().of(argument, asOf))
                        .toList()));
            }
        }
    }

    private void unsettle(Argument argument) {
        if (argument.rule() == null) {
            unsettled.put(argument.fact(), argument.statements());
        }
    }

    /** Proofs are searched for once, when first asked for. */
    private synchronized Proofs proofs() {
        Proofs known = proofs;
        if (known == null) {
            known = new Proofs(point -> {
                Slice there = slices.get(point.day());
                return there == null ? null : there.conclusion(point.fact());
            });
            proofs = known;
        }
        return known;
    }

    @Override
    public LocalDate asOf() {
        return asOf;
    }

    @Override
    public RuleBase rules() {
        return program.rules();
    }

    @Override
    public String engine() {
        return factory.engine();
    }

    @Override
    public Completeness completeness() {
        return completeness;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public Set<Triple> triples() {
        Set<Triple> triples = new LinkedHashSet<>();
        today.facts(false).forEach(fact -> triples.add(fact.triple()));
        return triples;
    }

    @Override
    public Set<Triple> derived() {
        Set<Triple> triples = new LinkedHashSet<>();
        today.facts(true).forEach(fact -> triples.add(fact.triple()));
        return triples;
    }

    @Override
    public boolean holds(Triple triple) {
        return today.contains(Fact.of(triple));
    }

    @Override
    public List<Triple> matching(@Nullable Entity subject, String relation, @Nullable Term object) {
        return today.find(subject, relation, object == null ? null : Values.identity(object)).stream()
                .map(Fact::triple)
                .sorted(Comparator.comparing(Triple::toString))
                .toList();
    }

    @Override
    public List<Statement> stated(Triple triple) {
        Fact fact = Fact.of(triple);
        Conclusion conclusion = today.conclusion(fact);
        return conclusion != null && !conclusion.statements().isEmpty()
                ? conclusion.statements()
                : unsettled.getOrDefault(fact, List.of());
    }

    @Override
    public List<Statement> everStated(Triple triple) {
        Fact fact = Fact.of(triple);
        return statements(triple.relation()).stream()
                .filter(statement -> Fact.of(statement.triple()).equals(fact))
                .toList();
    }

    @Override
    public Optional<Proof> proof(Triple triple) {
        return proof(triple, asOf);
    }

    @Override
    public List<Proof> proofs(Triple triple, int most) {
        synchronized (this) {
            return proofs().of(new Point(asOf, Fact.of(triple)), most);
        }
    }

    @Override
    public List<Defeat> defeats() {
        return List.copyOf(defeats);
    }

    @Override
    public List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    @Override
    public Refutation whyNot(Entity subject, String relation, @Nullable Term object) {
        if (!matching(subject, relation, object).isEmpty()) {
            throw new IllegalArgumentException("it holds: " + subject + " <" + relation + "> " + object);
        }
        return new Search(this).refutation(subject, relation, object);
    }

    /**
     * @return the same statements and rules as of another day
     * @throws IllegalArgumentException where a limit cut something
     */
    Snapshot on(LocalDate day) {
        List<Statement> all = statements.values().stream().flatMap(List::stream).toList();
        try (EngineSession session = new EngineSession(
                program.rules(), all, day, limits, same -> new EngineSession.Governing(program, factory))) {
            Snapshot other = session.deduction();
            if (other.completeness.degree() != Degree.COMPLETE) {
                throw new IllegalArgumentException(
                        "not everything was concluded as of " + day + ": " + other.completeness.cut());
            }
            return other;
        }
    }

    Program program() {
        return program;
    }

    /** @return what holds on a day; null for a day that was never asked about */
    @Nullable Slice slice(LocalDate day) {
        return slices.get(day);
    }

    List<Statement> statements(String relation) {
        return statements.getOrDefault(relation, List.of());
    }

    @Nullable Statement named(String label) {
        return labels.get(label);
    }

    @Override
    public Optional<Proof> proof(Triple triple, LocalDate day) {
        synchronized (this) {
            return Optional.ofNullable(proofs().of(new Point(day, Fact.of(triple))));
        }
    }

    /** @return all days looked at, with what did not stand on them */
    Map<LocalDate, Settled> settled() {
        return settled;
    }

    /** @return what holds on a day that was looked at and is wanted, with its grounds */
    List<Conclusion> conclusions(LocalDate day, Predicate<Fact> wanted) {
        Slice there = slices.get(day);
        return there == null ? List.of() : there.conclusions(wanted);
    }

    /** @return the proof of one ground */
    Proof proof(Argument argument, LocalDate day) {
        synchronized (this) {
            return proofs().of(argument, day);
        }
    }

    Calculator calculator() {
        return calculator;
    }

    Limits limits() {
        return limits;
    }
}
