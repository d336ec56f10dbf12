package warrant.rules.language.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A clause as a citation names it, as steps from the outside in: {@code 9.2(b)} is a number and an item,
 * {@code Schedule 1, paragraph 2} a division and a number, {@code Payment} a title.
 */
record Clause(String named, List<Step> steps) {
    private static final Pattern DIVISION = Pattern.compile(
            "(schedule|annex|annexure|appendix|exhibit|attachment|part|chapter|anlage|anhang|teil|kapitel|附件|附录|附表)"
                    + "\\s*([0-9]+|[A-Za-z]|[IVXLC]+|[一二三四五六七八九十]+)(?![\\p{L}0-9])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WORD = Pattern.compile(
            "(sub-?clause|clause|cl|sub-?section|section|sect|sec|article|art|artikel|paragraph|paras?|absatz|abs|satz|"
                    + "ziffer|ziff|abschnitt|klausel|nummer|number|nr|no|item|point|punkt|recital|rule|§§?|条款)"
                    + "(?!\\p{L})\\.?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMBER =
            Pattern.compile("([0-9]+(?:\\.(?:[0-9]+|[A-Za-z](?![\\p{L}])))*[a-z]?)\\.?(?![\\p{L}0-9]|\\s?%|[.,][0-9])");
    private static final Pattern ITEM =
            Pattern.compile("[(（]([0-9]+|[A-Za-z]{1,5}|[一二三四五六七八九十]+)[)）]|([a-z]|[A-Z])[).](?!\\p{L})");
    private static final Pattern CHINESE = Pattern.compile("第\\s*([0-9]+|[〇零一二三四五六七八九十百]+)\\s*([条章节款项])");
    private static final Pattern GAP = Pattern.compile("[\\s,;/–-]+|of\\s+|und\\s+");

    /** One step inwards. */
    sealed interface Step {}

    /** {@code 9.2}: parts by their dots. */
    record Numeral(List<String> parts) implements Step {}

    /** {@code (b)}, {@code (ii)}, {@code (2)}. */
    record Item(String mark) implements Step {}

    /** {@code Schedule 1}: the word in lower case, the number. */
    record Division(String word, String number) implements Step {}

    /** A heading by its words. */
    record Title(String words) implements Step {}

    static Clause of(String named) {
        String text = DocumentText.collapse(named);
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Read read = step(text, at);
            if (read == null) {
                break;
            }
            steps.add(read.step());
            at = read.end();
        }
        return new Clause(named, steps.isEmpty() ? List.of(new Title(text)) : steps);
    }

    private record Read(Step step, int end) {}

    private static @Nullable Read step(String text, int from) {
        int at = skip(GAP, text, from);
        Matcher division = at(DIVISION, text, at);
        if (division != null) {
            return new Read(
                    new Division(division.group(1).toLowerCase(Locale.ROOT), arabic(division.group(2))),
                    division.end());
        }
        Matcher chinese = at(CHINESE, text, at);
        if (chinese != null) {
            return new Read(new Numeral(List.of(arabic(chinese.group(1)))), chinese.end());
        }
        at = skip(WORD, text, at);
        Matcher item = at(ITEM, text, at);
        if (item != null) {
            return new Read(new Item(arabic(item.group(1) == null ? item.group(2) : item.group(1))), item.end());
        }
        Matcher number = at(NUMBER, text, at);
        return number == null
                ? null
                : new Read(new Numeral(List.of(number.group(1).split("\\."))), number.end());
    }

    /** @return the number that a line or cell begins with, by its parts; null if it begins with none */
    static @Nullable Label label(String line) {
        int at = 0;
        while (at < line.length() && "#*_>|•·- \"“".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        Matcher division = at(DIVISION, line, at);
        if (division != null) {
            String word = division.group(1).toLowerCase(Locale.ROOT);
            return new Label(new Division(word, arabic(division.group(2))), true, false, division.end());
        }
        Matcher chinese = at(CHINESE, line, at);
        if (chinese != null) {
            return new Label(new Numeral(List.of(arabic(chinese.group(1)))), true, false, chinese.end());
        }
        int after = skip(WORD, line, at);
        Matcher item = at(ITEM, line, after);
        if (item != null) {
            String mark = arabic(item.group(1) == null ? item.group(2) : item.group(1));
            return new Label(new Item(mark), after > at, false, item.end());
        }
        Matcher number = at(NUMBER, line, after);
        if (number == null) {
            return null;
        }
        boolean dotted = number.group().endsWith(".")
                || line.startsWith(")", number.end())
                || line.startsWith(":", number.end());
        return new Label(new Numeral(List.of(number.group(1).split("\\."))), after > at, dotted, number.end());
    }

    /**
     * What a line begins with.
     *
     * @param word whether a word such as {@code Clause} stands before the number
     * @param closed whether a full stop, bracket or colon closes it
     * @param end where it ends in the line
     */
    record Label(Step step, boolean word, boolean closed, int end) {}

    private static @Nullable Matcher at(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }

    private static int skip(Pattern pattern, String text, int at) {
        Matcher matcher = at(pattern, text, at);
        return matcher == null ? at : matcher.end();
    }

    /** @return Chinese numerals up to 999 as digits; anything else as it is */
    static String arabic(String number) {
        if (number.isEmpty() || "〇零一二三四五六七八九十百".indexOf(number.charAt(0)) < 0) {
            return number;
        }
        int total = 0;
        int digit = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            int value = "零一二三四五六七八九".indexOf(c);
            if (c == '十' || c == '百') {
                total += (digit == 0 ? 1 : digit) * (c == '十' ? 10 : 100);
                digit = 0;
            } else {
                digit = Math.max(0, value);
            }
        }
        return Integer.toString(total + digit);
    }
}
