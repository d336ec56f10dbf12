package warrant.rules.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;

/**
 * Reads SWRL rules in the syntax that people write (Horrocks et al. 2004, section 2.1, and as editors show them): class
 * and property atoms, {@code sameAs}, {@code differentFrom}, comparisons and the four operations; one rule a line.
 */
public final class SwrlReading {
    private final ForeignWords words;
    private final String file;

    private SwrlReading(String file, String text, String namespace) {
        this.file = file;
        this.words = new ForeignWords(file, text, Map.of("", namespace));
    }

    /**
     * @param file its name, for messages
     * @param namespace of names without a prefix
     * @throws warrant.rules.RuleException saying with its line what cannot be said here
     */
    public static List<Rule> of(String file, String text, String namespace) {
        SwrlReading reading = new SwrlReading(file, text, namespace);
        List<Rule> rules = new ArrayList<>();
        while (!reading.words.isOver()) {
            if (reading.words.skip("@prefix")) {
                reading.words.declare();
                reading.words.skip(".");
            } else {
                rules.add(reading.rule(rules.size() + 1));
            }
        }
        return List.copyOf(rules);
    }

    private Rule rule(int number) {
        String source = file + ":" + words.line();
        List<Condition> body = new ArrayList<>();
        while (!words.is("->") && !words.is("→")) {
            body.add(atom());
            separator();
        }
        words.next();
        List<Rule.Head> head = new ArrayList<>();
        do {
            if (!(atom() instanceof Condition.Pattern pattern)) {
                throw words.wrong("a head concludes classes and properties, before this");
            }
            head.add(new Rule.Head(pattern.subject(), pattern.relation(), pattern.object()));
        } while (separator());
        words.skip(".");
        return ForeignWords.rule("swrl-" + number, body, head, source);
    }

    private boolean separator() {
        return words.skip("^") || words.skip("∧") || words.skip(",");
    }

    private Condition atom() {
        String name = words.next();
        words.expect("(");
        List<RuleTerm> arguments = new ArrayList<>();
        while (!words.skip(")")) {
            arguments.add(words.term());
            words.skip(",");
        }
        if (name.startsWith("swrlb:") || name.equals("differentFrom")) {
            return words.builtin(name, arguments);
        }
        return switch (arguments.size()) {
            case 1 ->
                new Condition.Pattern(
                        arguments.getFirst(), Iris.TYPE, new RuleTerm.Constant(new Entity(words.iri(name))));
            case 2 ->
                new Condition.Pattern(
                        arguments.getFirst(),
                        name.equals("sameAs") ? Iris.SAME_AS : words.iri(name),
                        arguments.getLast());
            default -> throw words.wrong("an atom of " + arguments.size() + " values, before this");
        };
    }
}
