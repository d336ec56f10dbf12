package warrant.rules.owl;

import java.util.List;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Condition.Pattern;
import warrant.rules.Fresh;
import warrant.rules.Rule;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Variable;

/**
 * What is not the same and not of a class. The tables of OWL 2 RL find contradictions there and conclude no denial;
 * these rules are their contrapositions.
 */
final class Denials {
    private static final Variable X = new Variable("x");
    private static final Variable Y = new Variable("y");
    private static final Variable V = new Variable("v");
    private static final Variable W = new Variable("w");
    private static final String DIFFERENT = Iris.OWL + "differentFrom";

    private final Axioms axioms;

    Denials(Axioms axioms) {
        this.axioms = axioms;
    }

    void add(SchemaRules.To to) {
        Pattern differ = new Pattern(V, DIFFERENT, W);
        to.add("eq-diff-sym", List.of(differ), new Rule.Head(W, DIFFERENT, V));
        for (Entity p : axioms.of(Iris.OWL + "FunctionalProperty")) {
            List<Condition> body = List.of(new Pattern(X, p.iri(), V), new Pattern(Y, p.iri(), W), differ);
            to.add("prp-fp-diff", body, new Rule.Head(X, DIFFERENT, Y));
        }
        for (Entity p : axioms.of(Iris.OWL + "InverseFunctionalProperty")) {
            List<Condition> body = List.of(new Pattern(V, p.iri(), X), new Pattern(W, p.iri(), Y), differ);
            to.add("prp-ifp-diff", body, new Rule.Head(X, DIFFERENT, Y));
        }
        for (Triple axiom : axioms.with(Iris.OWL + "disjointWith")) {
            disjoint(axiom.subject(), axiom.object(), to);
        }
        pairs("AllDisjointClasses", (one, other) -> disjoint(one, other, to));
        for (Triple axiom : axioms.with(Iris.OWL + "propertyDisjointWith")) {
            apart(axiom.subject(), axiom.object(), to);
        }
        pairs("AllDisjointProperties", (one, other) -> apart(one, other, to));
        chains(to);
        axioms.with(Iris.OWL + "maxQualifiedCardinality").forEach(axiom -> atMostOne(axiom, to));
    }

    /** Where one value of a class is the most and is there, another value is not of the class. */
    private void atMostOne(Triple axiom, SchemaRules.To to) {
        Entity all = axiom.subject();
        boolean one = axiom.object() instanceof Literal(String most, String datatype) && most.equals("1");
        for (Term property : one ? axioms.values(all, Iris.OWL + "onProperty") : List.<Term>of()) {
            for (Term kind : axioms.values(all, Iris.OWL + "onClass")) {
                if (property instanceof Entity(String p)) {
                    Fresh complement = new Fresh("complement", List.of(new Constant(kind)));
                    List<Condition> body = List.of(
                            new Pattern(Y, Iris.TYPE, new Constant(all)),
                            new Pattern(Y, p, V),
                            new Pattern(Y, p, X),
                            new Pattern(V, Iris.TYPE, new Constant(kind)),
                            new Pattern(V, DIFFERENT, X));
                    to.add("cls-maxqc3-com", body, new Rule.Head(X, Iris.TYPE, complement));
                    to.add(
                            "cls-maxqc3-com",
                            List.of(),
                            new Rule.Head(complement, Iris.OWL + "complementOf", new Constant(kind)));
                }
            }
        }
    }

    private interface Pair {
        void of(Term one, Term other);
    }

    private void pairs(String kind, Pair pair) {
        for (Entity all : axioms.of(Iris.OWL + kind)) {
            List<Term> members = axioms.values(all, Iris.OWL + "members").stream()
                    .flatMap(list -> axioms.list(list).stream())
                    .toList();
            for (int i = 0; i < members.size(); i++) {
                for (Term other : members.subList(i + 1, members.size())) {
                    pair.of(members.get(i), other);
                }
            }
        }
    }

    /** Who have one value by two properties that nobody has one value by are two; and of one, the values are two. */
    private static void apart(Term one, Term other, SchemaRules.To to) {
        if (one instanceof Entity(String p) && other instanceof Entity(String q)) {
            to.add("prp-pdw-diff", List.of(new Pattern(X, p, V), new Pattern(Y, q, V)), new Rule.Head(X, DIFFERENT, Y));
            to.add("prp-pdw-diff", List.of(new Pattern(V, p, X), new Pattern(V, q, Y)), new Rule.Head(X, DIFFERENT, Y));
        }
    }

    private static void disjoint(Term one, Term other, SchemaRules.To to) {
        Pattern isOne = new Pattern(X, Iris.TYPE, new Constant(one));
        Pattern isOther = new Pattern(Y, Iris.TYPE, new Constant(other));
        to.add("cax-dw-diff", List.of(isOne, isOther), new Rule.Head(X, DIFFERENT, Y));
        complement(isOne, other, X, to);
        complement(isOther, one, Y, to);
    }

    /** Who is of one class is of the complement of the other, a class that nobody needs to have named. */
    private static void complement(Pattern member, Term other, Variable who, SchemaRules.To to) {
        Fresh complement = new Fresh("complement", List.of(new Constant(other)));
        to.add("cax-dw-com", List.of(member), new Rule.Head(who, Iris.TYPE, complement));
        to.add("cax-dw-com", List.of(), new Rule.Head(complement, Iris.OWL + "complementOf", new Constant(other)));
    }

    /** A chain of a property with itself says that it carries over. */
    private void chains(SchemaRules.To to) {
        for (Triple axiom : axioms.with(Iris.OWL + "propertyChainAxiom")) {
            if (axioms.list(axiom.object()).equals(List.of(axiom.subject(), axiom.subject()))) {
                to.add(
                        "chain-trp",
                        List.of(),
                        new Rule.Head(
                                new Constant(axiom.subject()),
                                Iris.TYPE,
                                new Constant(new Entity(Iris.OWL + "TransitiveProperty"))));
            }
        }
    }
}
