package warrant.rules.justify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleTerm;
import warrant.rules.match.Bindings;
import warrant.rules.match.Fact;
import warrant.rules.value.Values;

/** Heads under bindings. */
final class Heads {
    static final String MADE = Iris.WARRANT + "new:";

    private final RuleBase rules;
    private final Consumer<String> problems;

    Heads(RuleBase rules, Consumer<String> problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /** @return what the head concludes; null if it would be about a value */
    @Nullable Fact fact(Rule rule, Rule.Head head, Bindings bindings) {
        if (!(term(head.subject(), bindings) instanceof Entity subject)) {
            aboutValue(rule);
            return null;
        }
        Term object = term(head.object(), bindings);
        String datatype = rules.datatypes().get(head.relation());
        return Fact.of(new Triple(subject, head.relation(), datatype == null ? object : Values.as(datatype, object)));
    }

    /** Reports that a rule would conclude something about a value. */
    void aboutValue(Rule rule) {
        problems.accept("rule " + rule.id() + " concludes something about a value, not an entity");
    }

    /** @return whether what the head concludes is just what its variables stand for */
    boolean isPlain(Rule.Head head) {
        return head.subject() instanceof RuleTerm
                && head.object() instanceof RuleTerm
                && !rules.datatypes().containsKey(head.relation());
    }

    static Term term(HeadTerm term, Bindings bindings) {
        return switch (term) {
            case RuleTerm place -> term(place, bindings);
            case Fresh(String name, List<RuleTerm> arguments) ->
                made(
                        name,
                        arguments.stream()
                                .map(argument -> term(argument, bindings))
                                .toList());
        };
    }

    private static Term term(RuleTerm place, Bindings bindings) {
        Term term = switch (place) {
            case RuleTerm.Constant(Term constant) -> constant;
            case RuleTerm.Variable(String name) -> bindings.get(name);
            case RuleTerm.Named(String label) -> bindings.get("@" + label);
        };
        if (term == null) {
            throw new IllegalStateException("a head needs " + place + ", which its body does not bind");
        }
        return term;
    }

    /**
     * @return the entity of a name and arguments: {@code urn:warrant:new:NAME-} and 16 hexadecimal digits of a SHA-256
     */
    private static Entity made(String name, List<Term> arguments) {
        StringBuilder text = new StringBuilder(name);
        arguments.forEach(argument -> text.append('\n').append(Values.identity(argument)));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            String plain = name.replaceAll("[^A-Za-z0-9_-]", "-");
            return new Entity(MADE + plain + "-" + HexFormat.of().formatHex(digest, 0, 8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
