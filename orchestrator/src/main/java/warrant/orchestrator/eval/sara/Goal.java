package warrant.orchestrator.eval.sara;

import java.util.ArrayList;
import java.util.List;

/**
 * What a case asks: predicates that must hold together.
 *
 * @param atoms in the order in which they are written; later ones may use what earlier ones found
 */
record Goal(List<Atom> atoms) {
    Goal {
        atoms = List.copyOf(atoms);
    }

    /** A predicate with its places. */
    record Atom(String predicate, List<GoalTerm> places) {
        Atom {
            places = List.copyOf(places);
        }
    }

    /** @throws IllegalArgumentException naming what is no predicate */
    static Goal parse(String text) {
        List<Atom> atoms = new ArrayList<>();
        for (String part : parts(text.strip())) {
            atoms.add(atom(part.strip()));
        }
        return new Goal(atoms);
    }

    private static Atom atom(String text) {
        int open = text.indexOf('(');
        if (open <= 0 || !text.endsWith(")")) {
            throw new IllegalArgumentException("'" + text + "' is no predicate with places");
        }
        List<GoalTerm> places = parts(text.substring(open + 1, text.length() - 1)).stream()
                .map(GoalTerm::ofGoal)
                .toList();
        return new Atom(text.substring(0, open), places);
    }

    /** Cuts at the commas outside of brackets and quotation marks; brackets around the whole mean nothing. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || (c == '\'' && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1))))) {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        boolean bracketed = parts.size() == 1 && text.startsWith("(") && text.endsWith(")");
        return bracketed ? parts(text.substring(1, text.length() - 1).strip()) : parts;
    }
}
