package warrant.rules.justify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import warrant.graph.Iris;
import warrant.rules.Condition;
import warrant.rules.RuleTerm;
import warrant.rules.match.Variables;

/**
 * Which components are evaluated in columns: those where every clause asks only for what must hold on the same day and
 * for what is computed from it, and that read no others. There a match is a row for each pattern, and nothing else
 * needs to be kept.
 */
final class Columnar {
    private static final int MOST_PATTERNS = 30;

    private Columnar() {}

    /** @return their numbers */
    static Set<Integer> of(Program program) {
        Set<Integer> some = new TreeSet<>();
        for (Component component : program.components()) {
            if (!component.clashing() && component.clauses().stream().allMatch(clause -> isPlain(program, clause))) {
                some.add(component.id());
            }
        }
        int before = -1;
        while (before != some.size()) {
            before = some.size();
            some.removeIf(id -> !some.containsAll(program.components().get(id).plain()));
            together(program, some);
        }
        return Set.copyOf(some);
    }

    /** Where a rule concludes types that it does not name, a type may lie in any component of types. */
    private static void together(Program program, Set<Integer> some) {
        Set<Integer> types = program.components().stream()
                .filter(component -> component.keys().stream().anyMatch(key -> key.startsWith(Iris.TYPE)))
                .map(Component::id)
                .collect(Collectors.toSet());
        if (program.componentOf(Reading.ANY_TYPE) != null && !some.containsAll(types)) {
            some.removeAll(types);
        }
    }

    private static boolean isPlain(Program program, Clause clause) {
        long branches = program.clauses().stream()
                .filter(other ->
                        other.rule().equals(clause.rule()) && other.heads().equals(clause.heads()))
                .count();
        return branches == 1
                && clause.labels().isEmpty()
                && clause.patterns().size() <= MOST_PATTERNS
                && clause.conditions().stream().allMatch(Columnar::isPlain);
    }

    private static boolean isPlain(Condition condition) {
        return switch (condition) {
            case Condition.Pattern pattern ->
                pattern.when() instanceof Condition.When.Today
                        && !pattern.relation().equals(Iris.LABEL)
                        && isOwn(condition);
            case Condition.Compare compare -> isOwn(compare);
            case Condition.Holds holds -> isOwn(holds);
            case Condition.Not not -> false;
            case Condition.Exists exists -> false;
            case Condition.Forall forall -> false;
            case Condition.Or or -> false;
            case Condition.Aggregate aggregate -> false;
        };
    }

    /** @return whether no variable belongs to an {@code exists}, whose choice does not make a derivation another */
    private static boolean isOwn(Condition condition) {
        return Variables.all(condition).stream().noneMatch(name -> name.indexOf('~') >= 0);
    }

    /** @return the conditions of a clause that are computed once its patterns are matched */
    static List<Condition> computed(Clause clause) {
        List<Condition> rest = new ArrayList<>(clause.conditions());
        rest.removeIf(Condition.Pattern.class::isInstance);
        return rest;
    }

    /** @return the variables of a clause's patterns */
    static Set<String> matched(Clause clause) {
        Set<String> names = new HashSet<>();
        for (Condition.Pattern pattern : clause.patterns()) {
            for (RuleTerm place : List.of(pattern.subject(), pattern.object())) {
                Variables.of(place, names);
            }
        }
        return names;
    }
}
