package warrant.graph.rdf;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Example;
import warrant.graph.Ontology.Kind;
import warrant.graph.Ontology.Relation;

/** The triples that state an ontology, in the order in which people read one. */
final class OntologyTriples {
    /** Takes a triple. */
    @FunctionalInterface
    interface Sink {
        void add(Node subject, String predicate, Node object);
    }

    private final Sink sink;

    OntologyTriples(Sink sink) {
        this.sink = sink;
    }

    void write(Ontology ontology) {
        new TreeMap<>(ontology.classes()).values().forEach(this::kind);
        new TreeMap<>(ontology.relations()).values().forEach(this::relation);
        for (Map.Entry<String, List<String>> entity : new TreeMap<>(ontology.entities()).entrySet()) {
            labels(RdfExport.iri(entity.getKey()), entity.getValue());
        }
    }

    private void kind(Kind kind) {
        Node node = RdfExport.iri(kind.iri());
        type(node, Iris.OWL + "Class");
        labels(node, kind.labels());
        comment(node, kind.comment());
        all(node, Iris.RDFS + "subClassOf", kind.parents());
        all(node, Iris.OWL + "disjointWith", kind.disjoint());
        kind.examples().forEach(example -> sink.add(node, Iris.SKOS + "example", RdfExport.text(example)));
    }

    private void relation(Relation relation) {
        Node node = RdfExport.iri(relation.iri());
        type(node, Iris.OWL + (relation.object() ? "ObjectProperty" : "DatatypeProperty"));
        if (relation.functional()) {
            type(node, Iris.OWL + "FunctionalProperty");
        }
        if (relation.transitive()) {
            type(node, Iris.OWL + "TransitiveProperty");
        }
        if (relation.state()) {
            type(node, Iris.WARRANT + "State");
        }
        labels(node, relation.labels());
        comment(node, relation.comment());
        union(node, Iris.RDFS + "domain", relation.domain());
        union(node, Iris.RDFS + "range", relation.range());
        all(node, Iris.RDFS + "subPropertyOf", relation.parents());
        if (relation.inverse() != null) {
            sink.add(node, Iris.OWL + "inverseOf", RdfExport.iri(relation.inverse()));
        }
        relation.examples().forEach(example -> sink.add(node, Iris.SKOS + "example", RdfExport.text(text(example))));
    }

    private static String text(Example example) {
        return example.subject() == null || example.object() == null
                ? example.sentence()
                : example.sentence() + " => " + example.subject() + " | " + example.object();
    }

    private void type(Node node, String type) {
        sink.add(node, Iris.TYPE, RdfExport.iri(type));
    }

    private void labels(Node node, List<String> labels) {
        for (int i = 0; i < labels.size(); i++) {
            sink.add(node, i == 0 ? Iris.LABEL : Iris.ALT_LABEL, RdfExport.text(labels.get(i)));
        }
    }

    private void comment(Node node, String comment) {
        if (!comment.isEmpty()) {
            sink.add(node, Iris.RDFS + "comment", RdfExport.text(comment));
        }
    }

    private void all(Node node, String predicate, Collection<String> iris) {
        iris.stream().sorted().forEach(iri -> sink.add(node, predicate, RdfExport.iri(iri)));
    }

    /** Several classes are one class: their union. */
    private void union(Node node, String predicate, Collection<String> iris) {
        if (iris.size() < 2) {
            all(node, predicate, iris);
            return;
        }
        Node union = NodeFactory.createBlankNode();
        sink.add(node, predicate, union);
        List<String> sorted = iris.stream().sorted().toList();
        Node at = NodeFactory.createBlankNode();
        sink.add(union, Iris.OWL + "unionOf", at);
        for (int i = 0; i < sorted.size(); i++) {
            boolean last = i == sorted.size() - 1;
            Node next = last ? RdfExport.iri(Iris.RDF + "nil") : NodeFactory.createBlankNode();
            sink.add(at, Iris.RDF + "first", RdfExport.iri(sorted.get(i)));
            sink.add(at, Iris.RDF + "rest", next);
            at = next;
        }
    }
}
