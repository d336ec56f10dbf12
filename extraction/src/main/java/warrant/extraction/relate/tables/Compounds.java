package warrant.extraction.relate.tables;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes compound words apart where both halves are known: {@code Rechnungsdatum} is {@code Rechnung} and {@code Datum}.
 */
final class Compounds {
    private static final int SHORTEST = 8;
    private static final int SHORTEST_PART = 4;
    /** What German compounds in headers often begin or end with. */
    private static final List<String> COMMON = List.of(
            ("datum tag nummer betrag summe preis name frist satz termin eingang ausgang zahlung rechnung vertrag auftrag"
                            + " liefer bestell kunde kunden mitarbeiter personal artikel menge wert kosten zeit dauer"
                            + " beginn ende leiter stunde stunden monat jahr grund fläche leistung steuer netto brutto")
                    .split(" "));

    private static final List<String> LINKS = List.of("", "s", "n", "en", "es", "e");

    private final Set<String> known = new HashSet<>();

    /** @param labels of the ontology, whose words may be parts */
    Compounds(Iterable<String> labels) {
        COMMON.forEach(word -> known.addAll(Stems.stems(word)));
        for (String label : labels) {
            for (String word : Stems.words(label)) {
                if (word.length() >= SHORTEST_PART) {
                    known.addAll(Stems.stems(word));
                }
            }
        }
    }

    /** @return the label with a blank between the parts of its compounds */
    String apart(String label) {
        StringBuilder all = new StringBuilder();
        for (String word : Stems.words(label)) {
            all.append(all.isEmpty() ? "" : " ").append(String.join(" ", parts(word)));
        }
        return all.toString();
    }

    private Set<String> parts(String word) {
        if (word.length() >= SHORTEST) {
            for (int cut = word.length() - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
                String tail = word.substring(cut);
                if (isKnown(tail) && hasKnownHead(word.substring(0, cut))) {
                    Set<String> parts = new LinkedHashSet<>();
                    parts.add(head(word.substring(0, cut)));
                    parts.add(tail);
                    return parts;
                }
            }
        }
        return Set.of(word);
    }

    private boolean hasKnownHead(String word) {
        return isKnown(head(word));
    }

    /** The word without what links it to the next, if that is how it is known. */
    private String head(String word) {
        return LINKS.stream()
                .filter(word::endsWith)
                .map(link -> word.substring(0, word.length() - link.length()))
                .filter(this::isKnown)
                .findFirst()
                .orElse(word);
    }

    private boolean isKnown(String word) {
        return word.length() >= SHORTEST_PART && known.containsAll(Stems.stems(word));
    }
}
