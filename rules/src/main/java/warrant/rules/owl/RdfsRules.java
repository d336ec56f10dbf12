package warrant.rules.owl;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Condition.Pattern;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Variable;

/**
 * The entailment patterns of RDFS and its axiomatic triples (W3C, RDF 1.1 Semantics, sections 8 and 9), each written
 * out for the relations at hand. {@code rdfs:Literal} and other datatypes get no members: values are never subjects.
 */
public final class RdfsRules {
    private static final Variable X = new Variable("x");
    private static final Variable Y = new Variable("y");
    private static final Variable Z = new Variable("z");
    private static final String SUBCLASS = Iris.RDFS + "subClassOf";
    private static final String SUBPROPERTY = Iris.RDFS + "subPropertyOf";
    private static final String DOMAIN = Iris.RDFS + "domain";
    private static final String RANGE = Iris.RDFS + "range";
    private static final String RESOURCE = Iris.RDFS + "Resource";
    private static final String CLASS = Iris.RDFS + "Class";
    private static final String PROPERTY = Iris.RDF + "Property";
    private static final String MEMBERSHIP = Iris.RDFS + "ContainerMembershipProperty";

    /** The axiomatic triples: relation, domain and range. */
    private static final List<List<String>> SIGNATURES = List.of(
            List.of(Iris.TYPE, RESOURCE, CLASS),
            List.of(DOMAIN, PROPERTY, CLASS),
            List.of(RANGE, PROPERTY, CLASS),
            List.of(SUBPROPERTY, PROPERTY, PROPERTY),
            List.of(SUBCLASS, CLASS, CLASS),
            List.of(Iris.RDF + "subject", Iris.RDF + "Statement", RESOURCE),
            List.of(Iris.RDF + "predicate", Iris.RDF + "Statement", RESOURCE),
            List.of(Iris.RDF + "object", Iris.RDF + "Statement", RESOURCE),
            List.of(Iris.RDFS + "member", RESOURCE, RESOURCE),
            List.of(Iris.RDF + "first", Iris.RDF + "List", RESOURCE),
            List.of(Iris.RDF + "rest", Iris.RDF + "List", Iris.RDF + "List"),
            List.of(Iris.RDFS + "seeAlso", RESOURCE, RESOURCE),
            List.of(Iris.RDFS + "isDefinedBy", RESOURCE, RESOURCE),
            List.of(Iris.RDFS + "comment", RESOURCE, Iris.RDFS + "Literal"),
            List.of(Iris.RDFS + "label", RESOURCE, Iris.RDFS + "Literal"),
            List.of(Iris.RDF + "value", RESOURCE, RESOURCE));

    private final Axioms axioms;
    private final Set<String> relations;
    private final MadeRules made = new MadeRules("rdfs", "RDF Schema");

    private RdfsRules(Axioms axioms, Collection<Triple> triples) {
        this.axioms = axioms;
        this.relations = new TreeSet<>(axioms.relations());
        for (Triple triple : triples) {
            member(triple.subject());
            member(triple.object());
        }
        member(new Entity(Iris.RDF + "_1"));
        SIGNATURES.forEach(signature -> relations.add(signature.getFirst()));
    }

    private void member(Term term) {
        if (term instanceof Entity(String iri) && isMembership(iri)) {
            relations.add(iri);
        }
    }

    private static boolean isMembership(String iri) {
        return iri.startsWith(Iris.RDF + "_")
                && iri.substring(Iris.RDF.length() + 1).matches("[1-9][0-9]*");
    }

    /**
     * @param triples a graph; where what follows says more of relations, the rules are to be made anew with it
     * @return the rules of RDFS, which conclude what the graph entails
     */
    public static List<Rule> of(Collection<Triple> triples) {
        RdfsRules rdfs = new RdfsRules(new Axioms(triples), triples);
        rdfs.axiomatic();
        rdfs.relations.forEach(rdfs::relation);
        rdfs.declared();
        rdfs.schema();
        return rdfs.made.rules();
    }

    private void axiomatic() {
        for (List<String> signature : SIGNATURES) {
            fact(signature.get(0), DOMAIN, signature.get(1));
            fact(signature.get(0), RANGE, signature.get(2));
        }
        fact(Iris.RDF + "nil", Iris.TYPE, Iris.RDF + "List");
        for (String container : List.of("Alt", "Bag", "Seq")) {
            fact(Iris.RDF + container, SUBCLASS, Iris.RDFS + "Container");
        }
        fact(MEMBERSHIP, SUBCLASS, PROPERTY);
        fact(Iris.RDFS + "isDefinedBy", SUBPROPERTY, Iris.RDFS + "seeAlso");
        fact(Iris.RDFS + "Datatype", SUBCLASS, CLASS);
        for (String relation : relations) {
            if (isMembership(relation)) {
                fact(relation, Iris.TYPE, MEMBERSHIP);
                fact(relation, DOMAIN, RESOURCE);
                fact(relation, RANGE, RESOURCE);
            }
        }
    }

    private void relation(String p) {
        List<Condition> used = List.of(new Pattern(X, p, Y));
        made.add("rdfD2", used, new Rule.Head(entity(p), Iris.TYPE, entity(PROPERTY)));
        made.add("rdfs4a", used, new Rule.Head(X, Iris.TYPE, entity(RESOURCE)));
        made.add("rdfs4b", used, new Rule.Head(Y, Iris.TYPE, entity(RESOURCE)));
    }

    private void declared() {
        for (Triple axiom : axioms.with(DOMAIN)) {
            List<Condition> body = List.of(new Pattern(X, axiom.subject().iri(), Y));
            made.add("rdfs2", body, new Rule.Head(X, Iris.TYPE, new Constant(axiom.object())));
        }
        for (Triple axiom : axioms.with(RANGE)) {
            List<Condition> body = List.of(new Pattern(X, axiom.subject().iri(), Y));
            made.add("rdfs3", body, new Rule.Head(Y, Iris.TYPE, new Constant(axiom.object())));
        }
        for (Triple axiom : axioms.with(SUBPROPERTY)) {
            if (axiom.object() instanceof Entity(String wider)) {
                made.add("rdfs7", List.of(new Pattern(X, axiom.subject().iri(), Y)), new Rule.Head(X, wider, Y));
            }
        }
    }

    private void schema() {
        made.add("rdfs5", chain(SUBPROPERTY), new Rule.Head(X, SUBPROPERTY, Z));
        made.add("rdfs11", chain(SUBCLASS), new Rule.Head(X, SUBCLASS, Z));
        made.add(
                "rdfs9",
                List.of(new Pattern(X, SUBCLASS, Y), new Pattern(Z, Iris.TYPE, X)),
                new Rule.Head(Z, Iris.TYPE, Y));
        made.add("rdfs6", kind(PROPERTY), new Rule.Head(X, SUBPROPERTY, X));
        made.add("rdfs8", kind(CLASS), new Rule.Head(X, SUBCLASS, entity(RESOURCE)));
        made.add("rdfs10", kind(CLASS), new Rule.Head(X, SUBCLASS, X));
        made.add("rdfs12", kind(MEMBERSHIP), new Rule.Head(X, SUBPROPERTY, entity(Iris.RDFS + "member")));
        made.add("rdfs13", kind(Iris.RDFS + "Datatype"), new Rule.Head(X, SUBCLASS, entity(Iris.RDFS + "Literal")));
    }

    private static List<Condition> chain(String relation) {
        return List.of(new Pattern(X, relation, Y), new Pattern(Y, relation, Z));
    }

    private static List<Condition> kind(String iri) {
        return List.of(new Pattern(X, Iris.TYPE, entity(iri)));
    }

    private void fact(String subject, String relation, String object) {
        made.add("axiom", List.of(), new Rule.Head(entity(subject), relation, entity(object)));
    }

    private static RuleTerm entity(String iri) {
        return new Constant(new Entity(iri));
    }
}
