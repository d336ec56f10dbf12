package warrant.graph;

/**
 * Subject, relation, object: the identity of what can be said, not a claim that it holds.
 *
 * @param relation IRI of the relation; {@link Iris#TYPE} for "is a"
 */
public record Triple(Entity subject, String relation, Term object) {
    public Triple {
        Iris.check(relation);
    }

    @Override
    public String toString() {
        return subject + " <" + relation + "> " + object;
    }
}
