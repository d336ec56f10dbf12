package warrant.extraction.relate;

import java.util.Set;

/**
 * A thing whose places in a text are known.
 *
 * @param kind IRI of its class, or empty if it is not known
 * @param sentences numbers of the sentences that name it
 */
public record Named(String name, String kind, Set<Integer> sentences) {
    public Named {
        sentences = Set.copyOf(sentences);
    }
}
