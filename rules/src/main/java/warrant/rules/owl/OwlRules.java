package warrant.rules.owl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Condition.Pattern;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Variable;

/**
 * The rules of OWL 2 RL (W3C, OWL 2 Profiles, section 4.3, tables 4 to 7), each written out for the axioms at hand:
 * rules here name their relations, so that {@code prp-dom} becomes one rule for each {@code rdfs:domain}.
 *
 * <p>Not made: the rules that find contradictions. Those about the schema itself (table 9) come with
 * {@link #withSchema}. What stands where the profile does not allow it implies nothing.
 */
public final class OwlRules {
    private static final Variable X = new Variable("x");
    private static final Variable Y = new Variable("y");
    private static final Variable Z = new Variable("z");
    private static final String SUBCLASS = Iris.RDFS + "subClassOf";
    private static final int MOST_ALTERNATIVES = 1000;

    private final Axioms axioms;
    private final MadeRules made = new MadeRules("owl", "OWL 2 RL");

    private OwlRules(Axioms axioms) {
        this.axioms = axioms;
    }

    /** @param triples axioms, and whatever else the graph says */
    public static List<Rule> of(Collection<Triple> triples) {
        OwlRules owl = new OwlRules(new Axioms(triples));
        owl.classes();
        owl.properties();
        owl.keys();
        owl.equality();
        return owl.made.rules();
    }

    /**
     * As {@link #of}, and those about the schema, whose conclusions are axioms that stand for further rules.
     *
     * @param triples axioms, and whatever else the graph says
     */
    public static List<Rule> withSchema(Collection<Triple> triples) {
        OwlRules owl = new OwlRules(new Axioms(triples));
        owl.classes();
        owl.properties();
        owl.keys();
        SchemaRules.add(owl::add);
        new Denials(owl.axioms).add(owl::add);
        owl.reflexive();
        owl.lists();
        owl.equality();
        return owl.made.rules();
    }

    /** The parts of an intersection contain it, and a union contains its parts. */
    private void lists() {
        for (Triple axiom : axioms.with(Iris.OWL + "intersectionOf")) {
            axioms.list(axiom.object()).forEach(part -> fact("scm-int", axiom.subject(), SUBCLASS, part));
        }
        for (Triple axiom : axioms.with(Iris.OWL + "unionOf")) {
            axioms.list(axiom.object()).stream()
                    .filter(Entity.class::isInstance)
                    .forEach(part -> fact("scm-uni", part, SUBCLASS, axiom.subject()));
        }
    }

    /** Whatever is said to be a thing stands to itself in a reflexive relation. */
    private void reflexive() {
        for (Entity p : axioms.of(Iris.OWL + "ReflexiveProperty")) {
            for (String kind : List.of("Thing", "NamedIndividual")) {
                add("prp-rflx", List.of(type(X, new Entity(Iris.OWL + kind))), head(X, p, X));
            }
        }
    }

    private void fact(String name, Term subject, String relation, Term object) {
        add(name, List.of(), new Rule.Head(new Constant(subject), relation, new Constant(object)));
    }

    private void classes() {
        axioms.with(SUBCLASS).forEach(axiom -> subclass("cax-sco", axiom.subject(), axiom.object()));
        for (Triple axiom : axioms.with(Iris.OWL + "equivalentClass")) {
            subclass("cax-eqc", axiom.subject(), axiom.object());
            subclass("cax-eqc", axiom.object(), axiom.subject());
        }
        for (String kind :
                List.of("intersectionOf", "unionOf", "oneOf", "someValuesFrom", "allValuesFrom", "hasValue")) {
            axioms.with(Iris.OWL + kind).stream()
                    .map(Triple::subject)
                    .distinct()
                    .forEach(this::defined);
        }
    }

    /**
     * What an expression defines is a class of its own, named or not: its members are what satisfies the expression.
     */
    private void defined(Entity named) {
        for (List<Condition> body : expression(named, X, 0)) {
            add("cls", body, new Rule.Head(X, Iris.TYPE, new Constant(named)));
        }
        implied("cls", List.of(type(X, named)), X, named, 0);
        axioms.values(named, Iris.OWL + "oneOf").stream()
                .flatMap(list -> axioms.list(list).stream())
                .filter(Entity.class::isInstance)
                .forEach(one ->
                        add("cls-oo", List.of(), new Rule.Head(new Constant(one), Iris.TYPE, new Constant(named))));
    }

    private void subclass(String name, Term below, Term above) {
        add(name, List.of(type(X, below)), new Rule.Head(X, Iris.TYPE, new Constant(above)));
    }

    private static Pattern type(RuleTerm subject, Term kind) {
        return new Pattern(subject, Iris.TYPE, new Constant(kind));
    }

    /** @return the ways in which {@code x} satisfies what defines a class; none for what the profile does not allow */
    private List<List<Condition>> expression(Term kind, Variable x, int depth) {
        List<List<Condition>> ways = new ArrayList<>();
        for (Term list : axioms.values(kind, Iris.OWL + "intersectionOf")) {
            ways.add(axioms.list(list).stream()
                    .<Condition>map(part -> type(x, part))
                    .toList());
        }
        for (Term list : axioms.values(kind, Iris.OWL + "unionOf")) {
            axioms.list(list).forEach(part -> ways.add(List.of(type(x, part))));
        }
        for (String relation : relations(kind)) {
            Variable value = new Variable("v" + depth);
            for (Term filler : axioms.values(kind, Iris.OWL + "someValuesFrom")) {
                boolean anything = filler.equals(new Entity(Iris.OWL + "Thing"));
                Condition has = new Pattern(x, relation, value);
                ways.add(anything ? List.of(has) : List.of(has, type(value, filler)));
            }
            for (Term value0 : axioms.values(kind, Iris.OWL + "hasValue")) {
                ways.add(List.of(new Pattern(x, relation, new Constant(value0))));
            }
        }
        return ways.size() > MOST_ALTERNATIVES ? ways.subList(0, MOST_ALTERNATIVES) : ways;
    }

    /** Concludes what being of a class implies. */
    private void implied(String name, List<Condition> body, Variable x, Term kind, int depth) {
        for (Term list : axioms.values(kind, Iris.OWL + "intersectionOf")) {
            axioms.list(list)
                    .forEach(part -> add(name + "-int2", body, new Rule.Head(x, Iris.TYPE, new Constant(part))));
        }
        for (String relation : relations(kind)) {
            Variable value = new Variable("v" + depth);
            List<Condition> has = with(body, new Pattern(x, relation, value));
            for (Term filler : axioms.values(kind, Iris.OWL + "allValuesFrom")) {
                add(name + "-avf", has, new Rule.Head(value, Iris.TYPE, new Constant(filler)));
            }
            for (Term constant : axioms.values(kind, Iris.OWL + "hasValue")) {
                add(name + "-hv1", body, new Rule.Head(x, relation, new Constant(constant)));
            }
            if (isOne(kind, "maxCardinality")) {
                Variable other = new Variable("w" + depth);
                add(
                        name + "-maxc2",
                        with(has, new Pattern(x, relation, other)),
                        new Rule.Head(value, Iris.SAME_AS, other));
            }
        }
    }

    private boolean isOne(Term kind, String restriction) {
        return axioms.values(kind, Iris.OWL + restriction).stream()
                .anyMatch(number ->
                        number instanceof Literal literal && literal.lexical().equals("1"));
    }

    private List<String> relations(Term restriction) {
        return axioms.values(restriction, Iris.OWL + "onProperty").stream()
                .filter(Entity.class::isInstance)
                .map(property -> ((Entity) property).iri())
                .toList();
    }

    private void properties() {
        for (Triple axiom : axioms.with(Iris.RDFS + "domain")) {
            add("prp-dom", List.of(of(axiom.subject())), new Rule.Head(X, Iris.TYPE, new Constant(axiom.object())));
        }
        for (Triple axiom : axioms.with(Iris.RDFS + "range")) {
            if (!isDatatype(axiom.object())) {
                add("prp-rng", List.of(of(axiom.subject())), new Rule.Head(Y, Iris.TYPE, new Constant(axiom.object())));
            }
        }
        pairs(Iris.RDFS + "subPropertyOf", (below, above) -> add("prp-spo1", List.of(of(below)), head(X, above, Y)));
        pairs(Iris.OWL + "equivalentProperty", (one, other) -> {
            add("prp-eqp1", List.of(of(one)), head(X, other, Y));
            add("prp-eqp2", List.of(of(other)), head(X, one, Y));
        });
        pairs(Iris.OWL + "inverseOf", (one, other) -> {
            add("prp-inv1", List.of(of(one)), head(Y, other, X));
            add("prp-inv2", List.of(of(other)), head(Y, one, X));
        });
        for (Entity p : axioms.of(Iris.OWL + "TransitiveProperty")) {
            add("prp-trp", List.of(of(p), new Pattern(Y, p.iri(), Z)), head(X, p, Z));
        }
        axioms.of(Iris.OWL + "SymmetricProperty").forEach(p -> add("prp-symp", List.of(of(p)), head(Y, p, X)));
        axioms.of(Iris.OWL + "FunctionalProperty")
                .forEach(p -> same("prp-fp", List.of(of(p), new Pattern(X, p.iri(), Z)), Y, Z));
        axioms.of(Iris.OWL + "InverseFunctionalProperty")
                .forEach(p -> same("prp-ifp", List.of(of(p), new Pattern(Z, p.iri(), Y)), X, Z));
        axioms.with(Iris.OWL + "propertyChainAxiom").forEach(this::chain);
    }

    private static boolean isDatatype(Term range) {
        return range instanceof Entity(String iri)
                && (iri.startsWith(Iris.XSD) || iri.equals(Iris.RDFS + "Literal") || iri.startsWith(Iris.RDF));
    }

    /** Two of a class that agree in all of a key are the same. */
    private void keys() {
        for (Triple axiom : axioms.with(Iris.OWL + "hasKey")) {
            List<Condition> body = new ArrayList<>(List.of(type(X, axiom.subject()), type(Y, axiom.subject())));
            List<Term> key = axioms.list(axiom.object());
            for (int i = 0; i < key.size(); i++) {
                if (key.get(i) instanceof Entity(String iri)) {
                    body.add(new Pattern(X, iri, new Variable("k" + i)));
                    body.add(new Pattern(Y, iri, new Variable("k" + i)));
                }
            }
            same("prp-key", body, X, Y);
        }
    }

    private void chain(Triple axiom) {
        List<Condition> body = new ArrayList<>();
        List<Term> steps = axioms.list(axiom.object());
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i) instanceof Entity(String iri))) {
                return;
            }
            body.add(new Pattern(new Variable("c" + i), iri, new Variable("c" + (i + 1))));
        }
        add("prp-spo2", body, head(new Variable("c0"), axiom.subject(), new Variable("c" + steps.size())));
    }

    private interface Pair {
        void of(Entity one, Entity other);
    }

    private void pairs(String relation, Pair pair) {
        for (Triple axiom : axioms.with(relation)) {
            if (axiom.object() instanceof Entity other) {
                pair.of(axiom.subject(), other);
            }
        }
    }

    private void same(String name, List<Condition> body, Variable one, Variable other) {
        add(name, body, new Rule.Head(one, Iris.SAME_AS, other));
    }

    /** Only where something may be the same: replacing costs a rule for each relation and place. */
    private void equality() {
        boolean possible = !axioms.with(Iris.SAME_AS).isEmpty()
                || made.rules().stream()
                        .flatMap(rule -> rule.head().stream())
                        .anyMatch(h -> h.relation().equals(Iris.SAME_AS));
        if (!possible) {
            return;
        }
        Pattern same = new Pattern(X, Iris.SAME_AS, Y);
        add("eq-sym", List.of(same), new Rule.Head(Y, Iris.SAME_AS, X));
        add("eq-trans", List.of(same, new Pattern(Y, Iris.SAME_AS, Z)), new Rule.Head(X, Iris.SAME_AS, Z));
        Set<String> relations = new LinkedHashSet<>(axioms.relations());
        made.rules().forEach(rule -> rule.head().forEach(h -> relations.add(h.relation())));
        relations.remove(Iris.SAME_AS);
        for (String relation : relations) {
            add("eq-rep-s", List.of(same, new Pattern(X, relation, Z)), new Rule.Head(Y, relation, Z));
            add("eq-rep-o", List.of(same, new Pattern(Z, relation, X)), new Rule.Head(Z, relation, Y));
        }
    }

    private static Pattern of(Entity property) {
        return new Pattern(X, property.iri(), Y);
    }

    private static Rule.Head head(Variable subject, Entity property, Variable object) {
        return new Rule.Head(subject, property.iri(), object);
    }

    private static List<Condition> with(List<Condition> body, Condition more) {
        List<Condition> all = new ArrayList<>(body);
        all.add(more);
        return all;
    }

    private void add(String name, List<Condition> body, Rule.Head head) {
        made.add(name, body, head);
    }
}
