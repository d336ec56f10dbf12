package warrant.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises things that have a number or code. */
final class Identifiers {
    private static final String CODE =
            "(?:(?:HR[AB]|FN|CHE|VAT)[\\s-]?\\d[\\d.]*(?:\\s?[A-Z]\\b)?|\\p{Lu}{1,6}[-/.]?\\d[\\p{L}\\d]*(?:[-/.][\\p{L}\\d]+)*"
                    + "|\\p{Lu}{1,6}(?:[-/][\\p{Lu}\\d]+){0,3}[-/]\\d[\\p{L}\\d]*(?:[-/.][\\p{L}\\d]+)*|\\d+[-/][\\p{L}\\d]+(?:[-/][\\p{L}\\d]+)*)";
    private static final String KIND = "(?<kind>(?:\\p{L}[\\p{L}-]+\\s+){0,2}?\\p{L}[\\p{L}-]+)";
    private static final Pattern NUMBERED = Pattern.compile("(?<![\\p{L}\\d])" + KIND
            + "\\s*(?:(?i:no|nos|nr|num)\\b\\.?|(?i:number|numbers|Nummer|reference|ref\\.?)\\b|№|#)\\s*:?\\s*(?<code>"
            + CODE + "|\\d[\\d-]*\\d|\\d)(?![\\p{L}\\d])");
    private static final Pattern COMPOUND =
            Pattern.compile("(?<![\\p{L}\\d])(?<kind>\\p{L}+)(?:nummer|nr\\.)\\s*:?\\s*(?<code>" + CODE
                    + "|\\d[\\d-]*\\d|\\d)(?![\\p{L}\\d])");
    private static final Pattern CODED = Pattern.compile(
            "(?<![\\p{L}\\d./-])(?:(?<kind>(?i:invoice|order form|purchase order|work order|order|contract|agreement|amendment|delivery note|consignment"
                    + "|claim|case|policy|account|notice|payment|receipt|credit note|shipment|ticket|batch|lot|project|lease|licence|license|permit|certificate|report|Rechnung|Bestellung|Auftrag|Vertrag"
                    + "|Lieferschein|Gutschrift|unit|room|plot|vessel|machine))\\s+)?(?<code>" + CODE
                    + ")(?![\\p{L}\\d])");
    private static final Pattern STOP = Pattern.compile(
            "(?i)^(?:the|a|an|of|to|under|in|on|by|for|and|or|with|its|their|this|that|each|any|our|your|see|per|as|is|from|at|der|die|das|zur|zum)\\s+");

    private Identifiers() {}

    static List<Mention.Identifier> find(Text text) {
        List<Mention.Identifier> found = new ArrayList<>();
        for (Pattern pattern : List.of(NUMBERED, COMPOUND, CODED)) {
            Matcher match = pattern.matcher(text.string());
            while (match.find()) {
                add(text, match, found);
            }
        }
        return found;
    }

    private static void add(Text text, Matcher match, List<Mention.Identifier> found) {
        String code = match.group("code");
        String kind = match.group("kind") == null ? "" : match.group("kind");
        int begin = match.start();
        for (Matcher stop = STOP.matcher(kind); stop.find(); stop = STOP.matcher(kind)) {
            begin += stop.end();
            kind = kind.substring(stop.end());
        }
        boolean reference = kind.toLowerCase(Locale.ROOT)
                .matches("(?:clause|section|article|page|paragraph|schedule|annex|table|figure)s?");
        if (reference
                || Dates.find(code, Context.DateOrder.UNKNOWN).stream()
                        .anyMatch(d -> d.text().equals(code))) {
            return;
        }
        String kindWord = kind.strip().toLowerCase(Locale.ROOT).replaceFirst("(?<=ung)s$", "");
        found.add(new Mention.Identifier(
                text.point(begin),
                text.point(match.end()),
                text.string().substring(begin, match.end()),
                kindWord,
                code));
    }
}
