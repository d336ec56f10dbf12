package warrant.extraction.propose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft of an ontology.
 *
 * @param kinds classes, the most frequent first
 * @param relations likewise
 */
public record Draft(List<DraftKind> kinds, List<DraftRelation> relations) {
    public Draft {
        kinds = List.copyOf(kinds);
        relations = List.copyOf(relations);
    }

    /**
     * A class.
     *
     * @param label in the singular and lower case
     * @param comment one plain sentence
     * @param count how often members of it were met
     * @param examples names of members
     */
    public record DraftKind(String label, String comment, int count, List<String> examples) {
        public DraftKind {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A relation.
     *
     * @param label as it stands between its sides, or over its column
     * @param domain label of the class of subjects, or null where none stands out
     * @param range label of the class of objects, or the IRI of a datatype
     * @param object whether the range is a class
     * @param state whether the texts say since when or until when it holds
     * @param source where it was met: {@code text}, {@code table} or {@code definition}
     * @param count how often
     * @param examples sentences or cells, each with both sides
     */
    public record DraftRelation(
            String label,
            @Nullable String domain,
            @Nullable String range,
            boolean object,
            boolean state,
            String source,
            int count,
            List<Sighting> examples) {
        public DraftRelation {
            examples = List.copyOf(examples);
        }
    }

    /**
     * One place where a relation is stated.
     *
     * @param words the sentence
     * @param where name of the document
     */
    public record Sighting(String words, String subject, String object, String where) {}
}
