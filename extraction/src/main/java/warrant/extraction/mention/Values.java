package warrant.extraction.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.graph.Literal;

/** Recognises plain numbers, in digits or words. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.,/#-])[-−]?(?:(?<digits>" + Numerals.DIGITS
            + ")(?![\\p{L}\\d]|[-/]\\d)|(?<words>" + Words.PATTERN + "))");
    /** Words after which a number is the number of something, not how many. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)(?:clauses?|sections?|articles?|paragraphs?|schedules?|annex(?:es)?|exhibit"
                    + "|appendix|page|item|no\\.?|nr\\.?|number|§+|Artikel|Ziffer|Absatz|第)\\s*$");

    private Values() {}

    static List<Mention.Value> find(Text text) {
        List<Mention.Value> found = new ArrayList<>();
        Matcher match = NUMBER.matcher(text.string());
        while (match.find()) {
            String before = text.string().substring(Math.max(0, match.start() - 16), match.start());
            if (REFERENCE.matcher(before).find()) {
                continue;
            }
            List<Literal> readings = match.group("digits") != null
                    ? digits(match.group("digits"), match.group().matches("[-−].*"))
                    : words(match.group("words"));
            if (!readings.isEmpty()) {
                found.add(text.value(match.start(), match.end(), readings));
            }
        }
        return found;
    }

    private static List<Literal> digits(String digits, boolean negative) {
        BigDecimal number = Numerals.parse(digits, false);
        if (number == null) {
            return List.of();
        }
        List<Literal> readings = new ArrayList<>();
        readings.add(number(negative ? number.negate() : number));
        BigDecimal other = Numerals.parse(digits, true);
        if (other != null && other.compareTo(number) != 0) {
            readings.add(number(negative ? other.negate() : other));
        }
        return readings;
    }

    private static List<Literal> words(String words) {
        Long number = words.matches("(?i)one|eine?[nmrs]?|eins?|[一二两三四五六七八九十]") ? null : Words.parse(words);
        return number == null ? List.of() : List.of(Literal.integer(number));
    }

    /** An integer where it has no fraction. */
    static Literal number(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? Literal.integer(number.longValue()) : Literal.decimal(number);
    }
}
