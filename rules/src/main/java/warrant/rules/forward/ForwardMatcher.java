package warrant.rules.forward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.RuleTerm;
import warrant.rules.justify.Clause;
import warrant.rules.justify.Component;
import warrant.rules.justify.Matcher;
import warrant.rules.justify.Program;
import warrant.rules.match.Bindings;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;
import warrant.rules.match.Plan;
import warrant.rules.match.Solution;
import warrant.rules.match.Solver;
import warrant.rules.match.View;

/**
 * Semi-naive evaluation, one new fact at a time: each new fact is put in the place of each pattern that it fits, and
 * the rest of the clause is matched against all that holds. A combination is found when its last fact comes in.
 */
final class ForwardMatcher implements Matcher {
    private final Program program;
    private final View view;
    private final Solver solver;
    private final Map<Integer, Started> started = new HashMap<>();

    /** A component that is being kept up to date. */
    private static final class Started {
        final List<Clause> clauses;
        final Map<String, List<Entry>> entries = new HashMap<>();
        /** A set: what goes before its turn has come must be found at once. */
        final Set<Fact> pending = new LinkedHashSet<>();

        boolean fresh = true;

        Started(List<Clause> clauses) {
            this.clauses = clauses;
        }

        List<Entry> entriesOf(Fact fact) {
            String relation = fact.identity().relation();
            List<Entry> any = entries.getOrDefault(relation, List.of());
            String key = key(relation, fact.identity().object());
            if (key.equals(relation) || !entries.containsKey(key)) {
                return any;
            }
            List<Entry> both = new ArrayList<>(any);
            both.addAll(entries.getOrDefault(key, List.of()));
            return both;
        }

        Fact next() {
            var iterator = pending.iterator();
            Fact fact = iterator.next();
            iterator.remove();
            return fact;
        }
    }

    /** A pattern through which a new fact enters a clause, and the plan of the rest. */
    private record Entry(Clause clause, Condition.Pattern pattern, Plan rest) {}

    /** Types go by class: most rules about types name one. */
    private static String key(String relation, @Nullable Term object) {
        return relation.equals(Iris.TYPE) && object instanceof Entity(String iri) ? relation + " " + iri : relation;
    }

    ForwardMatcher(Program program, View view, Solver solver) {
        this.program = program;
        this.view = view;
        this.solver = solver;
    }

    @Override
    public void add(Fact fact) {
        for (Started component : started.values()) {
            if (!component.entriesOf(fact).isEmpty()) {
                component.pending.add(fact);
            }
        }
    }

    @Override
    public void remove(Fact fact) {
        started.values().forEach(component -> component.pending.remove(fact));
    }

    @Override
    public void restart(Component component, List<Clause> clauses) {
        Started begun = new Started(clauses);
        for (Clause clause : clauses) {
            for (Condition.Pattern pattern : clause.patterns()) {
                List<Condition> rest = new ArrayList<>(clause.conditions());
                rest.remove(pattern);
                Set<String> bound = new HashSet<>();
                if (pattern.subject() instanceof RuleTerm.Variable(String name)) {
                    bound.add(name);
                }
                if (pattern.object() instanceof RuleTerm.Variable(String name)) {
                    bound.add(name);
                }
                Entry entry = new Entry(clause, pattern, program.planOf(clause, rest, bound));
                Term object = pattern.object() instanceof RuleTerm.Constant(Term term) ? term : null;
                begun.entries
                        .computeIfAbsent(key(pattern.relation(), object), r -> new ArrayList<>())
                        .add(entry);
                if (pattern.relation().equals(Iris.LABEL)) {
                    begun.entries
                            .computeIfAbsent(Iris.ALT_LABEL, r -> new ArrayList<>())
                            .add(entry);
                }
            }
        }
        started.put(component.id(), begun);
    }

    @Override
    public void fire(Component component, BiConsumer<Clause, Solution> matched) {
        Started here = started.get(component.id());
        if (here == null) {
            return;
        }
        if (here.fresh) {
            here.fresh = false;
            for (Clause clause : here.clauses) {
                Solution start = clause.start(view);
                solver.solve(
                        program.plan(clause),
                        start.bindings(),
                        start.trail(),
                        solution -> matched.accept(clause, solution));
            }
        }
        while (!here.pending.isEmpty()) {
            Fact fact = here.next();
            for (Entry entry : here.entriesOf(fact)) {
                enter(entry, fact, matched);
            }
        }
    }

    private void enter(Entry entry, Fact fact, BiConsumer<Clause, Solution> matched) {
        Solution start = entry.clause().start(view);
        Bindings bindings = solver.unify(entry.pattern(), fact.triple(), start.bindings());
        if (bindings != null) {
            Evidence.Trail trail = start.trail().with(new Evidence.Found(fact, view.day()));
            solver.solve(entry.rest(), bindings, trail, solution -> matched.accept(entry.clause(), solution));
        }
    }

    @Override
    public void close() {
        started.clear();
    }
}
