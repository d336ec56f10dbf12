package warrant.rules.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Term;

/** What conditions mention and bind, and which can be decided next. */
final class Conditions {
    private Conditions() {}

    static Form.Group next(List<Form.Group> todo, Map<String, Term> bindings) {
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
                boolean otherDay = !condition.parts().getLast().equals(new Form.Word("today"));
                yield dayOpen ? Integer.MAX_VALUE : otherDay ? 4 : 1 + free.size();
            }
            case "exists" -> 5;
            case "or" -> 6;
            case "fold" -> 7;
            default -> 8;
        };
    }

    /** The day of a triple is bound elsewhere, and so is what alternatives only compare. */
    private static Set<String> binds(Form.Group condition) {
        Set<String> names = new HashSet<>();
        switch (condition.word()) {
            case "triple" -> {
                names.addAll(variables(condition.group(1)));
                names.addAll(variables(condition.group(3)));
            }
            case "exists", "or", "branch" -> {
                for (Form.Group part : condition.groups()) {
                    String target = part.word().equals("compare") ? target(part) : null;
                    names.addAll(target == null ? binds(part) : Set.of(target));
                }
            }
            case "fold" -> names.add(condition.text(1));
            default -> {}
        }
        return names;
    }

    static @Nullable String target(Form.Group compare) {
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
    static Set<String> rows(List<Form.Group> conditions) {
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
}
