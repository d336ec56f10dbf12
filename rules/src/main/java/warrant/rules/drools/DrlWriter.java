package warrant.rules.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Iris;
import warrant.graph.Term;
import warrant.rules.Condition.Pattern;
import warrant.rules.RuleTerm;
import warrant.rules.justify.Clause;
import warrant.rules.justify.Component;
import warrant.rules.justify.Program;
import warrant.rules.match.Variables;
import warrant.rules.value.Values;

/**
 * A program as text for Drools: each clause one rule, whose patterns are joined by equality of subject, relation and
 * object, in an order in which each is joined to those before it where that can be.
 *
 * <p>Nothing a user wrote enters the text but the relations' IRIs, which cannot hold a quote; constants are fetched by
 * number.
 */
final class DrlWriter {
    private final StringBuilder out = new StringBuilder();
    private final List<Term> constants = new ArrayList<>();
    private final Map<Integer, List<Pattern>> orders = new HashMap<>();

    private DrlWriter() {}

    /** @param orders the patterns of each clause, by its number, in the order in which its rule reports facts */
    record Drl(String text, List<Term> constants, Map<Integer, List<Pattern>> orders) {}

    static Drl write(Program program) {
        DrlWriter writer = new DrlWriter();
        writer.out.append("package warrant.compiled\n");
        for (Class<?> type : List.of(Held.class, Turn.class, Firings.class)) {
            writer.out.append("import ").append(type.getName()).append('\n');
        }
        writer.out.append("global Firings firings\n");
        for (Component component : program.components()) {
            component.clauses().forEach(clause -> writer.rule(component, clause));
        }
        return new Drl(writer.out.toString(), List.copyOf(writer.constants), Map.copyOf(writer.orders));
    }

    static String agendaGroup(Component component) {
        return "component" + component.id();
    }

    private void rule(Component component, Clause clause) {
        List<Pattern> patterns = order(clause.patterns());
        orders.put(clause.id(), patterns);
        out.append("rule \"").append(clause.id()).append("\"\n");
        out.append("agenda-group \"").append(agendaGroup(component)).append("\"\nwhen\n");
        out.append("  Turn(clause == ").append(clause.id()).append(")\n");
        Map<String, String> bound = new HashMap<>();
        for (int i = 0; i < patterns.size(); i++) {
            pattern(patterns.get(i), i, bound);
        }
        out.append("then\n  firings.fire(").append(clause.id());
        for (int i = 0; i < patterns.size(); i++) {
            out.append(", $t").append(i);
        }
        out.append(");\nend\n");
    }

    private static List<Pattern> order(List<Pattern> patterns) {
        List<Pattern> left = new ArrayList<>(patterns);
        List<Pattern> ordered = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            Pattern best = left.getFirst();
            for (Pattern pattern : left) {
                best = score(pattern, known) > score(best, known) ? pattern : best;
            }
            left.remove(best);
            ordered.add(best);
            known.addAll(Variables.bound(best));
        }
        return List.copyOf(ordered);
    }

    private static int score(Pattern pattern, Set<String> known) {
        return score(pattern.subject(), known, 3) + score(pattern.object(), known, 2);
    }

    private static int score(RuleTerm place, Set<String> known, int weight) {
        return switch (place) {
            case RuleTerm.Variable(String name) -> known.contains(name) ? 2 * weight : 0;
            case RuleTerm.Constant constant -> weight;
            case RuleTerm.Named named -> 0;
        };
    }

    private void pattern(Pattern pattern, int number, Map<String, String> bound) {
        List<String> tests = new ArrayList<>();
        String relation = quote(pattern.relation());
        tests.add(
                pattern.relation().equals(Iris.LABEL)
                        ? "p == " + relation + " || p == " + quote(Iris.ALT_LABEL)
                        : "p == " + relation);
        place(pattern.subject(), "s", number, bound, tests);
        place(pattern.object(), "o", number, bound, tests);
        if (number > 0) {
            tests.add("firings.look($t" + (number - 1) + ")");
        }
        out.append("  $t").append(number).append(" : Held(");
        out.append(String.join(", ", tests)).append(")\n");
    }

    private void place(RuleTerm place, String field, int number, Map<String, String> bound, List<String> tests) {
        switch (place) {
            case RuleTerm.Variable(String name) -> {
                String known = bound.putIfAbsent(name, "$" + field + number);
                tests.add(known == null ? "$" + field + number + " : " + field : field + " == " + known);
            }
            case RuleTerm.Constant(Term term) -> {
                constants.add(Values.identity(term));
                tests.add(field + " == firings.constant(" + (constants.size() - 1) + ")");
            }
            case RuleTerm.Named named -> {
                // its entity is known to a session only; compared when the rule fires
            }
        }
    }

    private static String quote(String iri) {
        return '"' + iri + '"';
    }
}
