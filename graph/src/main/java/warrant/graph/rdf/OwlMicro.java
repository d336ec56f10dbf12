package warrant.graph.rdf;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.reasoner.ReasonerRegistry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;

/** What Jena's OWL Micro reasoner concludes from triples: a second opinion, to measure one's own conclusions by. */
public final class OwlMicro {
    static {
        JenaSystem.init();
    }

    private final Graph inferred;

    public OwlMicro(Collection<Triple> triples) {
        Graph plain = GraphFactory.createDefaultGraph();
        for (Triple triple : triples) {
            plain.add(node(triple.subject()), NodeFactory.createURI(triple.relation()), node(triple.object()));
        }
        this.inferred = ReasonerRegistry.getOWLMicroReasoner().bind(plain);
    }

    /** @param object null: any */
    public List<Triple> matching(String relation, @Nullable Term object) {
        return inferred.find(Node.ANY, NodeFactory.createURI(relation), object == null ? Node.ANY : node(object))
                .filterKeep(triple -> !triple.getSubject().isLiteral())
                .mapWith(triple -> new Triple(
                        RdfTriples.entity(triple.getSubject()),
                        triple.getPredicate().getURI(),
                        RdfTriples.term(triple.getObject())))
                .toList();
    }

    private static Node node(Term term) {
        return switch (term) {
            case Entity(String iri) -> NodeFactory.createURI(iri);
            case Literal(String lexical, String datatype) ->
                NodeFactory.createLiteralDT(lexical, NodeFactory.getType(datatype));
        };
    }
}
