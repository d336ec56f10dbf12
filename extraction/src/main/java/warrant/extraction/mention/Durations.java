package warrant.extraction.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Literal;
import warrant.graph.Literals;

/** Recognises durations; business days are {@code P10B}, weeks become days, twelve months a year. */
public final class Durations {
    private static final Pattern DURATION = Pattern.compile(
            "(?<![\\d.,/\\p{L}-])(?:(?<words>" + Words.PATTERN
                    + ")|(?<digits>\\d{1,5}))(?:\\s*\\(\\s*(?:(?<again>\\d{1,5})|" + Words.PATTERN + ")\\s*\\))?[\\s-]*"
                    + "(?:(?i:consecutive|calendar|further|full|clear|whole|complete|additional|more|successive|volle[nr]?|weitere[nr]?)\\s+)?"
                    + "(?<business>(?i:business|working|banking|trading)[\\s-]+)?"
                    + "(?<unit>(?i:days?|weeks?|months?|quarters?|years?|hours?|Tage?n?|Wochen?|Monate?n?|Quartale?n?|Jahre?n?|Stunden?|Werktage?n?"
                    + "|Arbeitstage?n?|Bankarbeitstage?n?|Geschäftstage?n?)(?!\\p{L})|个?工作日|日历日|天|日(?!元)|个?星期|周|个月|年(?!\\d)|小时)");

    private Durations() {}

    static List<Mention.Value> find(Text text) {
        List<Mention.Value> found = new ArrayList<>();
        Matcher match = DURATION.matcher(text.string());
        while (match.find()) {
            Long count = count(match);
            String unit = match.group("unit");
            boolean year = unit.equals("年") && count != null && count > 1000;
            if (count != null && !year) {
                found.add(text.value(
                        match.start(), match.end(), List.of(of(count, unit, match.group("business") != null))));
            }
        }
        return found;
    }

    /** The figure in brackets decides where the words before it are not understood. */
    private static @Nullable Long count(Matcher match) {
        if (match.group("digits") != null) {
            return Long.valueOf(match.group("digits"));
        }
        Long words = Words.parse(match.group("words"));
        String again = match.group("again");
        return words == null && again != null ? Long.valueOf(again) : words;
    }

    /**
     * @param unit as written, in any of the languages that are read
     * @return the duration as a value
     */
    static Literal of(long count, String unit, boolean business) {
        String low = unit.toLowerCase(Locale.ROOT);
        boolean worked = business || low.contains("工作") || low.matches("(?:werk|arbeits|bankarbeits|geschäfts)tage?n?");
        String lexical;
        if (worked) {
            lexical = "P" + count + "B";
        } else if (low.matches("days?|tage?n?|天|日|日历日")) {
            lexical = "P" + count + "D";
        } else if (low.matches("weeks?|wochen?|个?星期|周")) {
            lexical = "P" + count * 7 + "D";
        } else if (low.matches("months?|monate?n?|个月")) {
            lexical = "P" + count + "M";
        } else if (low.matches("quarters?|quartale?n?")) {
            lexical = "P" + count * 3 + "M";
        } else if (low.matches("years?|jahre?n?|年")) {
            lexical = "P" + count + "Y";
        } else {
            lexical = "PT" + count + "H";
        }
        return Literals.canonical(lexical, Datatypes.DURATION);
    }

    /**
     * @return a bare number with a unit that stands elsewhere, such as in the header of a column; null if it is none
     */
    public static @Nullable Literal of(BigDecimal count, String unit) {
        Matcher match = DURATION.matcher("1 " + unit.strip());
        boolean whole = count.stripTrailingZeros().scale() <= 0;
        return whole && match.matches()
                ? of(count.longValueExact(), match.group("unit"), match.group("business") != null)
                : null;
    }
}
