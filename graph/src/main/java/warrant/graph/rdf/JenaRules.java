package warrant.graph.rdf;

import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.graph.GraphFactory;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;

/** Jena's own rule engines over triples: a peer to compare with and to measure against. */
public final class JenaRules {
    private final Graph data = GraphFactory.createDefaultGraph();
    private final GenericRuleReasoner reasoner;

    /**
     * @param rules in Jena's syntax
     * @param rete its RETE engine; otherwise the forward one
     */
    public JenaRules(String rules, Collection<Triple> triples, boolean rete) {
        reasoner = new GenericRuleReasoner(Rule.parseRules(rules));
        reasoner.setMode(rete ? GenericRuleReasoner.FORWARD_RETE : GenericRuleReasoner.FORWARD);
        reasoner.setDerivationLogging(true);
        for (Triple triple : triples) {
            data.add(
                    NodeFactory.createURI(triple.subject().iri()),
                    NodeFactory.createURI(triple.relation()),
                    node(triple.object()));
        }
    }

    private static Node node(Term term) {
        return switch (term) {
            case Entity(String iri) -> NodeFactory.createURI(iri);
            case Literal(String lexical, String datatype) ->
                NodeFactory.createLiteralDT(
                        lexical,
                        org.apache.jena.datatypes.TypeMapper.getInstance().getSafeTypeByName(datatype));
        };
    }

    /** @return how many triples hold: those given and those concluded, with derivations recorded */
    public int closure() {
        InfGraph closed = reasoner.bind(data);
        closed.prepare();
        return closed.size();
    }
}
