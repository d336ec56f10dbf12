package warrant.graph.rdf;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.lang.RiotParsers;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;

/** A Turtle file as it was written: its triples in order, each with its place, and its prefixes. */
final class Turtle {
    /** Longer files are refused: an ontology is read by people. */
    private static final int MOST_CHARACTERS = 20_000_000;

    static {
        JenaSystem.init();
    }

    /** A triple and where its object ends. */
    record At(Triple triple, long line, long column) {}

    final String file;
    final Map<String, String> prefixes;
    final List<At> triples;
    private final Map<Node, Map<String, List<At>>> bySubject = new HashMap<>();
    private final Map<String, List<At>> byPredicate = new HashMap<>();

    private Turtle(String file, Map<String, String> prefixes, List<At> triples) {
        this.file = file;
        this.prefixes = prefixes;
        this.triples = triples;
        for (At at : triples) {
            checkAbsolute(at);
            bySubject
                    .computeIfAbsent(at.triple().getSubject(), s -> new HashMap<>())
                    .computeIfAbsent(at.triple().getPredicate().getURI(), p -> new ArrayList<>())
                    .add(at);
            byPredicate
                    .computeIfAbsent(at.triple().getPredicate().getURI(), p -> new ArrayList<>())
                    .add(at);
        }
    }

    /** @throws RdfException with line and column, when the text is not Turtle */
    static Turtle read(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new RdfException(
                    file, 0, 0, "the file has " + text.length() + " characters, more than " + MOST_CHARACTERS, null);
        }
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        Map<String, String> prefixes = new LinkedHashMap<>();
        List<At> triples = new ArrayList<>();
        Recorder recorder = new Recorder(triples);
        try {
            RiotParsers.factoryTTL
                    .create(RDFLanguages.TURTLE, recorder)
                    .read(
                            new StringReader(plain),
                            null,
                            RDFLanguages.TURTLE.getContentType(),
                            StreamRDFLib.sinkNull(),
                            new Context());
        } catch (RiotParseException e) {
            throw TurtleProblem.of(file, plain, e.getLine(), e.getCol(), e.getOriginalMessage());
        } catch (RiotException e) {
            throw TurtleProblem.of(file, plain, 0, 0, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw new RdfException(file, 0, 0, "brackets are nested too deeply", null);
        }
        recorder.getPrefixMap().getMapping().forEach(prefixes::put);
        return new Turtle(file, prefixes, triples);
    }

    List<At> with(String predicate) {
        return byPredicate.getOrDefault(predicate, List.of());
    }

    List<At> of(Node subject, String predicate) {
        return bySubject.getOrDefault(subject, Map.of()).getOrDefault(predicate, List.of());
    }

    /** @return the members of an RDF list, in order; a list that bites its tail ends there */
    List<Node> list(Node head) {
        List<Node> members = new ArrayList<>();
        List<Node> seen = new ArrayList<>();
        Node at = head;
        while (!seen.contains(at)) {
            seen.add(at);
            of(at, Iris.RDF + "first")
                    .forEach(first -> members.add(first.triple().getObject()));
            List<At> rest = of(at, Iris.RDF + "rest");
            if (rest.isEmpty()) {
                break;
            }
            at = rest.getFirst().triple().getObject();
        }
        return members;
    }

    /** @return an IRI as the file would write it */
    String name(String iri) {
        return prefixes.entrySet().stream()
                .filter(e -> iri.startsWith(e.getValue())
                        && iri.length() > e.getValue().length())
                .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
                .findFirst()
                .orElse("<" + iri + ">");
    }

    /** Relative IRIs have nothing to be relative to: a matter's folder may lie anywhere. */
    private void checkAbsolute(At at) {
        for (Node node : List.of(
                at.triple().getSubject(),
                at.triple().getPredicate(),
                at.triple().getObject())) {
            if (node.isURI() && node.getURI().indexOf(':') <= 0) {
                throw problem(at, "expected an absolute IRI, found <" + node.getURI() + ">", "a prefix is meant.");
            }
        }
    }

    RdfException problem(At at, String problem, @Nullable String suggestion) {
        return new RdfException(file, at.line(), at.column(), problem, suggestion);
    }

    /** Notes the place of every triple; Jena tells it to the profile of the parser only. */
    private static final class Recorder extends ParserProfileStd {
        private final List<At> triples;

        Recorder(List<At> triples) {
            super(
                    new FactoryRDFStd(LabelToNode.createUseLabelAsGiven()),
                    new Strict(),
                    IRIxResolver.create().noBase().allowRelative(true).build(),
                    PrefixMapFactory.create(),
                    new Context(),
                    true,
                    true);
            this.triples = triples;
        }

        @Override
        public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
            Triple triple = super.createTriple(subject, predicate, object, line, column);
            triples.add(new At(triple, line, column));
            return triple;
        }
    }

    /** Warnings are let pass: the checks that matter here are made on the triples. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            // such as a lexical form that its datatype does not know
        }

        @Override
        public void error(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }
    }
}
