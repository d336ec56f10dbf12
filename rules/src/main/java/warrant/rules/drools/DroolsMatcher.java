package warrant.rules.drools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import warrant.graph.Term;
import warrant.rules.Condition.Pattern;
import warrant.rules.justify.Clause;
import warrant.rules.justify.Component;
import warrant.rules.justify.Matcher;
import warrant.rules.match.Bindings;
import warrant.rules.match.Budget;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;
import warrant.rules.match.Solution;
import warrant.rules.match.Solver;
import warrant.rules.match.View;

/**
 * One Drools session for one day. Facts go in and out as they are held and released; each component has an agenda group
 * of its own, which fires when its turn comes. Patterns are matched by Drools; what remains of a clause (computations,
 * negations and aggregates over what is settled, other days) is decided when it fires.
 */
final class DroolsMatcher implements Matcher, Firings {
    private final CompiledRules.Compiled compiled;
    private final View view;
    private final Solver solver;
    private KieSession session;
    private final Map<Fact, FactHandle> handles = new HashMap<>();
    private final Map<Integer, FactHandle> turns = new HashMap<>();
    private @Nullable BiConsumer<Clause, Solution> sink;
    private @Nullable RuntimeException stopped;

    DroolsMatcher(CompiledRules.Compiled compiled, View view, Solver solver) {
        this.compiled = compiled;
        this.view = view;
        this.solver = solver;
        this.session = compiled.base().newKieSession();
    }

    @Override
    public void add(Fact fact) {
        handles.put(fact, session.insert(new Held(fact)));
    }

    @Override
    public void remove(Fact fact) {
        FactHandle handle = handles.remove(fact);
        if (handle != null) {
            session.delete(handle);
        }
    }

    @Override
    public void restart(Component component, List<Clause> clauses) {
        for (Clause clause : component.clauses()) {
            FactHandle old = turns.remove(clause.id());
            if (old != null) {
                session.delete(old);
            }
        }
        for (Clause clause : clauses) {
            turns.put(clause.id(), session.insert(new Turn(clause.id())));
        }
    }

    @Override
    public void fire(Component component, BiConsumer<Clause, Solution> matched) {
        session.setGlobal("firings", this);
        sink = matched;
        stopped = null;
        try {
            session.getAgenda().getAgendaGroup(DrlWriter.agendaGroup(component)).setFocus();
            session.fireAllRules();
        } catch (RuntimeException inside) {
            stopped = limit(inside);
        } finally {
            sink = null;
        }
        RuntimeException why = stopped;
        if (why != null) {
            renew();
            throw why;
        }
    }

    /** @return the limit that was reached in the middle of a match, out of what Drools wrapped it in */
    private static RuntimeException limit(RuntimeException inside) {
        for (Throwable cause = inside; cause != null; cause = cause.getCause()) {
            if (cause instanceof Budget.Spent spent) {
                return spent;
            }
        }
        return inside;
    }

    /** A session left in the middle of a match is of no more use: another one gets its facts. */
    private void renew() {
        session.dispose();
        session = compiled.base().newKieSession();
        handles.replaceAll((fact, handle) -> session.insert(new Held(fact)));
        turns.clear();
    }

    @Override
    public Term constant(int number) {
        return compiled.constants().get(number);
    }

    @Override
    public boolean look(Held before) {
        solver.budget().step();
        return true;
    }

    /** An exception inside of Drools would reach nobody as itself: it ends the firing, and is thrown outside. */
    @Override
    public void fire(int id, Held... facts) {
        BiConsumer<Clause, Solution> matched = sink;
        if (matched == null || stopped != null) {
            return;
        }
        try {
            match(id, facts, matched);
        } catch (RuntimeException why) {
            stopped = why;
            session.halt();
        }
    }

    private void match(int id, Held[] facts, BiConsumer<Clause, Solution> matched) {
        Clause clause = compiled.program().clauses().get(id);
        List<Pattern> patterns = compiled.orders().getOrDefault(id, List.of());
        Solution start = clause.start(view);
        Bindings bindings = start.bindings();
        Evidence.Trail trail = start.trail();
        for (int i = 0; i < facts.length; i++) {
            Fact fact = facts[i].fact();
            Bindings more = solver.unify(patterns.get(i), fact.triple(), bindings);
            if (more == null) {
                return;
            }
            bindings = more;
            trail = trail.with(new Evidence.Found(fact, view.day()));
        }
        solver.solve(
                compiled.rests().getOrDefault(id, new warrant.rules.match.Plan(List.of())),
                bindings,
                trail,
                solution -> matched.accept(clause, solution));
    }

    @Override
    public void close() {
        session.dispose();
    }
}
