package warrant.extraction.relate.tables;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.graph.Labels;
import warrant.graph.Ontology;

/** Names of people as lists give them, and which classes people belong to. */
final class PersonNames {
    private static final String PART = "\\p{Lu}[\\p{L}’'-]*";
    private static final String PARTICLES =
            "(?:(?:van|von|vom|zu|de|der|den|di|da|del|bin|al|ter|le|la|dos|du)\\s+){0,3}";
    private static final Pattern SURNAME_FIRST = Pattern.compile(
            "(?<last>" + PARTICLES + PART + "(?:\\s+" + PART + "){0,2}),\\s*(?<first>(?:(?:Dr|Prof|Mr|Mrs|Ms)\\.?\\s+)*"
                    + "(?:" + PART + "|\\p{Lu}\\.)(?:\\s*(?:" + PART + "|\\p{Lu}\\.)){0,3})");
    private static final Pattern FULL = Pattern.compile("(?:(?:Dr|Prof|Mr|Mrs|Ms)\\.?\\s+)*(?:" + PART
            + "|\\p{Lu}\\.)(?:\\s+(?:\\p{Lu}\\.|" + PARTICLES + PART + ")){1,3}");
    private static final Set<String> PEOPLE = Synonyms.folded(Stems.stems("person individual people human man woman "
            + "employee worker staff colleague officer director physician patient tenant driver member Mensch "
            + "Mitarbeiter Arbeitnehmer Patient Mieter 人 员工"));
    /** Headers that say no more than that a person is named. */
    private static final Set<String> ANYONE = Synonyms.folded(
            Stems.stems("person individual employee member people name fullname surname Mitarbeiter Mensch 姓名 员工"));

    private PersonNames() {}

    /** @return whether things of the class are people, by its labels, its explanation or a class above it */
    static boolean arePeople(Ontology ontology, String kind) {
        return ontology.classes().values().stream()
                .filter(above -> ontology.isA(kind, above.iri()))
                .anyMatch(PersonNames::isPerson);
    }

    private static boolean isPerson(Ontology.Kind kind) {
        boolean labelled = kind.labels().stream()
                .filter(label -> !label.matches("(?i).*\\b(?:legal|juristic|juristische)\\b.*"))
                .map(Stems::stems)
                .map(Synonyms::folded)
                .anyMatch(stems -> stems.size() == 1 && PEOPLE.containsAll(stems));
        return labelled
                || kind.comment()
                        .matches("(?iu)(?:an?|the|one|ein|eine)\\s+(?:\\p{L}+\\s+)?(?:human|person|mensch)\\b.*");
    }

    /** @return whether a header names people without saying what they have to do with the row */
    static boolean isAnyone(Header header) {
        Set<String> stems = Synonyms.folded(Stems.stems(header.label()));
        return !stems.isEmpty() && ANYONE.containsAll(stems);
    }

    /** @return whether a text has the form of a person's full name */
    static boolean isFull(String text) {
        return FULL.matcher(text.strip()).matches() || spoken(text) != null;
    }

    /** @return the name as one says it, of {@code Thorsby-Quist, Maëlle}; null if that is not how it is written */
    static @Nullable String spoken(String text) {
        Matcher match = SURNAME_FIRST.matcher(text.strip());
        if (!match.matches()) {
            return null;
        }
        String last = match.group("first").replaceFirst(".*\\s", "");
        return Labels.isLegalForm(last) || Labels.isLegalForm(match.group("first"))
                ? null
                : match.group("first") + " " + match.group("last");
    }
}
