package warrant.rules.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Rule;

/**
 * A program in the syntax of Logic-LM (Pan et al., 2023): sections {@code Predicates:}, {@code Facts:}, {@code Rules:}
 * ({@code A($x, True) && B($x, y, False) >>> C($x, True)}) and {@code Query:}; what follows {@code :::} is a comment.
 *
 * <p>Truth values stand in the last place and are no negation as absence: {@code False} is a statement of its own. One
 * place before it makes a flag, two a relation between two things.
 *
 * @param query what is asked; empty if no line of its section could be read
 * @param unread each line that could not be read, with the reason
 */
public record LogicProgram(List<Triple> facts, List<Rule> rules, Optional<LogicAtom> query, List<String> unread) {
    private static final Set<String> SECTIONS = Set.of("Predicates:", "Facts:", "Rules:", "Query:");

    public LogicProgram {
        facts = List.copyOf(facts);
        rules = List.copyOf(rules);
        unread = List.copyOf(unread);
    }

    public static LogicProgram parse(String text) {
        Reading reading = new Reading();
        text.lines().forEach(reading::line);
        return new LogicProgram(reading.facts, reading.rules, Optional.ofNullable(reading.query), reading.unread);
    }

    private static final class Reading {
        private final List<Triple> facts = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private @Nullable LogicAtom query;
        private String section = "";

        void line(String line) {
            String text = line.split(":::", 2)[0].strip();
            if (SECTIONS.contains(text)) {
                section = text;
            } else if (!text.isEmpty()) {
                try {
                    read(text);
                } catch (IllegalArgumentException e) {
                    unread.add(text + ": " + e.getMessage());
                }
            }
        }

        private void read(String text) {
            switch (section) {
                case "Facts:" -> facts.add(LogicAtom.parse(text).triple());
                case "Rules:" -> rules.add(rule(text));
                case "Query:" -> {
                    if (query == null) {
                        query = ground(LogicAtom.parse(text));
                    }
                }
                default -> {
                    // predicates are declared for people: atoms show what there is
                }
            }
        }

        private static LogicAtom ground(LogicAtom atom) {
            atom.triple();
            return atom;
        }

        private Rule rule(String text) {
            String[] sides = text.split(">>>", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException("a rule has one >>>");
            }
            List<LogicAtom> body = atoms(sides[0]);
            List<LogicAtom> head = atoms(sides[1]);
            Set<String> bound = new HashSet<>();
            body.forEach(atom -> bound.addAll(atom.variables()));
            for (LogicAtom atom : head) {
                if (!bound.containsAll(atom.variables())) {
                    throw new IllegalArgumentException("the conclusion has a variable that no condition binds");
                }
            }
            return Rule.plain(
                    "r" + (rules.size() + 1),
                    text,
                    body.stream().<Condition>map(LogicAtom::pattern).toList(),
                    head.stream().map(LogicAtom::head).toList(),
                    "program");
        }

        private static List<LogicAtom> atoms(String side) {
            return Arrays.stream(side.split("&&")).map(LogicAtom::parse).toList();
        }
    }
}
