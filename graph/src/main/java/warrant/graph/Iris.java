package warrant.graph;

/** The IRIs that Warrant itself gives meaning to, and the one check that all IRIs pass. */
public final class Iris {
    public static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    public static final String OWL = "http://www.w3.org/2002/07/owl#";
    public static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    public static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    public static final String WARRANT = "urn:warrant:";

    public static final String TYPE = RDF + "type";
    public static final String LABEL = RDFS + "label";
    public static final String ALT_LABEL = SKOS + "altLabel";
    public static final String SAME_AS = OWL + "sameAs";

    private Iris() {}

    /** @throws IllegalArgumentException naming the IRI, when it is not absolute or holds a character no IRI may hold */
    static void check(String iri) {
        int colon = iri.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("not an absolute IRI: '" + iri + "'. Maybe a prefix is missing.");
        }
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0) {
                throw new IllegalArgumentException("an IRI cannot hold '" + c + "': '" + iri + "'");
            }
        }
    }
}
