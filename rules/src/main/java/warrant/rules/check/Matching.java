package warrant.rules.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;
import warrant.graph.Term;
import warrant.rules.check.Certificate.Seen;

/** Whether conditions hold among listed triples. What is not listed does not hold. */
class Matching {
    private static final int MOST_STEPS = 5_000_000;

    final Arithmetic arithmetic;
    private final LocalDate today;
    private final List<Seen> facts;
    private int steps;

    Matching(Arithmetic arithmetic, LocalDate today, List<Seen> facts) {
        this.arithmetic = arithmetic;
        this.today = today;
        this.facts = List.copyOf(facts);
    }

    /** Something satisfied on the way: the places of the facts used, and whatever else was relied on. */
    record Used(Set<Integer> facts, Set<Object> records) {
        static final Used NONE = new Used(Set.of(), Set.of());

        Used withFact(int place) {
            Set<Integer> more = new LinkedHashSet<>(facts);
            more.add(place);
            return new Used(more, records);
        }

        Used withRecord(Object one) {
            Set<Object> more = new LinkedHashSet<>(records);
            more.add(one);
            return new Used(facts, more);
        }
    }

    /** Told of each solution; says whether it is enough. */
    interface Found {
        boolean enough(Map<String, Term> bindings, Used used);
    }

    /** @return whether some solution was enough */
    boolean solve(List<Form.Group> todo, Map<String, Term> bindings, Used used, Found found) {
        if (++steps > MOST_STEPS) {
            throw new Rejection("too much to check");
        }
        if (todo.isEmpty()) {
            return found.enough(bindings, used);
        }
        Form.Group next = Conditions.next(todo, bindings);
        List<Form.Group> rest = new ArrayList<>(todo);
        rest.remove(next);
        Found more = (some, records) -> solve(rest, some, records, found);
        return switch (next.word()) {
            case "triple" -> triple(next, bindings, used, more);
            case "exists" ->
                solve(next.groups(), bindings, used, (some, records) -> more.enough(left(bindings, some), records));
            case "or" -> next.all("branch").stream().anyMatch(branch -> solve(branch.groups(), bindings, used, more));
            case "compare", "holds" -> {
                Map<String, Term> decided = decided(next, bindings);
                yield decided != null && onward(next, decided, used, more);
            }
            case "not", "forall" -> {
                Used relied = absent(next, bindings, used);
                yield relied != null && more.enough(bindings, relied);
            }
            case "fold" -> fold(next, bindings, used, more);
            default -> throw new Rejection("not a condition: " + next.word());
        };
    }

    /** @return what is known after an {@code exists} */
    Map<String, Term> left(Map<String, Term> before, Map<String, Term> inside) {
        return inside;
    }

    boolean triple(Form.Group pattern, Map<String, Term> bindings, Used used, Found more) {
        String relation = pattern.text(2);
        Form when = pattern.parts().getLast();
        boolean ever = when.equals(new Form.Word("ever"));
        LocalDate day = ever ? null : day(when, bindings);
        if (!ever && day == null) {
            return false;
        }
        for (int i = 0; i < facts.size(); i++) {
            Seen fact = facts.get(i);
            boolean relates = fact.triple().relation().equals(relation)
                    || (relation.equals(Iris.LABEL) && fact.triple().relation().equals(Iris.ALT_LABEL));
            if (relates && java.util.Objects.equals(fact.day(), day)) {
                Map<String, Term> some = unify(pattern.group(1), fact.triple().subject(), bindings);
                some = some == null
                        ? null
                        : unify(pattern.group(3), fact.triple().object(), some);
                if (some != null && more.enough(some, used.withFact(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @return the day that a pattern is about; null where that is no day */
    @Nullable LocalDate day(Form when, Map<String, Term> bindings) {
        if (!(when instanceof Form.Group at)) {
            return today;
        }
        Term term = Arithmetic.term(at.group(1), bindings);
        return term != null && Value.of(term) instanceof Value.Day(LocalDate day) ? day : null;
    }

    private static @Nullable Map<String, Term> unify(Form.Group place, Term term, Map<String, Term> bindings) {
        Term known = Arithmetic.term(place, bindings);
        if (known != null) {
            return Value.same(known, term) ? bindings : null;
        }
        if (!place.word().equals("var")) {
            return null;
        }
        Map<String, Term> more = new HashMap<>(bindings);
        more.put(place.text(1), term);
        return more;
    }

    /** @return the bindings under which a comparison or call holds, those it makes among them; null if it does not */
    @Nullable Map<String, Term> decided(Form.Group condition, Map<String, Term> bindings) {
        try {
            if (condition.word().equals("holds")) {
                return arithmetic.value(condition.group(1), bindings) instanceof Value.Truth(boolean isTrue) && isTrue
                        ? bindings
                        : null;
            }
            String target = Conditions.target(condition);
            if (target != null && !bindings.containsKey(target)) {
                Map<String, Term> some = new HashMap<>(bindings);
                some.put(target, Written.term(arithmetic.value(condition.group(3), bindings)));
                return some;
            }
            Value one = arithmetic.value(condition.group(2), bindings);
            Value other = arithmetic.value(condition.group(3), bindings);
            return condition.parts().get(1) instanceof Form.Word(String sign) && arithmetic.holds(sign, one, other)
                    ? bindings
                    : null;
        } catch (java.time.DateTimeException | ArithmeticException none) {
            return null;
        }
    }

    private boolean onward(Form.Group condition, Map<String, Term> bindings, Used used, Found more) {
        Used relied = computed(condition, bindings, used);
        return relied != null && more.enough(bindings, relied);
    }

    /** @return what is relied on when a comparison or call has been found true; null if that is not recorded */
    @Nullable Used computed(Form.Group condition, Map<String, Term> bindings, Used used) {
        return used;
    }

    /** @return what is relied on when a negation holds; null if it does not hold */
    @Nullable Used absent(Form.Group condition, Map<String, Term> bindings, Used used) {
        return solve(Conditions.counterexample(condition), bindings, used, (some, records) -> true) ? null : used;
    }

    /** Runs an aggregate and goes on with its result. */
    boolean fold(Form.Group fold, Map<String, Term> bindings, Used used, Found more) {
        Value value = folded(fold, bindings);
        if (value == null) {
            return false;
        }
        String result = fold.text(1);
        Term known = bindings.get(result);
        if (known != null) {
            return Value.same(Value.of(known), value) && more.enough(bindings, used);
        }
        Map<String, Term> some = new HashMap<>(bindings);
        some.put(result, Written.term(value));
        return more.enough(some, used);
    }

    /** @return the result of an aggregate over the facts; null where there is none */
    @Nullable Value folded(Form.Group fold, Map<String, Term> bindings) {
        String word = fold.parts().get(2) instanceof Form.Word(String name) ? name : "";
        return new Aggregates(arithmetic)
                .folded(word, List.copyOf(rows(fold, bindings).values()));
    }

    /** @return the rows of an aggregate over the facts, each with the value that it adds */
    Map<Set<Object>, Value> rows(Form.Group fold, Map<String, Term> bindings) {
        List<Form.Group> group = fold.all("over").getFirst().groups();
        Set<String> names = Conditions.rows(group);
        Map<Set<Object>, Value> rows = new HashMap<>();
        Map<String, Term> outer = new HashMap<>(bindings);
        outer.remove(fold.text(1));
        solve(Scopes.apart(group, outer.keySet()), outer, Used.NONE, (some, used) -> {
            Set<Object> row = new HashSet<>();
            names.forEach(name -> {
                Term term = some.get(name);
                if (term != null) {
                    row.add(List.of(name, Written.key(term)));
                }
            });
            Term over = some.get(fold.text(3));
            if (over != null) {
                rows.putIfAbsent(row, Value.of(over));
            }
            return false;
        });
        return rows;
    }
}
