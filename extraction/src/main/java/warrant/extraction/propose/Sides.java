package warrant.extraction.propose;

import warrant.extraction.mention.Mention;

/** Which class a mention is of, as far as its form tells. */
final class Sides {
    private Sides() {}

    /** @return label of a class, or empty */
    static String kind(Mention mention) {
        return switch (mention) {
            case Mention.Name name ->
                switch (name.sort()) {
                    case ORGANISATION -> "company";
                    case PERSON -> "person";
                    case PLACE -> "place";
                    case DOCUMENT -> Phrases.noun(name.name().replaceFirst("(?i)^(?:this|the|dieser?s?)\\s+", ""));
                    case TERM, OTHER -> "";
                };
            case Mention.Identifier identifier -> Phrases.singular(Phrases.plain(identifier.kind()));
            case Mention.Email email -> "";
            case Mention.Value value -> "";
        };
    }

    /** @return a sentence that says what a class of {@link #kind} is, or empty */
    static String comment(String kind) {
        return switch (kind) {
            case "company" -> "A company or another organisation.";
            case "person" -> "A human being.";
            case "place" -> "A place: a country, a town, an address.";
            default -> "";
        };
    }

    /** @return the name in full, for what is named by a defined term */
    static String name(Mention mention) {
        return mention instanceof Mention.Name name ? name.name() : mention.text();
    }
}
