package warrant.rules.owl;

import java.util.List;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.rules.Condition;
import warrant.rules.Condition.Pattern;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Variable;

/** The rules about the schema itself (OWL 2 Profiles, table 9): they conclude axioms from axioms. */
final class SchemaRules {
    private static final Variable C = new Variable("c");
    private static final Variable D = new Variable("d");
    private static final Variable E = new Variable("e");
    private static final Variable P = new Variable("p");
    private static final Variable Q = new Variable("q");
    private static final Variable V = new Variable("v");
    private static final Variable W = new Variable("w");
    private static final String SUB = Iris.RDFS + "subClassOf";
    private static final String EQUAL = Iris.OWL + "equivalentClass";
    private static final String SUB_PROPERTY = Iris.RDFS + "subPropertyOf";
    private static final String EQUAL_PROPERTY = Iris.OWL + "equivalentProperty";
    private static final String ON = Iris.OWL + "onProperty";

    private static final List<List<String>> DERIVED = List.of(
            List.of("decimal", "integer", "long", "int", "short", "byte"),
            List.of("integer", "nonNegativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
            List.of("nonNegativeInteger", "positiveInteger"),
            List.of("integer", "nonPositiveInteger", "negativeInteger"),
            List.of("string", "normalizedString", "token", "language"),
            List.of("token", "NMTOKEN"),
            List.of("token", "Name", "NCName"));

    private static final List<WholeNumbers> NONE = List.of();

    /** Takes a rule of a name. */
    interface To {
        void add(String name, List<Condition> body, Rule.Head head);
    }

    private SchemaRules() {}

    static void add(To to) {
        classes(to);
        properties(to);
        restrictions(to);
        datatypes(to);
        ranges(to);
    }

    /** Each datatype of XML Schema that is derived from another is a subclass of it. */
    private static void datatypes(To to) {
        for (List<String> chain : DERIVED) {
            for (int i = 0; i < chain.size(); i++) {
                Constant datatype = constant(Iris.XSD + chain.get(i));
                to.add("dt-type1", List.of(), new Rule.Head(datatype, Iris.TYPE, constant(Iris.RDFS + "Datatype")));
                if (i > 0) {
                    to.add("dt-sub", List.of(), new Rule.Head(datatype, SUB, constant(Iris.XSD + chain.get(i - 1))));
                }
            }
        }
    }

    /** Whose values are of two datatypes has values of every datatype that holds all that both have. */
    private static void ranges(To to) {
        for (WholeNumbers one : WholeNumbers.ALL) {
            for (WholeNumbers other : WholeNumbers.ALL) {
                WholeNumbers both = one.and(other);
                for (WholeNumbers wide : one.name().compareTo(other.name()) < 0 ? WholeNumbers.ALL : NONE) {
                    if (wide.contains(both) && !wide.contains(one) && !wide.contains(other)) {
                        to.add(
                                "scm-rng-dt",
                                List.of(
                                        triple(P, Iris.RDFS + "range", constant(Iris.XSD + one.name())),
                                        triple(P, Iris.RDFS + "range", constant(Iris.XSD + other.name()))),
                                new Rule.Head(P, Iris.RDFS + "range", constant(Iris.XSD + wide.name())));
                    }
                }
            }
        }
    }

    private static void classes(To to) {
        for (String kind : List.of(Iris.OWL + "Class", Iris.RDFS + "Class")) {
            List<Condition> isClass = List.of(triple(C, Iris.TYPE, constant(kind)));
            to.add("scm-cls", isClass, new Rule.Head(C, SUB, C));
            to.add("scm-cls", isClass, new Rule.Head(C, EQUAL, C));
            to.add("scm-cls", isClass, new Rule.Head(C, SUB, constant(Iris.OWL + "Thing")));
        }
        to.add("scm-sco", List.of(triple(C, SUB, D), triple(D, SUB, E)), new Rule.Head(C, SUB, E));
        to.add("scm-eqc1", List.of(triple(C, EQUAL, D)), new Rule.Head(C, SUB, D));
        to.add("scm-eqc1", List.of(triple(C, EQUAL, D)), new Rule.Head(D, SUB, C));
        to.add("scm-eqc2", List.of(triple(C, SUB, D), triple(D, SUB, C)), new Rule.Head(C, EQUAL, D));
    }

    private static void properties(To to) {
        for (String kind : List.of("ObjectProperty", "DatatypeProperty")) {
            List<Condition> isProperty = List.of(triple(P, Iris.TYPE, constant(Iris.OWL + kind)));
            to.add("scm-op", isProperty, new Rule.Head(P, SUB_PROPERTY, P));
            to.add("scm-op", isProperty, new Rule.Head(P, EQUAL_PROPERTY, P));
        }
        to.add(
                "scm-spo",
                List.of(triple(P, SUB_PROPERTY, Q), triple(Q, SUB_PROPERTY, V)),
                new Rule.Head(P, SUB_PROPERTY, V));
        to.add("scm-eqp1", List.of(triple(P, EQUAL_PROPERTY, Q)), new Rule.Head(P, SUB_PROPERTY, Q));
        to.add("scm-eqp1", List.of(triple(P, EQUAL_PROPERTY, Q)), new Rule.Head(Q, SUB_PROPERTY, P));
        to.add(
                "scm-eqp2",
                List.of(triple(P, SUB_PROPERTY, Q), triple(Q, SUB_PROPERTY, P)),
                new Rule.Head(P, EQUAL_PROPERTY, Q));
        for (String side : List.of("domain", "range")) {
            String relation = Iris.RDFS + side;
            to.add(
                    "scm-" + side + "1",
                    List.of(triple(P, relation, C), triple(C, SUB, D)),
                    new Rule.Head(P, relation, D));
            to.add(
                    "scm-" + side + "2",
                    List.of(triple(Q, relation, C), triple(P, SUB_PROPERTY, Q)),
                    new Rule.Head(P, relation, C));
        }
    }

    private static void restrictions(To to) {
        String some = Iris.OWL + "someValuesFrom";
        String all = Iris.OWL + "allValuesFrom";
        String value = Iris.OWL + "hasValue";
        for (String kind : List.of(some, all)) {
            to.add(
                    "scm-svf1-avf1",
                    List.of(
                            triple(C, kind, V),
                            triple(C, ON, P),
                            triple(D, kind, W),
                            triple(D, ON, P),
                            triple(V, SUB, W)),
                    new Rule.Head(C, SUB, D));
        }
        for (String kind : List.of(some, value)) {
            to.add(
                    "scm-svf2-hv",
                    List.of(
                            triple(C, kind, V),
                            triple(C, ON, P),
                            triple(D, kind, V),
                            triple(D, ON, Q),
                            triple(P, SUB_PROPERTY, Q)),
                    new Rule.Head(C, SUB, D));
        }
        to.add(
                "scm-avf2",
                List.of(
                        triple(C, all, V),
                        triple(C, ON, P),
                        triple(D, all, V),
                        triple(D, ON, Q),
                        triple(P, SUB_PROPERTY, Q)),
                new Rule.Head(D, SUB, C));
    }

    private static Condition triple(RuleTerm subject, String relation, RuleTerm object) {
        return new Pattern(subject, relation, object);
    }

    private static Constant constant(String iri) {
        return new Constant(new Entity(iri));
    }
}
