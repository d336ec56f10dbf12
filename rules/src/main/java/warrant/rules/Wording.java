package warrant.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.value.Comparison;
import warrant.rules.value.Operator;
import warrant.rules.value.Values;

/**
 * Conditions, triples and values as words.
 *
 * @param names what an entity is called
 * @param relations what a relation is called, by IRI
 * @param open how a variable that stands for nothing yet is shown, by name
 * @param language of the sentences of rules, where they have several
 */
public record Wording(
        Function<Entity, String> names, UnaryOperator<String> relations, UnaryOperator<String> open, String language) {

    /** Writes relations and variables as rules do. */
    public Wording(Function<Entity, String> names) {
        this(names, Saying.ANY);
    }

    /** Writes relations and variables as rules do, and says the sentences of rules in a language. */
    public Wording(Function<Entity, String> names, String language) {
        this(names, iri -> iri.equals(Iris.TYPE) ? "a" : ":" + local(iri), name -> "?" + name, language);
    }

    /** @return wording for people who do not read rules: relations by their labels, open places in brackets */
    public static Wording plain(Function<Entity, String> names, Function<String, String> relations) {
        return new Wording(
                names,
                iri -> iri.equals(Iris.TYPE) ? "is a" : relations.apply(iri),
                name -> "[" + words(name) + "]",
                Saying.ANY);
    }

    /** @return {@code issuedOn} as {@code issued on} */
    private static String words(String name) {
        return name.replace('_', ' ')
                .replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    /** Calls entities by the last part of their IRI. */
    public static final Wording PLAIN = new Wording(entity -> local(entity.iri()));

    /** @return the part of an IRI after the last {@code #}, {@code /} or {@code :} */
    public static String local(String iri) {
        int cut = Math.max(iri.lastIndexOf('#'), Math.max(iri.lastIndexOf('/'), iri.lastIndexOf(':')));
        return cut + 1 < iri.length() ? iri.substring(cut + 1) : iri;
    }

    public String of(Triple triple) {
        return of(triple.subject()) + " " + relation(triple.relation()) + " " + of(triple.object());
    }

    public String of(Term term) {
        return switch (term) {
            case Entity entity -> names.apply(entity);
            case Literal literal ->
                literal.datatype().equals(Datatypes.STRING) ? '"' + literal.lexical() + '"' : Values.show(literal);
        };
    }

    String relation(String iri) {
        return relations.apply(iri);
    }

    /** @return the condition as a rule would write it, with what is bound filled in */
    public String of(Condition condition, Map<String, Term> bindings) {
        return switch (condition) {
            case Condition.Pattern pattern ->
                of(pattern.subject(), bindings)
                        + " "
                        + relation(pattern.relation())
                        + " "
                        + of(pattern.object(), bindings)
                        + when(pattern.when(), bindings);
            case Condition.Not(List<Condition> group) ->
                group.size() == 1 && group.getFirst() instanceof Condition.Pattern
                        ? "not " + of(group.getFirst(), bindings)
                        : "not " + group(group, bindings);
            case Condition.Exists(List<Condition> group) -> "exists " + group(group, bindings);
            case Condition.Forall(List<Condition> range, List<Condition> then) ->
                "forall " + group(range, bindings) + " : " + group(then, bindings);
            case Condition.Or(List<List<Condition>> branches) ->
                branches.stream().map(branch -> group(branch, bindings)).collect(Collectors.joining(" or "));
            case Condition.Aggregate aggregate ->
                of(aggregate.result(), bindings) + " = " + aggregate.fold().word() + "("
                        + open.apply(aggregate.over().name()) + ") over "
                        + group(aggregate.group(), bindings);
            case Condition.Compare(Expr left, Comparison comparison, Expr right) ->
                of(left, bindings) + " " + comparison.symbol() + " " + of(right, bindings);
            case Condition.Holds(Expr.Call call) -> of(call, bindings);
        };
    }

    private String group(List<Condition> conditions, Map<String, Term> bindings) {
        return conditions.stream().map(each -> of(each, bindings)).collect(Collectors.joining("  ", "{ ", " }"));
    }

    private String when(Condition.When when, Map<String, Term> bindings) {
        return switch (when) {
            case Condition.When.Today today -> "";
            case Condition.When.Ever ever -> " ever";
            case Condition.When.At(RuleTerm day) -> " at " + of(day, bindings);
        };
    }

    String of(Expr expr, Map<String, Term> bindings) {
        return switch (expr) {
            case RuleTerm.Variable variable -> {
                Term bound = bindings.get(variable.name());
                yield bound == null ? open.apply(variable.name()) : of(bound);
            }
            case RuleTerm.Constant(Term term) -> of(term);
            case RuleTerm.Named(String label) -> label;
            case Expr.Arithmetic(Operator operator, Expr left, Expr right) ->
                operand(left, bindings) + " " + operator.symbol() + " " + operand(right, bindings);
            case Expr.Minus(Expr operand) -> "-" + operand(operand, bindings);
            case Expr.Call(var function, List<Expr> arguments, String option) ->
                function.spelling()
                        + arguments.stream()
                                .map(each -> of(each, bindings))
                                .collect(Collectors.joining(", ", "(", option == null ? ")" : ", " + option + ")"));
        };
    }

    private String operand(Expr expr, Map<String, Term> bindings) {
        return expr instanceof Expr.Arithmetic ? "(" + of(expr, bindings) + ")" : of(expr, bindings);
    }

    /** @return the sentence of the last step's rule, filled in; empty where the rule has none */
    public String said(Proof.Step step) {
        return Saying.filled(
                step, language, value -> value instanceof Literal literal ? Values.show(literal) : of(value));
    }
}
