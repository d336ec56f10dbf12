package warrant.graph.rdf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;

/**
 * Reads data in any RDF syntax that Jena knows, told by the ending of the file ({@code .ttl}, {@code .nt},
 * {@code .owl}, {@code .rdf}, …; each also {@code .gz}). Values stay as they are written; a blank node becomes an
 * entity of its own; a literal of a language keeps it after an {@code @}.
 */
public final class RdfTriples {
    private static final String BLANK = "urn:warrant:blank:";
    private static final String LANGUAGE = Iris.RDF + "langString";

    private RdfTriples() {}

    /**
     * @param base what relative IRIs are relative to
     * @throws RdfException when the file is not RDF, with what is wrong
     * @throws IOException when it cannot be read
     */
    public static List<Triple> read(Path file, String base) throws IOException {
        String name = file.getFileName().toString();
        boolean packed = name.endsWith(".gz");
        Lang lang = RDFLanguages.filenameToLang(packed ? name.substring(0, name.length() - 3) : name);
        if (lang == null && name.endsWith(".owl")) {
            lang = RDFLanguages.RDFXML;
        }
        if (lang == null) {
            throw new RdfException(name, 0, 0, "the ending of the file tells no RDF syntax", null);
        }
        List<Triple> triples = new ArrayList<>();
        try (InputStream in = open(file, packed)) {
            RDFParser.source(in)
                    .lang(lang)
                    .base(base)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .checking(false)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(org.apache.jena.graph.Triple triple) {
                            triples.add(new Triple(
                                    entity(triple.getSubject()),
                                    triple.getPredicate().getURI(),
                                    term(triple.getObject())));
                        }
                    });
        } catch (RiotException e) {
            throw new RdfException(name, 0, 0, String.valueOf(e.getMessage()), null);
        }
        return triples;
    }

    private static InputStream open(Path file, boolean packed) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return packed ? new GZIPInputStream(in) : in;
    }

    static Entity entity(Node node) {
        return new Entity(node.isBlank() ? BLANK + node.getBlankNodeLabel() : node.getURI());
    }

    static Term term(Node node) {
        if (!node.isLiteral()) {
            return entity(node);
        }
        String language = node.getLiteralLanguage();
        return language.isEmpty()
                ? new Literal(node.getLiteralLexicalForm(), node.getLiteralDatatypeURI())
                : new Literal(node.getLiteralLexicalForm() + "@" + language, LANGUAGE);
    }
}
