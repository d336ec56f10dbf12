package warrant.extraction.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Literal;

/** Recognises money, percentages and quantities. */
public final class Amounts {
    private static final String SCALE =
            "(?:\\s?(?<scale>hundred|thousand|million|billion|trillion|Mio\\.?|Mrd\\.?|Millionen|Milliarden|Tsd\\.?|mn|bn|[mk](?![\\w²³])|万|亿)(?![a-z]))?";
    private static final String NUMBER =
            "(?:(?<digits>" + Numerals.DIGITS + ")" + SCALE + "|(?<words>" + Words.PATTERN + "))";
    private static final String CURRENCY = "(?:(?<![\\p{L}])" + Currencies.CODE + "(?!\\p{L})|" + Currencies.SIGN + ")";
    private static final String UNIT_OF_MONEY = "(?<currency>(?:" + Currencies.CODE + "(?!\\p{L})|" + Currencies.SIGN
            + "|" + Currencies.NAME + "(?![a-z])))";
    private static final Pattern BEFORE = Pattern.compile("(?<minus>[-–−]\\s?)?(?<currency>" + CURRENCY
            + ")\\s?(?<minus2>[-–−])?" + NUMBER.replace("(?<words>", "(?<words>(?!)"));
    private static final Pattern AFTER =
            Pattern.compile("(?<minus>(?<![\\w)])[-–−]\\s?)?(?<minus2>(?!))?(?<![\\d.,-]|[\\p{L}&&[^\\p{IsHan}]])"
                    + NUMBER + "(?:,[-–—]+)?\\s?" + UNIT_OF_MONEY);
    private static final Pattern PERCENT = Pattern.compile(
            "(?<![\\d.,\\p{L}])(?<minus>[-–−]\\s?)?" + NUMBER
                    + "\\s?(?<sign>%|(?i:per\\s?cent(?:age points?)?\\b|percentage points?|Prozent(?:punkte)?n?\\b|v\\.\\s?H\\.)|(?i:basis points\\b|bps\\b))");
    private static final Pattern CHINESE_PERCENT = Pattern.compile("百分之(?<words>[一二两三四五六七八九十百]+|\\d+(?:\\.\\d+)?)");
    private static final Pattern QUANTITY =
            Pattern.compile("(?<![\\d.,\\p{L}-])" + NUMBER + "[\\s-]?(?<unit>" + Units.PATTERN + ")(?![\\p{L}\\d/])");

    private Amounts() {}

    static List<Mention.Value> find(Text text) {
        List<Mention.Value> found = new ArrayList<>();
        money(text, BEFORE, found);
        money(text, AFTER, found);
        percentages(text, found);
        quantities(text, found);
        return found;
    }

    /** @return a sum of money as a value: the code, and at least two places */
    public static Literal money(String currency, BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        BigDecimal shown = stripped.scale() < 2 ? stripped.setScale(2) : stripped;
        return new Literal(currency + " " + shown.toPlainString(), Datatypes.MONEY);
    }

    public static Literal percentage(BigDecimal amount) {
        return new Literal(Literal.decimal(amount).lexical() + " %", Datatypes.PERCENTAGE);
    }

    public static Literal quantity(BigDecimal amount, String unit) {
        return new Literal(Literal.decimal(amount).lexical() + " " + unit, Datatypes.QUANTITY);
    }

    private static void money(Text text, Pattern pattern, List<Mention.Value> found) {
        Matcher match = pattern.matcher(text.string());
        while (match.find()) {
            BigDecimal amount = amount(match, true);
            String currency = Currencies.code(match.group("currency"));
            if (amount != null && currency != null) {
                boolean negative = match.group("minus") != null || match.group("minus2") != null;
                found.add(text.value(
                        match.start(),
                        end(match, text),
                        List.of(money(currency, negative ? amount.negate() : amount))));
            }
        }
    }

    /** A full stop or comma after the last digit belongs to the sentence. */
    private static int end(Matcher match, Text text) {
        int end = match.end();
        while (end > match.start()
                && ".,".indexOf(text.string().charAt(end - 1)) >= 0
                && !match.group().endsWith("Fr.")) {
            end--;
        }
        return end;
    }

    private static @Nullable BigDecimal amount(Matcher match, boolean thousands) {
        String digits = match.group("digits");
        if (digits != null) {
            BigDecimal number = Numerals.parse(digits, thousands);
            return number == null ? null : number.multiply(Numerals.scale(match.group("scale")));
        }
        Long words = Words.parse(match.group("words"));
        return words == null ? null : BigDecimal.valueOf(words);
    }

    private static void percentages(Text text, List<Mention.Value> found) {
        Matcher match = PERCENT.matcher(text.string());
        while (match.find()) {
            BigDecimal amount = amount(match, false);
            if (amount != null) {
                boolean basis =
                        match.group("sign").toLowerCase(java.util.Locale.ROOT).startsWith("b");
                BigDecimal percent = basis ? amount.movePointLeft(2) : amount;
                boolean negative = match.group("minus") != null;
                found.add(text.value(
                        match.start(), match.end(), List.of(percentage(negative ? percent.negate() : percent))));
            }
        }
        Matcher chinese = CHINESE_PERCENT.matcher(text.string());
        while (chinese.find()) {
            String words = chinese.group("words");
            Long spelled = Character.isDigit(words.charAt(0)) && words.charAt(0) < 128 ? null : Words.parse(words);
            BigDecimal number = spelled == null ? Numerals.parse(words, false) : BigDecimal.valueOf(spelled);
            if (number != null) {
                found.add(text.value(chinese.start(), chinese.end(), List.of(percentage(number))));
            }
        }
    }

    private static void quantities(Text text, List<Mention.Value> found) {
        Matcher match = QUANTITY.matcher(text.string());
        while (match.find()) {
            BigDecimal amount = amount(match, false);
            if (amount != null) {
                found.add(text.value(
                        match.start(), match.end(), List.of(quantity(amount, Units.canonical(match.group("unit"))))));
            }
        }
    }
}
