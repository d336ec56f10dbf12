package warrant.orchestrator.dossier;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import warrant.orchestrator.view.QuotationView;

/** Gives each quotation its number: E-001, E-002, ... */
final class Register {
    private final Map<String, QuotationView> byPlace = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** @return the number of a quotation; the same place has the same number */
    String id(QuotationView quotation) {
        String place = quotation.hash() + " " + quotation.document() + " " + quotation.page() + " " + quotation.begin()
                + " " + quotation.end() + " " + quotation.cell();
        byPlace.putIfAbsent(place, quotation);
        return ids.computeIfAbsent(place, key -> String.format(Locale.ROOT, "E-%03d", ids.size() + 1));
    }

    /** @return the quotations by number */
    Map<String, QuotationView> all() {
        Map<String, QuotationView> all = new LinkedHashMap<>();
        ids.forEach((place, id) -> {
            QuotationView quotation = byPlace.get(place);
            if (quotation != null) {
                all.put(id, quotation);
            }
        });
        return all;
    }
}
