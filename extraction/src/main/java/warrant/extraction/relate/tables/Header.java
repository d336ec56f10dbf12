package warrant.extraction.relate.tables;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.extraction.mention.Currency;
import warrant.extraction.mention.Units;
import warrant.extraction.read.Table;

/**
 * A header taken apart.
 *
 * @param label without the unit
 * @param unit what stands in brackets or after a comma or {@code in}: {@code EUR}, {@code %}, {@code days}, or empty
 * @param currency ISO 4217 code that the header names, or null
 * @param alone the same without the heading of its group, where that already tells it from the others; else null
 */
record Header(
        Table.Cell cell,
        String label,
        String unit,
        @Nullable String currency,
        Set<String> stems,
        @Nullable Header alone) {
    Header(Table.Cell cell, String label, String unit, @Nullable String currency, Set<String> stems) {
        this(cell, label, unit, currency, stems, null);
    }

    private static final Pattern BRACKET =
            Pattern.compile("^(?<label>.*?)\\s*[(\\[](?<unit>[^()\\[\\]]{1,30})[)\\]]\\s*$");
    private static final Pattern TRAILING = Pattern.compile(
            "^(?<label>.+?)(?:,\\s*|\\s+in\\s+|\\s+/\\s*|\\s+)(?<unit>[A-Z]{3}|[€$£¥%]|[A-Za-z²³0-9]{1,4}|(?:business |working |calendar )?(?:days|weeks|months|years|hours))$");

    /**
     * @param further what else the header says: a unit below, or the heading of a group of columns above
     * @param unique whether no other column has the same words in this cell
     */
    static Header of(Table.Cell cell, List<Table.Cell> further, boolean unique) {
        Header own = of(cell);
        if (further.isEmpty()) {
            return own;
        }
        String more =
                further.getFirst().text().replaceAll("^[(\\[]|[)\\]]$", "").strip();
        if (Currency.of(more) != null || isUnit(more, "," + more)) {
            return new Header(cell, own.label(), more, Currency.of(more), own.stems());
        }
        String label = more + " " + own.label();
        return new Header(cell, label, own.unit(), own.currency(), Stems.stems(label), unique ? own : null);
    }

    static Header of(Table.Cell cell) {
        String text = timeless(cell.text().strip());
        Matcher bracket = BRACKET.matcher(text);
        if (bracket.matches() && !bracket.group("label").isBlank()) {
            String unit = bracket.group("unit").strip().replaceFirst("(?i)^in\\s+", "");
            return new Header(
                    cell, bracket.group("label"), unit, Currency.of(unit), Stems.stems(bracket.group("label")));
        }
        Matcher trailing = TRAILING.matcher(text);
        if (trailing.matches() && isUnit(trailing.group("unit"), text)) {
            String label = trailing.group("label");
            String unit = trailing.group("unit");
            return new Header(cell, label, unit, Currency.of(unit), Stems.stems(label));
        }
        return new Header(cell, text, "", null, Stems.stems(text));
    }

    /** A period only says when: {@code Achieved in Q1 2025} is {@code Achieved}. */
    private static String timeless(String label) {
        String bare = label.replaceFirst(
                "(?i)\\s*(?:\\b(?:in|for|as at|as of|at|of)\\s+)?(?:\\b(?:Q[1-4]|H[12]|FY)\\s*)?(?:\\d{1,2}\\s+\\p{L}+\\s+)?\\b(?:19|20)\\d{2}(?:/\\d{2,4})?$",
                "");
        return bare.isBlank() ? label : bare.strip();
    }

    private static boolean isUnit(String unit, String text) {
        boolean stated = text.matches(".*(?:,| in | /).*");
        boolean time = unit.toLowerCase(Locale.ROOT).matches("(?:\\w+ )?(?:days|weeks|months|years|hours)");
        return Currency.of(unit) != null
                || Units.isUnit(unit)
                || unit.equals("%")
                || (stated && (time || unit.length() <= 4));
    }
}
