package warrant.extraction.relate;

import java.util.Locale;
import java.util.Set;
import warrant.graph.Ontology;

/** Puts a relation into a sentence. */
final class Wording {
    private static final Set<String> FINITE = Set.of("is", "are", "was", "were", "has", "have", "had", "can", "may");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of", "by", "on", "under", "to", "in", "from", "with", "for", "at", "until", "as", "against", "over");

    private Wording() {}

    /** @return {@code subject relation object} as an English sentence without its full stop */
    static String sentence(String subject, Ontology.Relation relation, String object) {
        String label = words(relation.label());
        String[] parts = label.split(" ");
        String first = parts[0].toLowerCase(Locale.ROOT);
        boolean preposition = PREPOSITIONS.contains(parts[parts.length - 1]);
        if (first.equals("has") && parts.length > 1 && !preposition) {
            return "the " + label.substring("has ".length()) + " of " + subject + " is " + object;
        }
        if (FINITE.contains(first)) {
            return subject + " " + label + " " + object;
        }
        if (preposition && parts.length > 1) {
            return subject + (verb(first) ? " " : " is ") + label + " " + object;
        }
        if (parts.length > 1 ? verb(first) : verb(first) && relation.object()) {
            return subject + " " + label + " " + object;
        }
        return "the " + label + " of " + subject + " is " + object;
    }

    /** @return a sentence that says that a flag holds of a subject, or does not */
    static String flag(String subject, Ontology.Relation relation, boolean holds) {
        String label = words(relation.label());
        String[] parts = label.split(" ", 2);
        String first = parts[0].toLowerCase(Locale.ROOT);
        if (FINITE.contains(first) && parts.length > 1) {
            return subject + " " + first + (holds ? " " : " not ") + parts[1];
        }
        return "it is " + (holds ? "true" : "not true") + " of " + subject + ": " + label;
    }

    private static boolean verb(String word) {
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && word.length() > 3;
    }

    /** @return a label as words, where it was written in one: {@code paymentTerm} */
    static String words(String label) {
        return label.contains(" ")
                ? label
                : label.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                        .replace('_', ' ')
                        .toLowerCase(Locale.ROOT);
    }
}
