package warrant.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition.Pattern;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.value.Calendars;

/**
 * Short ways to write rules and statements in tests: {@code "?x"} is a variable, a number a value, other words
 * entities.
 */
public final class Small {
    public static final LocalDate DAY = LocalDate.of(2024, 7, 1);

    private Small() {}

    public static Entity entity(String name) {
        return new Entity("urn:e:" + name);
    }

    public static String relation(String name) {
        return name.equals("a") ? Iris.TYPE : "urn:r:" + name;
    }

    public static Term term(String word) {
        if (word.matches("-?[0-9]+")) {
            return Literal.integer(Long.parseLong(word));
        }
        if (word.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Literal.date(LocalDate.parse(word));
        }
        if (word.equals("true") || word.equals("false")) {
            return Literal.bool(word.equals("true"));
        }
        return entity(word);
    }

    public static RuleTerm place(String word) {
        return word.startsWith("?") ? new Variable(word.substring(1)) : new Constant(term(word));
    }

    /** @param text {@code ?x r ?y} */
    public static Pattern pattern(String text) {
        String[] words = text.split(" ");
        return new Pattern(place(words[0]), relation(words[1]), place(words[2]));
    }

    public static List<Condition> body(String... patterns) {
        return Arrays.stream(patterns).map(text -> (Condition) pattern(text)).toList();
    }

    public static Rule.Head head(String text) {
        String[] words = text.split(" ");
        return new Rule.Head(place(words[0]), relation(words[1]), place(words[2]));
    }

    public static Rule rule(String id, List<Condition> body, String... heads) {
        return rule(id, Rule.Kind.ORDINARY, List.of(), body, heads);
    }

    public static Rule rule(String id, Rule.Kind kind, List<String> overrides, List<Condition> body, String... heads) {
        return new Rule(
                id,
                "Rule " + id,
                kind,
                List.of(new Rule.Citation("contract.pdf", "1", "words of " + id)),
                null,
                null,
                Interval.ALWAYS,
                null,
                overrides,
                body,
                List.of(),
                Arrays.stream(heads).map(Small::head).toList(),
                "",
                "test");
    }

    public static Rule unless(Rule rule, String... patterns) {
        return new Rule(
                rule.id(),
                rule.label(),
                rule.kind(),
                rule.citations(),
                rule.rank(),
                rule.enacted(),
                rule.force(),
                rule.forceDay(),
                rule.overrides(),
                rule.body(),
                List.of(body(patterns)),
                rule.head(),
                rule.say(),
                rule.source());
    }

    public static RuleBase base(Rule... rules) {
        return base(List.of(rules), Set.of(), Set.of());
    }

    public static RuleBase base(List<Rule> rules, Set<String> functional, Set<RuleBase.Contrary> contrary) {
        Set<String> relations = new HashSet<>();
        functional.forEach(name -> relations.add(relation(name)));
        return new RuleBase(
                rules, contrary, relations, Set.of(), List.of("high", "low"), Calendars.NONE, Set.of(), Map.of());
    }

    public static RuleBase.Contrary contrary(String one, String other) {
        return new RuleBase.Contrary(relation(one), relation(other));
    }

    public static Triple triple(String text) {
        String[] words = text.split(" ");
        return new Triple(entity(words[0]), relation(words[1]), term(words[2]));
    }

    public static Statement statement(String text) {
        return statement(text, Interval.ALWAYS);
    }

    public static Statement statement(String text, Interval valid) {
        Origin origin = new Origin.Asserted("test", "given");
        return new Statement(triple(text), valid, List.of(new Support(text, origin, Instant.EPOCH, null)));
    }

    public static List<Statement> statements(String... texts) {
        return Arrays.stream(texts).map(Small::statement).toList();
    }
}
