package warrant.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.Condition.When;
import warrant.rules.Expr;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.value.Operator;
import warrant.rules.value.Values;

/**
 * Writes typed rules as text again, one way for each rule. What is written reads back as an equal rule.
 *
 * @param prefixes prefix to namespace; IRIs that none covers are written in full
 */
public record RuleText(Map<String, String> prefixes) {
    private static final String INDENT = "\n       ";

    public RuleText {
        prefixes = Map.copyOf(prefixes);
    }

    public String of(Rule rule) {
        StringBuilder out = new StringBuilder();
        out.append(rule.kind() == Rule.Kind.PRESUME ? "presume " : "rule ").append(rule.id());
        out.append(rule.label().isEmpty() ? "" : " " + quoted(rule.label()));
        headers(rule, out);
        if (!rule.body().isEmpty()) {
            out.append("\n  if   ").append(conditions(rule.body(), INDENT));
        }
        rule.unless().forEach(group -> out.append("\n  unless ").append(conditions(group, INDENT)));
        out.append("\n  then ").append(rule.head().stream().map(this::head).collect(Collectors.joining(INDENT)));
        rule.say()
                .texts()
                .forEach((language, text) -> out.append(language.isEmpty() ? "\n  say  " : "\n  say " + language + " ")
                        .append(quoted(text)));
        return out.append('\n').toString();
    }

    private void headers(Rule rule, StringBuilder out) {
        for (Rule.Citation cites : rule.citations()) {
            out.append("\n  cites ")
                    .append(quoted(cites.file()))
                    .append(" clause ")
                    .append(quoted(cites.clause()))
                    .append(' ')
                    .append(quoted(cites.words()));
        }
        if (rule.rank() != null) {
            out.append("\n  rank ").append(rule.rank());
        }
        if (rule.enacted() != null) {
            out.append("\n  enacted ").append(rule.enacted());
        }
        var force = rule.force();
        if (force.from() != null || force.until() != null || rule.forceDay() != null) {
            out.append("\n  in force");
            out.append(force.from() == null ? "" : " from " + force.from());
            out.append(force.until() == null ? "" : " until " + force.until());
            out.append(rule.forceDay() == null ? "" : " for " + rule.forceDay());
        }
        if (!rule.overrides().isEmpty()) {
            out.append("\n  overrides ").append(String.join(", ", rule.overrides()));
        }
    }

    private String head(Rule.Head head) {
        return head(head.subject()) + " " + relation(head.relation()) + " " + head(head.object());
    }

    private String head(HeadTerm term) {
        return switch (term) {
            case RuleTerm plain -> expr(plain);
            case Fresh(String name, List<RuleTerm> arguments) -> {
                List<String> parts = new ArrayList<>(List.of(quoted(name)));
                arguments.forEach(argument -> parts.add(expr(argument)));
                yield "new(" + String.join(", ", parts) + ")";
            }
        };
    }

    private String conditions(List<Condition> conditions, String separator) {
        return conditions.stream().map(this::of).collect(Collectors.joining(separator));
    }

    private String group(List<Condition> conditions) {
        return "{ " + conditions(conditions, "  ") + " }";
    }

    public String of(Condition condition) {
        return switch (condition) {
            case Condition.Pattern p ->
                expr(p.subject()) + " " + relation(p.relation()) + " " + expr(p.object()) + when(p.when());
            case Condition.Not(List<Condition> group)
            when group.size() == 1 && group.getFirst() instanceof Condition.Pattern -> "not " + of(group.getFirst());
            case Condition.Not(List<Condition> group) -> "not " + group(group);
            case Condition.Exists(List<Condition> group) -> "exists " + group(group);
            case Condition.Forall(List<Condition> range, List<Condition> then) ->
                "forall " + group(range) + " : " + group(then);
            case Condition.Or(List<List<Condition>> branches) ->
                branches.stream().map(this::group).collect(Collectors.joining(" or "));
            case Condition.Aggregate a ->
                a.result() + " = " + a.fold().word() + "(" + a.over() + ") over " + group(a.group());
            case Condition.Compare(Expr left, var comparison, Expr right) ->
                expr(left) + " " + comparison.symbol() + " " + expr(right);
            case Condition.Holds(Expr.Call call) -> expr(call);
        };
    }

    private String when(When when) {
        return switch (when) {
            case When.Today today -> "";
            case When.Ever ever -> " ever";
            case When.At(RuleTerm day) -> " at " + expr(day);
        };
    }

    /** @return a relation as it stands in the place of a verb */
    public String relation(String iri) {
        return iri.equals(Iris.TYPE) ? "a" : name(iri);
    }

    private String name(String iri) {
        return Prefixes.shorten(iri, prefixes).orElse("<" + iri + ">");
    }

    private String expr(Expr expr) {
        return switch (expr) {
            case RuleTerm.Variable variable -> variable.toString();
            case RuleTerm.Constant(Term term) -> value(term);
            case RuleTerm.Named(String label) -> "@" + quoted(label);
            case Expr.Arithmetic(Operator operator, Expr left, Expr right) ->
                operand(left, strength(operator)) + " " + operator.symbol() + " "
                        + operand(right, strength(operator) + 1);
            case Expr.Minus(Expr operand) -> "-" + operand(operand, 4);
            case Expr.Call call -> {
                List<String> parts = new ArrayList<>(
                        call.arguments().stream().map(this::expr).toList());
                if (call.option() != null) {
                    parts.add(call.option());
                }
                yield call.function().spelling() + "(" + String.join(", ", parts) + ")";
            }
        };
    }

    private String operand(Expr expr, int least) {
        boolean weak = expr instanceof Expr.Arithmetic a && strength(a.operator()) < least;
        boolean twice = least == 4 && (expr instanceof Expr.Minus || expr instanceof RuleTerm.Constant);
        return weak || twice ? "(" + expr(expr) + ")" : expr(expr);
    }

    private static int strength(Operator operator) {
        return switch (operator) {
            case PLUS, MINUS -> 1;
            case TIMES, OVER -> 2;
        };
    }

    private String value(Term term) {
        return switch (term) {
            case Entity(String iri) -> name(iri);
            case Literal literal ->
                switch (literal.datatype()) {
                    case Datatypes.STRING -> quoted(literal.lexical());
                    case Datatypes.PERCENTAGE -> literal.lexical().replace(" ", "");
                    case Datatypes.DURATION -> Values.show(literal);
                    default -> literal.lexical();
                };
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
