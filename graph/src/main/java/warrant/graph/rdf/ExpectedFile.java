package warrant.graph.rdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literals;
import warrant.graph.Ontology;
import warrant.graph.Term;
import warrant.graph.Triple;

/** Reads a matter's {@code expected.ttl}. */
public final class ExpectedFile {
    private static final Set<String> NAMING = Set.of(
            Iris.LABEL, Iris.ALT_LABEL, Iris.SKOS + "prefLabel", Iris.SKOS + "hiddenLabel", Iris.RDFS + "comment");
    /** Entities may be written as blank nodes: their labels tell them. */
    private static final String NAMELESS = Iris.WARRANT + "expected:";

    private final Turtle turtle;
    private final Texts texts;
    private final Ontology ontology;
    private final Map<Node, Entity> entities = new LinkedHashMap<>();
    private final Map<String, List<String>> labels = new LinkedHashMap<>();

    private ExpectedFile(Turtle turtle, Ontology ontology) {
        this.turtle = turtle;
        this.texts = new Texts(turtle, "");
        this.ontology = ontology;
    }

    /**
     * @param file how messages name the file
     * @param ontology the matter's: a plain text is read as a value of its relation's range, and its individuals'
     *     labels count
     * @throws RdfException with line and column: not Turtle, a relation that the ontology nearly has, a value that is
     *     none of its datatype
     */
    public static Expected read(String file, String text, Ontology ontology) {
        return new ExpectedFile(Turtle.read(file, text), ontology).expected();
    }

    private Expected expected() {
        List<Triple> statements = new ArrayList<>();
        for (Turtle.At at : turtle.triples) {
            Vocabulary.check(turtle, at);
            String relation = at.triple().getPredicate().getURI();
            Node subject = at.triple().getSubject();
            Node object = at.triple().getObject();
            boolean term = (subject.isURI() || subject.isBlank())
                    && (object.isURI() || object.isBlank() || object.isLiteral());
            if (!term || NAMING.contains(relation) || relation.equals(Iris.RDF + "reifies")) {
                continue;
            }
            checkRelation(at, relation);
            statements.add(new Triple(entity(subject), relation, object(at, relation, object)));
        }
        return new Expected(labels, statements);
    }

    private void checkRelation(Turtle.At at, String relation) {
        if (ontology.relations().containsKey(relation) || Vocabulary.describes(relation)) {
            return;
        }
        Near.to(relation, ontology.relations().keySet(), 2).ifPresent(near -> {
            throw turtle.problem(
                    at, "the ontology has no relation " + turtle.name(relation), turtle.name(near) + " is meant.");
        });
    }

    private Term object(Turtle.At at, String relation, Node object) {
        if (object.isLiteral()) {
            return value(at, relation, object);
        }
        return relation.equals(Iris.TYPE) && object.isURI() ? new Entity(object.getURI()) : entity(object);
    }

    private Term value(Turtle.At at, String relation, Node object) {
        String given = Vocabulary.datatype(object.getLiteralDatatypeURI()).orElse(object.getLiteralDatatypeURI());
        String datatype = given.equals(Datatypes.STRING) ? range(relation, given) : given;
        try {
            return Literals.canonical(object.getLiteralLexicalForm(), datatype);
        } catch (IllegalArgumentException e) {
            throw turtle.problem(at, String.valueOf(e.getMessage()), null);
        }
    }

    private String range(String relation, String otherwise) {
        Ontology.@Nullable Relation known = ontology.relations().get(relation);
        return known == null || known.object() || known.range().size() != 1
                ? otherwise
                : known.range().iterator().next();
    }

    private Entity entity(Node node) {
        Entity known = entities.get(node);
        if (known != null) {
            return known;
        }
        Entity entity = new Entity(node.isURI() ? node.getURI() : NAMELESS + entities.size());
        entities.put(node, entity);
        List<String> own = texts.hasLabel(node) ? texts.labels(node) : List.of();
        List<String> all = Stream.concat(
                        own.stream(), ontology.entities().getOrDefault(entity.iri(), List.of()).stream())
                .distinct()
                .toList();
        labels.put(entity.iri(), all.isEmpty() ? List.of(Names.words(entity.iri())) : all);
        return entity;
    }
}
