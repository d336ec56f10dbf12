package warrant.graph;

/**
 * A thing with an identity, named by an IRI.
 *
 * @param iri absolute, without blanks, quotes, braces or angle brackets
 */
public record Entity(String iri) implements Term {
    public Entity {
        Iris.check(iri);
    }

    @Override
    public String toString() {
        return "<" + iri + ">";
    }
}
