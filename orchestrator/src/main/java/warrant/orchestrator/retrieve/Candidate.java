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
 * @param subject of what nothing is said, for {@link Kind#NOTHING}; otherwise null
 * @param covered how many of the names and values of the question they hold
 * @param score how well they fit, before anybody has checked
 */
public record Candidate(
        String relation,
        Kind kind,
        List<Triple> triples,
        @Nullable Entity subject,
        int covered,
        double score) {
    public Candidate {
        triples = List.copyOf(triples);
        if ((kind == Kind.NOTHING) != triples.isEmpty() || (kind == Kind.NOTHING) != (subject != null)) {
            throw new IllegalArgumentException(
                    "a candidate has triples, or a subject of which nothing is said: " + relation);
        }
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
