package warrant.graph.rdf;

import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sys.JenaSystem;
import warrant.graph.Datatypes;
import warrant.graph.Document;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Origin;
import warrant.graph.Quotation;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;

/**
 * Writes what is believed as RDF, in the order given. With provenance it is RDF 1.2: each support is a reifier of its
 * triple ({@code rdf:reifies <<( s p o )>>}) that carries its validity, its times in PROV-O and its quotations.
 */
public final class RdfExport {
    public static final String PROV = "http://www.w3.org/ns/prov#";

    static {
        JenaSystem.init();
    }

    /** How the text is written. */
    public enum Format {
        TURTLE,
        N_TRIPLES;

        private RDFFormat form() {
            return switch (this) {
                case TURTLE -> RDFFormat.TURTLE_BLOCKS;
                case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
            };
        }
    }

    private final StreamRDF out;

    private RdfExport(OutputStream stream, Format format, Map<String, String> prefixes) {
        out = StreamRDFWriter.getWriterStream(stream, format.form());
        out.start();
        Map<String, String> all = new TreeMap<>(Vocabulary.PREFIXES);
        all.put("prov", PROV);
        all.putAll(prefixes);
        all.forEach(out::prefix);
    }

    /** Writes the triples alone. The stream stays open. */
    public static void statements(
            Collection<Statement> statements, Ontology ontology, Format format, OutputStream stream) {
        RdfExport export = new RdfExport(stream, format, ontology.prefixes());
        statements.stream().map(Statement::triple).distinct().forEach(export::triple);
        export.out.finish();
    }

    /** Writes the triples with all their supports, and what documents these quote. The stream stays open. */
    public static void withProvenance(
            Collection<Statement> statements,
            Collection<Document> documents,
            Ontology ontology,
            Format format,
            OutputStream stream) {
        RdfExport export = new RdfExport(stream, format, ontology.prefixes());
        documents.forEach(export::document);
        for (Statement statement : statements) {
            export.triple(statement.triple());
            statement.supports().forEach(support -> export.support(statement, support));
        }
        export.out.finish();
    }

    /** Writes an ontology, such that reading it gives an equal one. The stream stays open. */
    public static void ontology(Ontology ontology, OutputStream stream) {
        RdfExport export = new RdfExport(stream, Format.TURTLE, ontology.prefixes());
        new OntologyTriples(export::add).write(ontology);
        export.out.finish();
    }

    private void document(Document document) {
        Node node = documentNode(document.id());
        add(node, Iris.TYPE, iri(PROV + "Entity"));
        add(node, Iris.LABEL, text(document.title()));
        add(node, Iris.WARRANT + "name", text(document.name()));
        add(node, Iris.WARRANT + "sha256", text(document.hash()));
        add(node, Iris.WARRANT + "reader", text(document.reader()));
        if (document.date() != null) {
            add(node, Iris.WARRANT + "date", node(Literal.date(document.date())));
        }
    }

    private void support(Statement statement, Support support) {
        Node node = iri(Iris.WARRANT + "support:" + support.id());
        add(node, Iris.RDF + "reifies", term(statement.triple()));
        if (statement.valid().from() != null) {
            add(
                    node,
                    Iris.WARRANT + "validFrom",
                    node(Literal.date(statement.valid().from())));
        }
        if (statement.valid().until() != null) {
            add(
                    node,
                    Iris.WARRANT + "validUntil",
                    node(Literal.date(statement.valid().until())));
        }
        add(node, PROV + "generatedAtTime", moment(support.recorded()));
        if (support.closed() != null) {
            add(node, PROV + "invalidatedAtTime", moment(support.closed()));
        }
        origin(node, support.origin());
    }

    private void origin(Node node, Origin origin) {
        switch (origin) {
            case Origin.Asserted asserted -> {
                add(node, Iris.WARRANT + "author", text(asserted.author()));
                add(node, Iris.WARRANT + "reason", text(asserted.reason()));
            }
            case Origin.Extracted extracted -> {
                add(node, Iris.WARRANT + "confidence", typed(Double.toString(extracted.confidence()), "double"));
                add(node, Iris.WARRANT + "method", text(extracted.method()));
                add(node, Iris.WARRANT + "profile", text(extracted.profile()));
                extracted.evidence().forEach(quotation -> quotation(node, quotation));
            }
            case Origin.Derived derived -> {
                add(node, Iris.WARRANT + "rule", text(derived.rule()));
                derived.premises().forEach(premise -> add(node, Iris.WARRANT + "premise", term(premise)));
            }
        }
    }

    private void quotation(Node support, Quotation quotation) {
        Node node = NodeFactory.createBlankNode();
        add(support, Iris.WARRANT + "quotes", node);
        add(support, PROV + "wasDerivedFrom", documentNode(quotation.span().document()));
        add(node, Iris.WARRANT + "document", documentNode(quotation.span().document()));
        add(node, Iris.WARRANT + "page", text(quotation.span().page()));
        add(node, Iris.WARRANT + "begin", node(Literal.integer(quotation.span().begin())));
        add(node, Iris.WARRANT + "end", node(Literal.integer(quotation.span().end())));
        if (quotation.span().cell() != null) {
            add(node, Iris.WARRANT + "cell", text(quotation.span().cell()));
        }
        add(node, Iris.WARRANT + "text", text(quotation.text()));
    }

    private void triple(Triple triple) {
        out.triple(jena(triple));
    }

    private void add(Node subject, String predicate, Node object) {
        out.triple(org.apache.jena.graph.Triple.create(subject, iri(predicate), object));
    }

    private static Node term(Triple triple) {
        return NodeFactory.createTripleTerm(jena(triple));
    }

    private static org.apache.jena.graph.Triple jena(Triple triple) {
        return org.apache.jena.graph.Triple.create(
                node(triple.subject()), iri(triple.relation()), node(triple.object()));
    }

    static Node node(Term term) {
        return switch (term) {
            case Entity entity -> iri(entity.iri());
            case Literal literal ->
                NodeFactory.createLiteralDT(
                        literal.lexical(), TypeMapper.getInstance().getSafeTypeByName(literal.datatype()));
        };
    }

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    static Node text(String text) {
        return node(new Literal(text, Datatypes.STRING));
    }

    private static Node typed(String lexical, String datatype) {
        return node(new Literal(lexical, Iris.XSD + datatype));
    }

    private static Node moment(Instant instant) {
        return typed(instant.toString(), "dateTime");
    }

    private static Node documentNode(String id) {
        return id.chars().allMatch(c -> c > ' ' && c < 0x7f && "<>\"{}|\\^`".indexOf(c) < 0)
                ? iri(Iris.WARRANT + "document:" + id)
                : text(id);
    }
}
