package warrant.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.rules.Condition.Pattern;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Variable;

/**
 * What an ontology implies, as rules: subclasses, subrelations, inverses, transitivity. Domains and ranges imply
 * nothing.
 *
 * <p>The inverse of a relation that can clash is read in one direction only, from that relation, and such a relation is
 * not carried over: either would make its settlement depend on itself.
 */
final class OntologyRules {
    private static final Variable X = new Variable("x");
    private static final Variable Y = new Variable("y");
    private static final Variable Z = new Variable("z");

    private final List<Rule> rules = new ArrayList<>();

    private final Set<String> clashing;

    private OntologyRules(Set<String> clashing) {
        this.clashing = clashing;
    }

    /** @param clashing relations that are functional or contrary to another */
    static List<Rule> of(Ontology ontology, Set<String> clashing) {
        OntologyRules made = new OntologyRules(clashing);
        new TreeMap<>(ontology.classes()).values().forEach(kind -> made.subclass(kind, ontology));
        new TreeMap<>(ontology.relations()).values().forEach(relation -> made.relation(relation, ontology));
        return List.copyOf(made.rules);
    }

    private void subclass(Ontology.Kind kind, Ontology ontology) {
        for (String parent : new TreeSet<>(kind.parents())) {
            Ontology.Kind above = ontology.classes().get(parent);
            String name = above == null ? parent : above.label();
            Constant self = new Constant(new Entity(kind.iri()));
            add(
                    "ontology:subclass:" + kind.iri() + ":" + parent,
                    "Every “" + kind.label() + "” is a “" + name + "”",
                    List.of(new Pattern(X, Iris.TYPE, self)),
                    new Rule.Head(X, Iris.TYPE, new Constant(new Entity(parent))));
        }
    }

    private void relation(Ontology.Relation relation, Ontology ontology) {
        String iri = relation.iri();
        String label = "“" + relation.label() + "”";
        for (String parent : new TreeSet<>(relation.parents())) {
            add(
                    "ontology:subrelation:" + iri + ":" + parent,
                    label + " implies “" + label(parent, ontology) + "”",
                    List.of(new Pattern(X, iri, Y)),
                    new Rule.Head(X, parent, Y));
        }
        if (relation.transitive() && !clashing.contains(iri)) {
            add(
                    "ontology:transitive:" + iri,
                    label + " carries over",
                    List.of(new Pattern(X, iri, Y), new Pattern(Y, iri, Z)),
                    new Rule.Head(X, iri, Z));
        }
        if (relation.inverse() != null) {
            inverse(iri, relation.inverse(), ontology);
        }
    }

    /** Reads a pair both ways, or, where one of the two can clash, from that one only. */
    private void inverse(String one, String other, Ontology ontology) {
        boolean oneClashes = clashing.contains(one);
        boolean otherClashes = clashing.contains(other);
        boolean neither = !oneClashes && !otherClashes;
        boolean fromOne = neither || (oneClashes && (!otherClashes || one.compareTo(other) <= 0));
        if (fromOne) {
            addInverse(one, other, ontology);
        }
        if (neither || !fromOne) {
            addInverse(other, one, ontology);
        }
    }

    private void addInverse(String from, String to, Ontology ontology) {
        String id = "ontology:inverse:" + from + ":" + to;
        if (rules.stream().noneMatch(rule -> rule.id().equals(id))) {
            add(
                    id,
                    "“" + label(from, ontology) + "” is the inverse of “" + label(to, ontology) + "”",
                    List.of(new Pattern(X, from, Y)),
                    new Rule.Head(Y, to, X));
        }
    }

    private static String label(String iri, Ontology ontology) {
        return ontology.relation(iri).map(Ontology.Relation::label).orElse(iri);
    }

    private void add(String id, String label, List<Condition> body, Rule.Head head) {
        rules.add(Rule.plain(id, label, body, List.of(head), "ontology.ttl"));
    }
}
