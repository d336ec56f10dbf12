package warrant.graph.rdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import warrant.graph.Datatypes;
import warrant.graph.Iris;

/** The words of RDF, RDFS, OWL, SKOS and Warrant: notices a word of theirs that does not exist but nearly does. */
final class Vocabulary {
    /** The prefixes that everybody uses for these vocabularies. */
    static final Map<String, String> PREFIXES = Map.of(
            "rdf", Iris.RDF, "rdfs", Iris.RDFS, "owl", Iris.OWL, "skos", Iris.SKOS, "xsd", Iris.XSD, "w", Iris.WARRANT);

    private static final Map<String, List<String>> WORDS = Map.of(
            Iris.RDF,
            words("type first rest nil List Property Statement langString HTML XMLLiteral JSON value subject predicate "
                    + "object reifies dirLangString Alt Bag Seq CompoundLiteral direction language PlainLiteral"),
            Iris.RDFS,
            words("label comment domain range subClassOf subPropertyOf Class Resource Literal Datatype Container "
                    + "ContainerMembershipProperty member seeAlso isDefinedBy Proposition"),
            Iris.OWL,
            words("Class ObjectProperty DatatypeProperty AnnotationProperty OntologyProperty FunctionalProperty "
                    + "InverseFunctionalProperty TransitiveProperty SymmetricProperty AsymmetricProperty "
                    + "ReflexiveProperty IrreflexiveProperty NamedIndividual Ontology Restriction Thing Nothing "
                    + "AllDifferent AllDisjointClasses AllDisjointProperties DeprecatedClass DeprecatedProperty "
                    + "unionOf intersectionOf complementOf oneOf disjointUnionOf inverseOf disjointWith members "
                    + "distinctMembers equivalentClass equivalentProperty sameAs differentFrom imports versionInfo "
                    + "versionIRI priorVersion deprecated onProperty onClass onDatatype onProperties onDataRange "
                    + "allValuesFrom someValuesFrom hasValue hasSelf hasKey cardinality minCardinality maxCardinality "
                    + "qualifiedCardinality minQualifiedCardinality maxQualifiedCardinality propertyChainAxiom "
                    + "propertyDisjointWith withRestrictions backwardCompatibleWith incompatibleWith "
                    + "bottomDataProperty "
                    + "topDataProperty bottomObjectProperty topObjectProperty Axiom annotatedSource annotatedProperty "
                    + "annotatedTarget NegativePropertyAssertion sourceIndividual assertionProperty targetIndividual "
                    + "targetValue datatypeComplementOf rational real DataRange"),
            Iris.SKOS,
            words("prefLabel altLabel hiddenLabel example definition note scopeNote editorialNote changeNote "
                    + "historyNote notation Concept ConceptScheme Collection OrderedCollection broader narrower "
                    + "related "
                    + "inScheme hasTopConcept topConceptOf broadMatch narrowMatch closeMatch exactMatch relatedMatch "
                    + "mappingRelation member memberList semanticRelation broaderTransitive narrowerTransitive"),
            Iris.WARRANT,
            words("Money Percentage Quantity State"));

    /** Datatypes of other namespaces or of less use, and the datatype that keeps their values. */
    private static final Map<String, String> DATATYPES = datatypes();

    private Vocabulary() {}

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    private static Map<String, String> datatypes() {
        Map<String, String> kept = new HashMap<>();
        words("date dateTime dateTimeStamp").forEach(d -> kept.put(Iris.XSD + d, Datatypes.DATE));
        words("integer int long short byte nonNegativeInteger positiveInteger negativeInteger nonPositiveInteger "
                        + "unsignedInt unsignedLong unsignedShort unsignedByte gYear")
                .forEach(d -> kept.put(Iris.XSD + d, Datatypes.INTEGER));
        words("decimal double float").forEach(d -> kept.put(Iris.XSD + d, Datatypes.DECIMAL));
        words("duration dayTimeDuration yearMonthDuration").forEach(d -> kept.put(Iris.XSD + d, Datatypes.DURATION));
        kept.put(Datatypes.BOOLEAN, Datatypes.BOOLEAN);
        words("string normalizedString token language anyURI Name NCName NMTOKEN time gYearMonth gMonthDay gMonth "
                        + "gDay base64Binary hexBinary anySimpleType anyAtomicType")
                .forEach(d -> kept.put(Iris.XSD + d, Datatypes.STRING));
        List.of(Datatypes.MONEY, Datatypes.PERCENTAGE, Datatypes.QUANTITY).forEach(d -> kept.put(d, d));
        kept.put(Iris.RDFS + "Literal", Datatypes.STRING);
        kept.put(Iris.RDF + "langString", Datatypes.STRING);
        kept.put(Iris.RDF + "PlainLiteral", Datatypes.STRING);
        return Map.copyOf(kept);
    }

    /** @return the datatype under which Warrant keeps values of this one, if it is a datatype */
    static Optional<String> datatype(String iri) {
        return Optional.ofNullable(DATATYPES.get(iri));
    }

    /** @return whether an IRI belongs to one of the vocabularies that describe, rather than being described */
    static boolean describes(String iri) {
        return iri.startsWith(Iris.XSD) || WORDS.keySet().stream().anyMatch(iri::startsWith);
    }

    /** @throws RdfException when a word of a triple does not exist and one that exists is spelled nearly like it */
    static void check(Turtle turtle, Turtle.At at) {
        check(turtle, at, at.triple().getPredicate());
        Node object = at.triple().getObject();
        check(turtle, at, object);
        if (object.isLiteral() && object.getLiteralDatatypeURI() != null) {
            check(turtle, at, object.getLiteralDatatypeURI());
        }
    }

    private static void check(Turtle turtle, Turtle.At at, Node node) {
        if (node.isURI()) {
            check(turtle, at, node.getURI());
        }
    }

    private static void check(Turtle turtle, Turtle.At at, String iri) {
        if (iri.startsWith(Iris.XSD)) {
            List<String> known = DATATYPES.keySet().stream()
                    .filter(d -> d.startsWith(Iris.XSD))
                    .map(d -> d.substring(Iris.XSD.length()))
                    .toList();
            check(turtle, at, iri, Iris.XSD, known);
            return;
        }
        WORDS.forEach((namespace, words) -> {
            if (iri.startsWith(namespace)) {
                check(turtle, at, iri, namespace, words);
            }
        });
    }

    private static void check(Turtle turtle, Turtle.At at, String iri, String namespace, List<String> words) {
        String word = iri.substring(namespace.length());
        if (words.contains(word)) {
            return;
        }
        Optional<String> near = Near.to(word, words, 2);
        if (near.isPresent()) {
            String prefix = prefix(turtle, namespace);
            throw turtle.problem(at, "there is no " + prefix + word, prefix + near.get() + " is meant.");
        }
    }

    private static String prefix(Turtle turtle, String namespace) {
        return turtle.prefixes.entrySet().stream()
                .filter(e -> e.getValue().equals(namespace))
                .map(e -> e.getKey() + ":")
                .findFirst()
                .orElse(namespace);
    }
}
