package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.RuleTerm;
import warrant.rules.column.Grounds;
import warrant.rules.column.Store;
import warrant.rules.match.Bindings;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;
import warrant.rules.match.Solution;
import warrant.rules.match.Solver;

/** What a store holds on a day, as facts and conclusions: made when asked for. */
final class Holdings {
    private final Program program;
    private final Store store;
    private final LocalDate day;
    private final Solver solver;

    /** @param solver for what clauses compute; what it sees is never asked */
    Holdings(Program program, Store store, LocalDate day, Solver solver) {
        this.program = program;
        this.store = store;
        this.day = day;
        this.solver = solver;
    }

    boolean isEmpty() {
        return store.rows().live() == 0;
    }

    int size() {
        return store.rows().live();
    }

    /** @param object in the form of its value; null sides match anything */
    List<Fact> find(@Nullable Entity subject, String relation, @Nullable Term object) {
        int[] rows = store.find(subject, relation, object);
        List<Fact> facts = new ArrayList<>(rows.length);
        for (int row : rows) {
            facts.add(store.fact(row));
        }
        return facts;
    }

    /** @return the row of a fact that holds; -1 if it does not */
    private int row(Fact fact) {
        int row = store.find(fact.identity());
        return row >= 0 && store.rows().isShown(row) ? row : -1;
    }

    boolean contains(Fact fact) {
        return row(fact) >= 0;
    }

    /** @return why a fact holds; null if it does not */
    @Nullable Conclusion conclusion(Fact fact) {
        int row = row(fact);
        return row < 0 ? null : conclusion(row);
    }

    /** @return facts that hold, in the order in which they came */
    List<Fact> facts(IntPredicate wanted) {
        List<Fact> facts = new ArrayList<>();
        for (int row = 0; row < store.rows().size(); row++) {
            if (store.rows().isShown(row) && wanted.test(row)) {
                facts.add(store.fact(row));
            }
        }
        return facts;
    }

    /** @return whether some rule concludes a row */
    boolean isDerived(int row) {
        return store.grounds().latest(row) >= 0;
    }

    /** @return how many derivations were found and not kept */
    long dropped() {
        return store.grounds().dropped();
    }

    private Conclusion conclusion(int row) {
        Fact fact = store.fact(row);
        List<Derivation> derivations = new ArrayList<>();
        Grounds grounds = store.grounds();
        for (int each = grounds.latest(row); each >= 0; each = grounds.before(each)) {
            derivations.add(derivation(fact, each));
        }
        Collections.reverse(derivations);
        long dropped = grounds.dropped(row, derivations.size());
        return new Conclusion(fact, store.statements(row), derivations, Map.of(), dropped);
    }

    private Derivation derivation(Fact fact, int number) {
        Clause clause = program.clauses().get(store.grounds().clause(number));
        Bindings bindings = Bindings.NONE.with(RuleTerm.Variable.TODAY.name(), Literal.date(day));
        Evidence.Trail trail = Evidence.Trail.EMPTY;
        List<Condition.Pattern> patterns = clause.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            Fact premise = store.fact(store.grounds().premise(number, i));
            Bindings more = solver.unify(patterns.get(i), premise.triple(), bindings);
            if (more == null) {
                throw new IllegalStateException("a derivation that its clause does not know: " + fact);
            }
            bindings = more;
            trail = trail.with(new Evidence.Found(premise, day));
        }
        List<Solution> one = new ArrayList<>(1);
        solver.solve(program.computed(clause), bindings, trail, one::add);
        return Derivation.of(clause.rule(), fact, one.getFirst());
    }
}
