package warrant.rules.foreign;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.Condition.When;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;

/**
 * Rules in the syntax of Jena's general purpose rule engine. Only what means the same there can be written: triples of
 * the as-of day in body and head. Everything else, defeat above all, has no counterpart.
 */
public final class JenaText {
    private JenaText() {}

    /** @return the rule; empty where it says something that Jena rules cannot */
    public static Optional<String> of(Rule rule) {
        boolean plain = rule.unless().isEmpty()
                && rule.kind() == Rule.Kind.ORDINARY
                && rule.overrides().isEmpty()
                && rule.force().from() == null
                && rule.force().until() == null
                && rule.body().stream()
                        .allMatch(each -> each instanceof Condition.Pattern pattern
                                && pattern.when() instanceof When.Today
                                && isPlain(pattern.subject())
                                && isPlain(pattern.object()))
                && rule.head().stream().allMatch(head -> isPlain(head.subject()) && isPlain(head.object()));
        return plain ? Optional.of(text(rule)) : Optional.empty();
    }

    private static boolean isPlain(HeadTerm place) {
        return place instanceof RuleTerm.Variable || place instanceof RuleTerm.Constant;
    }

    private static String text(Rule rule) {
        List<String> body = rule.body().stream()
                .map(Condition.Pattern.class::cast)
                .map(each -> triple(each.subject(), each.relation(), each.object()))
                .toList();
        String head = rule.head().stream()
                .map(each -> triple(each.subject(), each.relation(), each.object()))
                .collect(Collectors.joining(" "));
        return "[" + rule.id().replaceAll("[^A-Za-z0-9_]", "_") + ": " + String.join(" ", body) + " -> " + head + "]";
    }

    private static String triple(HeadTerm subject, String relation, HeadTerm object) {
        return "(" + place(subject) + " <" + relation + "> " + place(object) + ")";
    }

    private static String place(HeadTerm place) {
        return switch (place) {
            case RuleTerm.Variable(String name) -> "?" + name;
            case RuleTerm.Constant(Term term) -> term(term);
            default -> throw new IllegalArgumentException("not plain: " + place);
        };
    }

    private static String term(Term term) {
        return switch (term) {
            case Entity(String iri) -> "<" + iri + ">";
            case Literal(String lexical, String datatype) ->
                "'" + lexical.replace("\\", "\\\\").replace("'", "\\'") + "'"
                        + (datatype.equals(Datatypes.STRING) ? "" : "^^<" + datatype + ">");
        };
    }
}
