package warrant.orchestrator.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.graph.rdf.JenaRules;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.RuleEngine;
import warrant.rules.Session;
import warrant.rules.foreign.JenaText;

/**
 * Measures engines over the same data in one run. Times are the best of several rounds after a warm one; bytes are live
 * heap after collection, over asserted and concluded triples.
 *
 * @param triples asserted, at least
 * @param rounds timed, after one that is not
 */
public record RuleSpeed(List<RuleEngine> engines, int triples, int rounds, long seed, Consumer<String> progress) {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final Limits LIMITS = new Limits(20_000_000, 200_000_000, 64, 1_000, Duration.ofMinutes(10));
    private static final int RETRACTED = 1_000;
    private static final int ASKED = 200;
    private static final int CHANGES = 20;

    /** One figure. */
    public record Figure(String engine, String what, double value, String unit) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-14s %-44s %12.2f %s", engine, what, value, unit);
        }
    }

    /** @param peers whether Jena's engines run over the same data too */
    public List<Figure> run(boolean peers) {
        List<Figure> figures = new ArrayList<>();
        List<Statement> statements = LubmLike.statements(triples, seed);
        for (RuleEngine engine : engines) {
            progress.accept("measuring " + engine.name());
            closure(engine, statements, figures);
            memoryAndChange(engine, statements, figures);
            paths(engine, figures);
        }
        if (peers) {
            for (boolean rete : new boolean[] {true, false}) {
                progress.accept("measuring Jena " + (rete ? "RETE" : "forward"));
                peer(statements, rete, figures);
            }
        }
        return figures;
    }

    private void closure(RuleEngine engine, List<Statement> statements, List<Figure> figures) {
        double best = Double.MAX_VALUE;
        int concluded = 0;
        for (int round = 0; round <= rounds; round++) {
            long begin = System.nanoTime();
            try (Session session = engine.open(LubmLike.rules(), statements, DAY, LIMITS)) {
                session.holds(statements.getFirst().triple());
                double seconds = seconds(begin);
                best = round == 0 ? best : Math.min(best, seconds);
                concluded = round == 0 ? session.deduction().derived().size() : concluded;
            }
        }
        figures.add(new Figure(engine.name(), "asserted", statements.size(), "triples"));
        figures.add(new Figure(engine.name(), "concluded, with all derivations", concluded, "triples"));
        figures.add(new Figure(engine.name(), "closure, best of " + rounds, best, "s"));
    }

    private void memoryAndChange(RuleEngine engine, List<Statement> statements, List<Figure> figures) {
        long before = live();
        try (Session session = engine.open(LubmLike.rules(), statements, DAY, LIMITS)) {
            session.holds(statements.getFirst().triple());
            double bytes = live() - before;
            int all = session.deduction().triples().size();
            figures.add(new Figure(engine.name(), "live heap a triple", bytes / all, "bytes"));
            List<Statement> mixed = new ArrayList<>(statements);
            Collections.shuffle(mixed, new Random(seed));
            List<Statement> some = mixed.subList(0, Math.min(RETRACTED, mixed.size()));
            double worst = 0;
            double best = Double.MAX_VALUE;
            for (int round = 0; round <= rounds; round++) {
                double seconds = changed(
                        session, () -> session.retract(some), some.getFirst().triple());
                worst = Math.max(worst, seconds);
                best = round == 0 ? best : Math.min(best, seconds);
                changed(session, () -> session.insert(some), some.getFirst().triple());
            }
            figures.add(new Figure(engine.name(), "retract " + some.size() + ", the first time", worst, "s"));
            figures.add(new Figure(engine.name(), "retract " + some.size() + ", best of " + rounds, best, "s"));
            proofs(engine, session.deduction(), figures);
            afterChanges(engine, session, some, figures);
        }
    }

    /** Each proof is the first of its deduction: of what was changed before nothing is known to it. */
    private static void afterChanges(RuleEngine engine, Session session, List<Statement> some, List<Figure> figures) {
        List<Double> times = new ArrayList<>();
        for (Statement each : some.subList(0, Math.min(CHANGES, some.size()))) {
            session.retract(List.of(each));
            session.deduction();
            session.insert(List.of(each));
            Deduction deduction = session.deduction();
            Triple asked = deduction.derived().iterator().next();
            long begin = System.nanoTime();
            deduction.proof(asked);
            times.add(1e3 * seconds(begin));
        }
        figures.add(new Figure(engine.name(), "the first proof after a change, p95", p95(times), "ms"));
    }

    private static double changed(Session session, Runnable change, Triple asked) {
        long begin = System.nanoTime();
        change.run();
        session.holds(asked);
        return seconds(begin);
    }

    private void proofs(RuleEngine engine, Deduction deduction, List<Figure> figures) {
        List<Triple> derived = new ArrayList<>(deduction.derived());
        Collections.shuffle(derived, new Random(seed));
        List<Triple> asked = derived.subList(0, Math.min(ASKED, derived.size()));
        long begin = System.nanoTime();
        Optional<?> first = deduction.proof(asked.getFirst());
        figures.add(new Figure(
                engine.name(),
                "the very first proof, " + (first.isPresent() ? "found" : "none"),
                1e3 * seconds(begin),
                "ms"));
        figures.add(new Figure(engine.name(), "a proof, p95", p95(asked, deduction::proof), "ms"));
        figures.add(new Figure(
                engine.name(), "ten best proofs, p95", p95(asked, triple -> deduction.proofs(triple, 10)), "ms"));
    }

    private static double p95(List<Triple> asked, Consumer<Triple> ask) {
        List<Double> times = new ArrayList<>();
        for (Triple triple : asked) {
            long begin = System.nanoTime();
            ask.accept(triple);
            times.add(1e3 * seconds(begin));
        }
        return p95(times);
    }

    private static double p95(List<Double> times) {
        Collections.sort(times);
        return times.get(times.size() * 95 / 100);
    }

    private void paths(RuleEngine engine, List<Figure> figures) {
        path(engine, LubmLike.closure(), LubmLike.path(200, false), "chain of 200", figures);
        path(engine, LubmLike.closure(), LubmLike.path(1_000, true), "circle of 1000", figures);
    }

    private void path(
            RuleEngine engine, RuleBase rules, List<Statement> statements, String what, List<Figure> figures) {
        long begin = System.nanoTime();
        try (Session session = engine.open(rules, statements, DAY, LIMITS)) {
            Deduction deduction = session.deduction();
            figures.add(new Figure(
                    engine.name(),
                    what + ": " + deduction.derived().size() + " pairs, "
                            + deduction.completeness().degree(),
                    seconds(begin),
                    "s"));
        }
    }

    private void peer(List<Statement> statements, boolean rete, List<Figure> figures) {
        String rules = LubmLike.rules().rules().stream()
                .map(rule -> JenaText.of(rule).orElseThrow())
                .collect(Collectors.joining("\n"));
        List<Triple> data = statements.stream().map(Statement::triple).toList();
        double best = Double.MAX_VALUE;
        int size = 0;
        for (int round = 0; round <= rounds; round++) {
            long begin = System.nanoTime();
            size = new JenaRules(rules, data, rete).closure();
            best = round == 0 ? best : Math.min(best, seconds(begin));
        }
        String name = rete ? "jena-rete" : "jena-forward";
        figures.add(new Figure(name, "hold in all", size, "triples"));
        figures.add(new Figure(name, "load and closure, derivations logged", best, "s"));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** @return heap in use after what is dead was collected */
    private static long live() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
