package warrant.rules.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Ontology;
import warrant.rules.value.Calendar;
import warrant.rules.value.Calendars;

/** A small matter of supply to try rules on. */
public final class Supply {
    public static final String NS = "urn:example:supply#";

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public static final MatterSettings SETTINGS = new MatterSettings(
            new Calendars(List.of(
                    Calendar.of("aldermark", WEEKEND, List.of("2024-01-26", "05-01")),
                    Calendar.of("other", WEEKEND, List.of()))),
            List.of("statute", "contract", "guideline"));

    public static final Ontology ONTOLOGY = ontology();

    private Supply() {}

    private static Ontology ontology() {
        Map<String, Ontology.Kind> classes = new TreeMap<>();
        for (String name : List.of("Invoice", "Notice", "MasterAgreement", "Company", "Order", "Flag")) {
            classes.put(NS + name, new Ontology.Kind(NS + name, List.of(name), "", Set.of(), Set.of(), List.of()));
        }
        Map<String, Ontology.Relation> relations = new TreeMap<>();
        value(relations, "amount", Datatypes.MONEY);
        value(relations, "rate", Datatypes.PERCENTAGE);
        value(relations, "dueOn", Datatypes.DATE);
        value(relations, "paidOn", Datatypes.DATE);
        value(relations, "sentOn", Datatypes.DATE);
        value(relations, "issuedOn", Datatypes.DATE);
        value(relations, "count", Datatypes.INTEGER);
        value(relations, "name", Datatypes.STRING);
        value(relations, "signed", Datatypes.BOOLEAN);
        value(relations, "receivedOn", Datatypes.DATE);
        object(relations, "parentOf", true);
        object(relations, "placedBy", false);
        object(relations, "under", false);
        return new Ontology(
                NS,
                Map.of("", NS, "ex", "urn:example:other#"),
                classes,
                relations,
                Map.of(NS + "halden", List.of("Halden Freight Systems Ltd")));
    }

    private static void value(Map<String, Ontology.Relation> into, String name, String datatype) {
        into.put(NS + name, relation(name, datatype, false, false));
    }

    private static void object(Map<String, Ontology.Relation> into, String name, boolean state) {
        into.put(NS + name, relation(name, null, true, state));
    }

    private static Ontology.Relation relation(String name, @Nullable String range, boolean object, boolean state) {
        return new Ontology.Relation(
                NS + name,
                List.of(name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT)),
                "",
                Set.of(),
                range == null ? Set.of() : Set.of(range),
                object,
                false,
                false,
                state,
                null,
                Set.of(),
                List.of());
    }

    static Parsed parse(String... texts) {
        List<SourceText> files = new java.util.ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            files.add(new SourceText("rules/" + (i + 1) + ".rules", texts[i]));
        }
        return RuleLanguage.parse(files, ONTOLOGY, SETTINGS);
    }

    /** @return the example of the format */
    static String example() {
        try {
            return Files.readString(Path.of("src/test/resources/language/example.rules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
