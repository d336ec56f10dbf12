package warrant.orchestrator.retrieve;

import java.util.Set;

/**
 * How near a question is to a relation.
 *
 * @param meaning of the question and of the nearest of the relation's descriptions, in about [0, 1]
 * @param words how far their words are the same, in [0, 1]
 * @param score both as one number, in about [0, 1]
 * @param shared stems of the question that some description of the relation has
 * @param named whether the question has every word of one of the relation's labels, and that is more than one word
 */
public record Nearness(String relation, double meaning, double words, double score, Set<String> shared, boolean named) {
    private static final double MEANING = 0.65;

    /** The encoder has learnt from English: in other languages its nearness tells less. */
    private static final double FOREIGN_MEANING = 0.3;

    public Nearness {
        shared = Set.copyOf(shared);
    }

    static Nearness of(
            String relation, double meaning, double words, Set<String> shared, boolean named, String language) {
        double weight = language.equals("en") ? MEANING : FOREIGN_MEANING;
        return new Nearness(relation, meaning, words, weight * meaning + (1 - weight) * words, shared, named);
    }
}
