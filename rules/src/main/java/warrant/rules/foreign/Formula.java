package warrant.rules.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula of first-order logic as {@code ∀x ((cat(x) ∧ ¬old(x)) → (plays(x) ⊕ sleeps(x)))}. {@code ¬} binds most,
 * then {@code ∧}, {@code ∨}, {@code ⊕}, {@code →} (to the right) and {@code ↔}.
 */
public sealed interface Formula {
    /** A predicate with its terms; names that a quantifier above binds are variables. */
    record Said(String predicate, List<String> terms) implements Formula {
        public Said {
            terms = List.copyOf(terms);
        }
    }

    /** {@code ¬}. */
    record Not(Formula of) implements Formula {}

    /** Two formulas and what joins them. */
    record Joined(Connective connective, Formula left, Formula right) implements Formula {}

    /** {@code ∀} or {@code ∃}. */
    record Quantified(boolean all, String variable, Formula of) implements Formula {}

    /** What joins two formulas. */
    enum Connective {
        IFF("↔"),
        IMPLIES("→"),
        XOR("⊕"),
        OR("∨"),
        AND("∧");

        private final String sign;

        Connective(String sign) {
            this.sign = sign;
        }
    }

    /** @throws IllegalArgumentException saying where the text is no formula */
    static Formula parse(String text) {
        Reading reading = new Reading(text);
        Formula formula = reading.joined(0);
        if (reading.at < reading.tokens.size()) {
            throw reading.unexpected();
        }
        return formula;
    }

    /** Reads by recursive descent, one connective a level. */
    final class Reading {
        private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_'’-]+|\\S");
        private static final int MOST_DEPTH = 200;
        private static final List<Connective> LOOSEST_FIRST =
                List.of(Connective.IFF, Connective.IMPLIES, Connective.XOR, Connective.OR, Connective.AND);

        private final String text;
        private final List<String> tokens = new ArrayList<>();
        private int at;
        private int depth;

        private Reading(String text) {
            this.text = text;
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                tokens.add(matcher.group());
            }
        }

        private Formula joined(int level) {
            if (level == LOOSEST_FIRST.size()) {
                return unary();
            }
            Connective connective = LOOSEST_FIRST.get(level);
            Formula left = joined(level + 1);
            while (peek().equals(connective.sign)) {
                at++;
                boolean rightwards = connective == Connective.IMPLIES;
                left = new Joined(connective, left, joined(rightwards ? level : level + 1));
            }
            return left;
        }

        private Formula unary() {
            if (++depth > MOST_DEPTH) {
                throw new IllegalArgumentException("nested more than " + MOST_DEPTH + " deep: " + text);
            }
            try {
                return switch (peek()) {
                    case "¬" -> {
                        at++;
                        yield new Not(unary());
                    }
                    case "∀", "∃" -> {
                        boolean all = next().equals("∀");
                        String variable = name();
                        yield new Quantified(all, variable, unary());
                    }
                    case "(" -> {
                        at++;
                        Formula inner = joined(0);
                        expect(")");
                        yield inner;
                    }
                    default -> said();
                };
            } finally {
                depth--;
            }
        }

        private Formula said() {
            String predicate = name();
            List<String> terms = new ArrayList<>();
            if (peek().equals("(")) {
                at++;
                while (!peek().equals(")")) {
                    terms.add(term());
                    if (peek().equals(",")) {
                        at++;
                    }
                }
                at++;
            }
            return new Said(predicate, terms);
        }

        /** A name may be of several words. */
        private String term() {
            StringBuilder name = new StringBuilder(name());
            while (!peek().equals(",") && !peek().equals(")")) {
                name.append(' ').append(name());
            }
            return name.toString();
        }

        private String name() {
            if (!peek().matches("[\\p{L}\\p{N}_'’-]+")) {
                throw unexpected();
            }
            return next();
        }

        private void expect(String sign) {
            if (!peek().equals(sign)) {
                throw unexpected();
            }
            at++;
        }

        private String peek() {
            return at < tokens.size() ? tokens.get(at) : "";
        }

        private String next() {
            return tokens.get(at++);
        }

        private IllegalArgumentException unexpected() {
            String found = at < tokens.size() ? "'" + tokens.get(at) + "'" : "the end";
            return new IllegalArgumentException(found + " is not expected in " + text);
        }
    }
}
