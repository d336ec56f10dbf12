package warrant.graph.rdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Example;
import warrant.graph.Ontology.Kind;
import warrant.graph.Ontology.Relation;

/** One reading of one file; first who is a class and who a relation, then what is said of each. */
final class OntologyReading {
    private static final Set<String> CLASS_TYPES = Set.of(Iris.OWL + "Class", Iris.RDFS + "Class");
    private static final Set<String> OBJECT_TYPES = Set.of(
            Iris.OWL + "ObjectProperty",
            Iris.OWL + "TransitiveProperty",
            Iris.OWL + "SymmetricProperty",
            Iris.OWL + "InverseFunctionalProperty");
    private static final String VALUE_TYPE = Iris.OWL + "DatatypeProperty";
    private static final Set<String> OPEN_TYPES =
            Set.of(Iris.RDF + "Property", Iris.OWL + "FunctionalProperty", Iris.WARRANT + "State");
    private static final Set<String> DESCRIBING_TYPES =
            Set.of(Iris.OWL + "AnnotationProperty", Iris.OWL + "Ontology", Iris.RDFS + "Datatype");
    private static final Set<String> ANYTHING =
            Set.of(Iris.OWL + "Thing", Iris.RDFS + "Resource", Iris.RDFS + "Literal");

    private final Turtle turtle;
    private final Texts texts;
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<String> relations = new LinkedHashSet<>();
    private final Map<String, Set<String>> disjoint = new HashMap<>();

    OntologyReading(Turtle turtle, String language) {
        this.turtle = turtle;
        this.texts = new Texts(turtle, language);
    }

    Ontology ontology() {
        turtle.triples.forEach(at -> Vocabulary.check(turtle, at));
        declared();
        implied();
        Names.check(turtle, classes);
        disjoint();
        Map<String, Kind> kinds = new LinkedHashMap<>();
        classes.forEach(iri -> kinds.put(iri, kind(iri)));
        Map<String, Relation> found = new LinkedHashMap<>();
        relations.forEach(iri -> found.put(iri, relation(iri)));
        return new Ontology(turtle.prefixes.get(""), turtle.prefixes, kinds, found, individuals());
    }

    /** Who is said to be a class or a relation. */
    private void declared() {
        for (Turtle.At at : turtle.triples) {
            Node subject = at.triple().getSubject();
            Node object = at.triple().getObject();
            if (!at.triple().getPredicate().getURI().equals(Iris.TYPE) || !subject.isURI() || !object.isURI()) {
                continue;
            }
            String type = object.getURI();
            if (CLASS_TYPES.contains(type)) {
                classes.add(subject.getURI());
            } else if (OBJECT_TYPES.contains(type) || type.equals(VALUE_TYPE) || OPEN_TYPES.contains(type)) {
                relations.add(subject.getURI());
            }
        }
    }

    /** Who is used as a class or a relation, without having been declared. */
    private void implied() {
        for (Turtle.At at : turtle.triples) {
            Node subject = at.triple().getSubject();
            String predicate = at.triple().getPredicate().getURI();
            if (predicate.equals(Iris.RDFS + "subClassOf") || predicate.equals(Iris.OWL + "disjointWith")) {
                addClass(subject);
                addClasses(at.triple().getObject());
            } else if (predicate.equals(Iris.RDFS + "domain") || predicate.equals(Iris.RDFS + "range")) {
                addClasses(at.triple().getObject());
                if (subject.isURI() && !describing(subject)) {
                    relations.add(subject.getURI());
                }
            }
        }
    }

    private void addClass(Node node) {
        if (node.isURI() && !Vocabulary.describes(node.getURI())) {
            classes.add(node.getURI());
        }
    }

    private void addClasses(Node node) {
        members(node).forEach(iri -> addClass(NodeFactory.createURI(iri)));
    }

    private boolean describing(Node subject) {
        return Vocabulary.describes(subject.getURI()) || types(subject).stream().anyMatch(DESCRIBING_TYPES::contains);
    }

    private Kind kind(String iri) {
        Node node = NodeFactory.createURI(iri);
        Set<String> parents = iris(node, Iris.RDFS + "subClassOf").collect(Collectors.toCollection(LinkedHashSet::new));
        parents.retainAll(classes);
        return new Kind(
                iri,
                texts.labels(node),
                texts.comment(node),
                parents,
                disjoint.getOrDefault(iri, Set.of()),
                texts.all(node, Iris.SKOS + "example"));
    }

    /** Disjointness holds both ways, whichever way it is written. */
    private void disjoint() {
        for (Turtle.At at : turtle.with(Iris.OWL + "disjointWith")) {
            if (at.triple().getSubject().isURI()) {
                String one = at.triple().getSubject().getURI();
                members(at.triple().getObject()).forEach(other -> disjoint(one, other));
            }
        }
        for (String group : List.of("members", "disjointUnionOf")) {
            for (Turtle.At at : turtle.with(Iris.OWL + group)) {
                List<String> members = members(at.triple().getObject());
                members.forEach(one -> members.forEach(other -> disjoint(one, other)));
            }
        }
    }

    private void disjoint(String one, String other) {
        if (!one.equals(other) && classes.contains(one) && classes.contains(other)) {
            disjoint.computeIfAbsent(one, o -> new LinkedHashSet<>()).add(other);
            disjoint.computeIfAbsent(other, o -> new LinkedHashSet<>()).add(one);
        }
    }

    private Relation relation(String iri) {
        Node node = NodeFactory.createURI(iri);
        Set<String> types = types(node);
        Set<String> given = iris(node, Iris.RDFS + "range")
                .filter(r -> !r.equals(Iris.OWL + "Thing") && !r.equals(Iris.RDFS + "Resource"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean object = isOfEntities(node, types, given);
        Set<String> range = object ? classesOf(node, given) : datatypeOf(node, given);
        Set<String> domain = iris(node, Iris.RDFS + "domain")
                .filter(d -> !ANYTHING.contains(d))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Relation(
                iri,
                texts.labels(node),
                texts.comment(node),
                domain,
                range,
                object,
                types.contains(Iris.OWL + "FunctionalProperty"),
                types.contains(Iris.OWL + "TransitiveProperty"),
                types.contains(Iris.WARRANT + "State"),
                inverse(node),
                iris(node, Iris.RDFS + "subPropertyOf")
                        .filter(relations::contains)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                examples(node));
    }

    private boolean isOfEntities(Node node, Set<String> types, Set<String> range) {
        boolean object = types.stream().anyMatch(OBJECT_TYPES::contains);
        boolean value = types.contains(VALUE_TYPE);
        if (object && value) {
            throw problem(
                    node,
                    Iris.TYPE,
                    name(node) + " is an owl:ObjectProperty and an owl:DatatypeProperty at once",
                    "one of the two must go: the first relates to entities, the second to values.");
        }
        return object
                || (!value
                        && range.stream().noneMatch(r -> Vocabulary.datatype(r).isPresent()));
    }

    private Set<String> classesOf(Node node, Set<String> range) {
        for (String iri : range) {
            if (Vocabulary.datatype(iri).isPresent()) {
                throw problem(
                        node,
                        Iris.RDFS + "range",
                        "expected a class as range of " + name(node) + ", found the datatype " + turtle.name(iri),
                        "an owl:DatatypeProperty is meant.");
            }
        }
        return range;
    }

    private Set<String> datatypeOf(Node node, Set<String> range) {
        Set<String> datatypes = new LinkedHashSet<>();
        for (String iri : range) {
            if (classes.contains(iri) && !types(NodeFactory.createURI(iri)).contains(Iris.RDFS + "Datatype")) {
                throw problem(
                        node,
                        Iris.RDFS + "range",
                        "expected a datatype such as xsd:date as range of " + name(node) + ", found the class "
                                + turtle.name(iri),
                        "an owl:ObjectProperty is meant.");
            }
            datatypes.add(Vocabulary.datatype(iri).orElse(iri));
        }
        return datatypes;
    }

    private @Nullable String inverse(Node node) {
        return Stream.concat(
                        iris(node, Iris.OWL + "inverseOf"),
                        turtle.with(Iris.OWL + "inverseOf").stream()
                                .map(Turtle.At::triple)
                                .filter(t -> t.getObject().equals(node)
                                        && t.getSubject().isURI())
                                .map(t -> t.getSubject().getURI()))
                .filter(relations::contains)
                .findFirst()
                .orElse(null);
    }

    private List<Example> examples(Node node) {
        List<Example> examples = new ArrayList<>();
        for (String text : texts.all(node, Iris.SKOS + "example")) {
            int arrow = text.lastIndexOf("=>");
            String sides = arrow < 0 ? "" : text.substring(arrow + 2);
            int bar = sides.indexOf('|');
            String sentence = arrow < 0 ? text : text.substring(0, arrow);
            String subject = bar < 0 ? "" : sides.substring(0, bar).strip();
            String object = bar < 0 ? "" : sides.substring(bar + 1).strip();
            examples.add(new Example(
                    sentence.strip(), subject.isEmpty() ? null : subject, object.isEmpty() ? null : object));
        }
        return examples;
    }

    /** Labelled things that are neither classes nor relations nor about the file. */
    private Map<String, List<String>> individuals() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Turtle.At at : turtle.triples) {
            Node subject = at.triple().getSubject();
            if (subject.isURI()
                    && !classes.contains(subject.getURI())
                    && !relations.contains(subject.getURI())
                    && !describing(subject)
                    && texts.hasLabel(subject)) {
                found.put(subject.getURI(), texts.labels(subject));
            }
        }
        return found;
    }

    private Set<String> types(Node node) {
        return iris(node, Iris.TYPE).collect(Collectors.toSet());
    }

    /** The IRIs that a property leads to, through unions and intersections too. */
    private Stream<String> iris(Node node, String property) {
        return turtle.of(node, property).stream()
                .flatMap(at -> members(at.triple().getObject()).stream());
    }

    private List<String> members(Node node) {
        List<String> found = new ArrayList<>();
        members(node, found, new LinkedHashSet<>());
        return found;
    }

    private void members(Node node, List<String> found, Set<Node> seen) {
        if (node.isURI() && !node.getURI().equals(Iris.RDF + "nil")) {
            found.add(node.getURI());
        } else if (node.isBlank() && seen.add(node)) {
            for (String set : List.of("unionOf", "intersectionOf")) {
                turtle.of(node, Iris.OWL + set)
                        .forEach(at -> members(at.triple().getObject(), found, seen));
            }
            turtle.list(node).forEach(member -> members(member, found, seen));
        }
    }

    private RdfException problem(Node node, String property, String problem, String suggestion) {
        return turtle.problem(turtle.of(node, property).getLast(), problem, suggestion);
    }

    private String name(Node node) {
        return turtle.name(node.getURI());
    }
}
