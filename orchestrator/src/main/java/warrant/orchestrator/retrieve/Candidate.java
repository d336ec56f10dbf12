package warrant.orchestrator.retrieve;

import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Triple;

/**
 * Triples that could together answer a question.
 *
 * @param kind whether they are believed, disputed or only asked about
 * @param triples what is said; for {@link Kind#NOTHING} none
 * @param via what joins them to things that the question names and they do not hold
 * @param subject of what nothing is said, for {@link Kind#NOTHING}; otherwise null
 * @param fitness how well they fit, before anybody has checked
 */
public record Candidate(
        String relation,
        Kind kind,
        List<Triple> triples,
        List<Triple> via,
        @Nullable Entity subject,
        Fitness fitness) {
    public Candidate {
        triples = List.copyOf(triples);
        via = List.copyOf(via);
        if ((kind == Kind.NOTHING) != triples.isEmpty() || (kind == Kind.NOTHING) != (subject != null)) {
            throw new IllegalArgumentException(
                    "a candidate has triples, or a subject of which nothing is said: " + relation);
        }
    }

    /** How well it fits, as one number: the higher, the better. */
    public double score() {
        return fitness.score();
    }

    /** What a candidate is. */
    public enum Kind {
        /** It holds. */
        HOLDS,
        /** Documents or rules disagree on it. */
        DISPUTED,
        /** It does not hold; the question asks whether it does. */
        SUPPOSED,
        /** The question asks whether there is a value at all, and there is none. */
        NOTHING
    }
}
