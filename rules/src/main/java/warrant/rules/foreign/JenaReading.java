package warrant.rules.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;

/**
 * Reads forward rules in the syntax of Apache Jena's general-purpose reasoner: triples, {@code noValue}, comparisons
 * and the four operations. Its other built-ins act on the graph or the world, and are refused.
 */
public final class JenaReading {
    private final ForeignWords words;
    private final String file;
    private final List<Rule> rules = new ArrayList<>();

    private JenaReading(String file, String text) {
        this.file = file;
        this.words = new ForeignWords(file, text, Map.of());
    }

    /**
     * @param file its name, for messages
     * @throws warrant.rules.RuleException saying with its line what cannot be said here
     */
    public static List<Rule> of(String file, String text) {
        JenaReading reading = new JenaReading(file, text);
        while (!reading.words.isOver()) {
            reading.item();
        }
        return List.copyOf(reading.rules);
    }

    private void item() {
        if (words.skip("@prefix")) {
            words.declare();
            words.skip(".");
            return;
        }
        String source = file + ":" + words.line();
        boolean bracket = words.skip("[");
        String id = "rule-" + (rules.size() + 1);
        String name = words.label();
        id = name.isEmpty() ? id : name;
        List<Condition> body = new ArrayList<>();
        while (!words.is("->")) {
            if (words.is("<-")) {
                throw words.wrong("backward rules are not read; maybe the same forward");
            }
            body.add(condition());
            words.skip(",");
        }
        words.expect("->");
        List<Rule.Head> head = new ArrayList<>();
        while (!words.isOver() && !words.is("]") && !words.is(".") && !words.is("[")) {
            head.add(head());
            words.skip(",");
        }
        words.skip(bracket ? "]" : ".");
        rules.add(ForeignWords.rule(id, body, head, source));
    }

    private Rule.Head head() {
        if (!words.is("(")) {
            throw words.wrong("a head concludes triples");
        }
        words.expect("(");
        RuleTerm subject = words.term();
        Condition.Pattern pattern = rest(subject, false);
        return new Rule.Head(pattern.subject(), pattern.relation(), pattern.object());
    }

    private Condition condition() {
        if (words.is("(")) {
            return triple();
        }
        String name = words.next();
        words.expect("(");
        if (name.equals("noValue")) {
            return new Condition.Not(List.of(rest(words.term(), true)));
        }
        List<RuleTerm> arguments = new ArrayList<>();
        while (!words.skip(")")) {
            arguments.add(words.term());
            words.skip(",");
        }
        return words.builtin(name, arguments);
    }

    private Condition.Pattern triple() {
        words.expect("(");
        return rest(words.term(), true);
    }

    /** What follows the subject, up to the bracket; in a body the object may be missing, which means any. */
    private Condition.Pattern rest(RuleTerm subject, boolean open) {
        words.skip(",");
        String word = words.next();
        if (word.startsWith("?")) {
            throw words.wrong("a relation is named, never a variable such as " + word);
        }
        String relation = words.iri(word);
        words.skip(",");
        RuleTerm object = open && words.is(")") ? words.another() : words.term();
        words.expect(")");
        return new Condition.Pattern(subject, relation, object);
    }
}
