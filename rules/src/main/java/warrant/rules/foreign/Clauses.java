package warrant.rules.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;

/**
 * Formulas as rules: each becomes clauses, each clause a rule for each of its literals ({@code a ∨ b} is “if not a then
 * b” and “if not b then a”). A denial is a statement of its own; what is both said and denied is {@link #ABSURD}.
 *
 * <p>All that these rules conclude follows. They do not reason by cases: from {@code a ∨ b}, {@code a → c} and {@code b
 * → c} they conclude {@code c} only from assuming {@code ¬c}.
 */
public final class Clauses {
    /** Holds when the formulas contradict each other. */
    public static final Triple ABSURD =
            new Triple(new Entity("urn:warrant:program#it"), "urn:warrant:program#is.absurd", Literal.bool(true));

    private static final Entity THING = new Entity("urn:warrant:program#is.thing");
    private static final int MOST_CLAUSES = 500;
    private static final String NOBODY = "it";

    private final Set<List<LogicAtom>> clauses = new LinkedHashSet<>();
    private int unknowns;

    /**
     * Says a formula.
     *
     * @throws IllegalArgumentException when rules cannot say it: something exists for each of others, or too many cases
     */
    public void add(Formula formula) {
        List<List<LogicAtom>> all = clauses(formula, true, new HashMap<>(), false);
        all.stream()
                .filter(clause -> clause.stream().noneMatch(atom -> clause.contains(atom.negated())))
                .forEach(clause -> clauses.add(clause.stream().distinct().toList()));
    }

    /** @return the clauses that say the formula, or its denial */
    private List<List<LogicAtom>> clauses(Formula formula, boolean positive, Map<String, String> names, boolean under) {
        return switch (formula) {
            case Formula.Said(String predicate, List<String> terms) ->
                List.of(List.of(new LogicAtom(predicate, places(terms, names), positive)));
            case Formula.Not(Formula of) -> clauses(of, !positive, names, under);
            case Formula.Quantified(boolean all, String variable, Formula of) -> {
                boolean universal = all == positive;
                if (!universal && under) {
                    throw new IllegalArgumentException("something exists for each of others: " + formula);
                }
                Map<String, String> inner = new HashMap<>(names);
                inner.put(variable, universal ? "$v" + ++unknowns : "somebody " + ++unknowns);
                yield clauses(of, positive, inner, under || universal);
            }
            case Formula.Joined(Formula.Connective connective, Formula left, Formula right) ->
                joined(connective, left, right, positive, names, under);
        };
    }

    private List<List<LogicAtom>> joined(
            Formula.Connective connective,
            Formula left,
            Formula right,
            boolean positive,
            Map<String, String> names,
            boolean under) {
        Formula notLeft = new Formula.Not(left);
        Formula notRight = new Formula.Not(right);
        return switch (connective) {
            case AND -> both(left, right, positive, names, under, positive);
            case OR -> both(left, right, positive, names, under, !positive);
            case IMPLIES -> both(notLeft, right, positive, names, under, !positive);
            case XOR ->
                clauses(
                        new Formula.Joined(
                                Formula.Connective.AND,
                                new Formula.Joined(Formula.Connective.OR, left, right),
                                new Formula.Joined(Formula.Connective.OR, notLeft, notRight)),
                        positive,
                        names,
                        under);
            case IFF -> clauses(new Formula.Joined(Formula.Connective.XOR, left, right), !positive, names, under);
        };
    }

    /** @param all whether both hold, rather than one */
    private List<List<LogicAtom>> both(
            Formula left, Formula right, boolean positive, Map<String, String> names, boolean under, boolean all) {
        List<List<LogicAtom>> one = clauses(left, positive, names, under);
        List<List<LogicAtom>> other = clauses(right, positive, names, under);
        List<List<LogicAtom>> made = new ArrayList<>();
        if (all) {
            made.addAll(one);
            made.addAll(other);
            return made;
        }
        if ((long) one.size() * other.size() > MOST_CLAUSES) {
            throw new IllegalArgumentException("more than " + MOST_CLAUSES + " cases");
        }
        for (List<LogicAtom> first : one) {
            for (List<LogicAtom> second : other) {
                List<LogicAtom> clause = new ArrayList<>(first);
                clause.addAll(second);
                made.add(clause);
            }
        }
        return made;
    }

    private static List<String> places(List<String> terms, Map<String, String> names) {
        return terms.isEmpty()
                ? List.of(NOBODY)
                : terms.stream().map(term -> names.getOrDefault(term, term)).toList();
    }

    /** @return all that is named, as triples: variables range over these */
    public List<Triple> things() {
        return clauses.stream()
                .flatMap(List::stream)
                .flatMap(atom -> atom.things().stream())
                .distinct()
                .map(thing -> new Triple(thing, Iris.TYPE, THING))
                .toList();
    }

    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (List<LogicAtom> clause : clauses) {
            for (LogicAtom head : clause) {
                List<LogicAtom> rest = new ArrayList<>(clause);
                rest.remove(head);
                List<Condition> body = new ArrayList<>(rest.stream()
                        .map(atom -> (Condition) atom.negated().pattern())
                        .toList());
                unbound(head, rest).forEach(variable -> body.add(thing(variable)));
                rules.add(rule(rules.size(), clause.toString(), body, head.head()));
            }
        }
        Set<LogicAtom> kinds = new LinkedHashSet<>();
        clauses.stream().flatMap(List::stream).forEach(atom -> kinds.add(atom.general()));
        for (LogicAtom kind : kinds) {
            List<Condition> body = List.of(kind.pattern(), kind.negated().pattern());
            Rule.Head absurd = new Rule.Head(
                    new RuleTerm.Constant(ABSURD.subject()), ABSURD.relation(), new RuleTerm.Constant(ABSURD.object()));
            rules.add(rule(rules.size(), "said and denied: " + kind.predicate(), body, absurd));
        }
        return rules;
    }

    private static Set<String> unbound(LogicAtom head, List<LogicAtom> body) {
        Set<String> variables = new LinkedHashSet<>(head.variables());
        body.forEach(atom -> atom.variables().forEach(variables::remove));
        return variables;
    }

    private static Condition thing(String variable) {
        return new Condition.Pattern(
                new RuleTerm.Variable(variable.substring(1)), Iris.TYPE, new RuleTerm.Constant(THING));
    }

    private static Rule rule(int number, String label, List<Condition> body, Rule.Head head) {
        return Rule.plain("f" + number, label, body, List.of(head), "formulas");
    }
}
