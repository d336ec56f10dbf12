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
        Form.Group next = next(todo, bindings);
        List<Form.Group> rest = new ArrayList<>(todo);
        rest.remove(next);
        Found more = (some, records) -> solve(rest, some, records, found);
        return switch (next.word()) {
            case "triple" -> triple(next, bindings, used, more);
            case "exists" -> solve(next.groups(), bindings, used, more);
            case "or" -> next.all("branch").stream().anyMatch(branch -> solve(branch.groups(), bindings, used, more));
            case "compare" -> compare(next, bindings, used, more);
            case "holds" -> holds(next, bindings) && onward(next, bindings, used, more);
            case "not", "forall" -> {
                Used relied = absent(next, bindings, used);
                yield relied != null && more.enough(bindings, relied);
            }
            case "fold" -> fold(next, bindings, used, more);
            default -> throw new Rejection("not a condition: " + next.word());
        };
    }

    private static Form.Group next(List<Form.Group> todo, Map<String, Term> bindings) {
        Form.Group best = null;
        int bestRank = Integer.MAX_VALUE;
        for (Form.Group condition : todo) {
            int rank = rank(condition, todo, bindings);
            if (rank < bestRank) {
                best = condition;
                bestRank = rank;
            }
        }
        if (best == null) {
            throw new Rejection("conditions that can never be decided: " + todo);
        }
        return best;
    }

    private static int rank(Form.Group condition, List<Form.Group> todo, Map<String, Term> bindings) {
        Set<String> free = variables(condition);
        free.removeAll(bindings.keySet());
        free.remove("today");
        return switch (condition.word()) {
            case "compare" -> {
                String target = target(condition);
                boolean assigns = target != null
                        && free.equals(Set.of(target))
                        && !variables(condition.group(3)).contains(target)
                        && todo.stream().noneMatch(other -> binds(other).contains(target));
                yield free.isEmpty() || assigns ? 0 : Integer.MAX_VALUE;
            }
            case "holds" -> free.isEmpty() ? 0 : Integer.MAX_VALUE;
            case "triple" -> {
                boolean dayOpen = condition.parts().getLast() instanceof Form.Group at
                        && at.word().equals("at")
                        && Arithmetic.term(at.group(1), bindings) == null;
                yield dayOpen ? Integer.MAX_VALUE : 1 + free.size();
            }
            case "exists" -> 5;
            case "or" -> 6;
            case "fold" -> 7;
            default -> 8;
        };
    }

    private static Set<String> binds(Form.Group condition) {
        return switch (condition.word()) {
            case "triple", "exists", "or" -> variables(condition);
            case "fold" -> Set.of(condition.text(1));
            default -> Set.of();
        };
    }

    private static @Nullable String target(Form.Group compare) {
        boolean equal = compare.parts().get(1).equals(new Form.Word("="));
        return equal && compare.group(2).word().equals("var") ? compare.group(2).text(1) : null;
    }

    /** @return every variable mentioned, at any depth */
    static Set<String> variables(Form.Group form) {
        Set<String> names = new HashSet<>();
        if (form.word().equals("var")) {
            names.add(form.text(1));
        }
        if (form.word().equals("fold")) {
            names.add(form.text(1));
            names.add(form.text(3));
        }
        form.groups().forEach(part -> names.addAll(variables(part)));
        return names;
    }

    /** @return the variables not inside a negation, an exists, a forall or an aggregate */
    private static Set<String> rows(List<Form.Group> conditions) {
        Set<String> names = new HashSet<>();
        for (Form.Group condition : conditions) {
            switch (condition.word()) {
                case "not", "exists", "forall" -> {}
                case "fold" -> names.add(condition.text(1));
                case "or" -> condition.all("branch").forEach(branch -> names.addAll(rows(branch.groups())));
                default -> names.addAll(variables(condition));
            }
        }
        return names;
    }

    private boolean triple(Form.Group pattern, Map<String, Term> bindings, Used used, Found more) {
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

    private @Nullable LocalDate day(Form when, Map<String, Term> bindings) {
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

    private boolean compare(Form.Group compare, Map<String, Term> bindings, Used used, Found more) {
        String target = target(compare);
        try {
            if (target != null && !bindings.containsKey(target)) {
                Value value = arithmetic.value(compare.group(3), bindings);
                Map<String, Term> some = new HashMap<>(bindings);
                some.put(target, Written.term(value));
                return onward(compare, some, used, more);
            }
            if (!(compare.parts().get(1) instanceof Form.Word(String sign))) {
                throw new Rejection("a comparison without a sign");
            }
            Value one = arithmetic.value(compare.group(2), bindings);
            Value other = arithmetic.value(compare.group(3), bindings);
            return arithmetic.holds(sign, one, other) && onward(compare, bindings, used, more);
        } catch (java.time.DateTimeException | ArithmeticException none) {
            return false;
        }
    }

    private boolean holds(Form.Group holds, Map<String, Term> bindings) {
        return arithmetic.value(holds.group(1), bindings) instanceof Value.Truth(boolean isTrue) && isTrue;
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
        return solve(counterexample(condition), bindings, used, (some, records) -> true) ? null : used;
    }

    static List<Form.Group> counterexample(Form.Group condition) {
        if (condition.word().equals("not")) {
            return condition.groups();
        }
        List<Form.Group> all = new ArrayList<>(condition.all("range").getFirst().groups());
        List<Form> then = new ArrayList<>(List.of(new Form.Word("not")));
        then.addAll(condition.all("then").getFirst().groups());
        all.add(new Form.Group(then));
        return all;
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
        List<Form.Group> group = fold.all("over").getFirst().groups();
        Set<String> names = rows(group);
        Map<Set<Object>, Value> rows = new HashMap<>();
        Map<String, Term> outer = new HashMap<>(bindings);
        outer.remove(fold.text(1));
        solve(group, outer, new Used(Set.of(), Set.of()), (some, used) -> {
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
        String word = fold.parts().get(2) instanceof Form.Word(String name) ? name : "";
        return folded(word, List.copyOf(rows.values()));
    }

    private @Nullable Value folded(String word, List<Value> values) {
        if (word.equals("count")) {
            return Value.number(values.size());
        }
        Value total = null;
        for (Value value : values) {
            total = total == null
                    ? value
                    : switch (word) {
                        case "sum", "avg" -> arithmetic.sum(total, value);
                        case "min" -> arithmetic.compare(value, total) < 0 ? value : total;
                        case "max" -> arithmetic.compare(value, total) > 0 ? value : total;
                        default -> throw new Rejection("no aggregate " + word);
                    };
        }
        return total == null || !word.equals("avg") ? total : Arithmetic.quotient(total, Value.number(values.size()));
    }
}
