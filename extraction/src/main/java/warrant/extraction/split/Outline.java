package warrant.extraction.split;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows the numbers and headings of a document from paragraph to paragraph. */
final class Outline {
    private static final Pattern NAMED = Pattern.compile(
            "^(?<number>(?i:Article|Section|Clause|Schedule|Annex|Appendix|Exhibit|Part|Artikel|Abschnitt|Anlage)\\s+(?:\\d+|[A-Z]|[IVX]+)[a-z]?(?![\\p{L}\\d])|§\\s*\\d+[a-z]?)(?:[.:]|\\s*[-–—])?(?:\\s+|$)");
    private static final Pattern CHINESE = Pattern.compile("^(?<number>第[一二三四五六七八九十百\\d]+[条章节款])\\s*");
    private static final Pattern DECIMAL = Pattern.compile("^(?<number>\\d{1,3}(?:\\.\\d{1,3})+)\\.?\\s+");
    private static final Pattern SINGLE = Pattern.compile("^(?<number>\\d{1,3})[.)]\\s+(?=\\S)");
    private static final Pattern BARE = Pattern.compile("^(?<number>\\d{1,2})\\s+(?=\\p{Lu})");
    private static final Pattern ITEM =
            Pattern.compile("^(?<number>\\((?:[a-zA-Z]{1,2}|[ivxIVX]{1,5}|\\d{1,2})\\)|[a-z]\\))\\s+");
    private static final Pattern ROMAN = Pattern.compile("\\((?:[ivx]{2,5}|[ivx])\\)");
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}\\b");
    private static final int LONGEST_HEADING = 12;

    private String clause = "";
    private String item = "";
    private String subItem = "";
    private String section = "";
    private int part;
    private int stretch;
    private boolean quoted;

    /**
     * @param words number of words of the line
     * @param goesOn whether text follows that the line could head
     * @param listed whether the file lists the line as a heading
     */
    Block next(String line, int begin, int words, boolean goesOn, boolean listed) {
        boolean wasQuoted = quoted;
        quoted = line.startsWith(">");
        if (quoted != wasQuoted) {
            part++;
        }
        Matcher number = match(line, words);
        Matcher point = ITEM.matcher(line);
        if (number != null) {
            return numbered(line, begin, words, number, listed);
        }
        if (point.find()) {
            item(point.group("number"));
            return block(begin, line, words, true, true, false);
        }
        boolean name = line.indexOf(',') >= 0 || DATE.matcher(line).find();
        if (listed || (goesOn && !name && isHeading(line, words))) {
            part++;
            reset("", line);
            return block(begin, line, words, false, false, true);
        }
        return block(begin, line, words, false, false, false);
    }

    /** Something stands between the last paragraph and the next, such as a table. */
    void interrupt() {
        part++;
        stretch++;
    }

    private Block numbered(String line, int begin, int words, Matcher number, boolean listed) {
        String rest = line.substring(number.end()).strip();
        String written = number.group("number").strip();
        boolean top = written.indexOf('.') < 0;
        boolean heading = listed || isHeading(rest, words) || rest.isEmpty();
        if (heading && top) {
            part++;
            reset(written, rest);
        } else {
            if (!head(written).equals(head(clause)) && !(top && clause.indexOf('.') < 0 && !section.isEmpty())) {
                part++;
            }
            reset(written, heading ? rest : section);
        }
        return block(begin, line, words, false, true, heading);
    }

    private void reset(String number, String heading) {
        clause = number;
        item = "";
        subItem = "";
        section = heading;
    }

    /** A roman numeral below a letter is one level deeper, unless it is that letter's successor. */
    private void item(String written) {
        String bare = written.startsWith("(") ? written : "(" + written;
        boolean roman = ROMAN.matcher(bare).matches();
        boolean letterBefore =
                item.matches("\\([a-z]\\)") && !ROMAN.matcher(item).matches();
        boolean successor = bare.length() == 3 && item.length() == 3 && bare.charAt(1) == item.charAt(1) + 1;
        if (roman && !successor && (letterBefore || !subItem.isEmpty())) {
            subItem = bare;
        } else {
            item = bare;
            subItem = "";
        }
    }

    private static @Nullable Matcher match(String line, int words) {
        for (Pattern pattern : new Pattern[] {NAMED, CHINESE, DECIMAL, SINGLE}) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()
                    && (pattern != NAMED || words <= LONGEST_HEADING || line.charAt(matcher.end() - 1) != ' ')) {
                return matcher;
            }
        }
        Matcher bare = BARE.matcher(line);
        boolean heads = words <= LONGEST_HEADING
                && !line.matches(".*[.,;:]$")
                && !DATE.matcher(line).find();
        return heads && bare.find() ? bare : null;
    }

    private static boolean isHeading(String line, int words) {
        if (line.isEmpty() || words > LONGEST_HEADING || line.indexOf('\t') >= 0) {
            return false;
        }
        boolean ends = line.matches("(?s).*[.;:,!?。；：，]$|.*[@>].*|[^:]{1,25}: .*");
        int first = line.codePointAt(0);
        boolean capital =
                Character.isUpperCase(first) || Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN;
        boolean shouts =
                line.equals(line.toUpperCase(Locale.ROOT)) && line.chars().anyMatch(Character::isLetter);
        return !ends && (capital || shouts);
    }

    private static String head(String number) {
        int dot = number.indexOf('.');
        return dot < 0 ? number : number.substring(0, dot);
    }

    private Block block(int begin, String line, int words, boolean isItem, boolean opens, boolean heading) {
        String at = clause.replaceFirst("^(?i:clause|section|article|artikel|§)\\s*", "") + item + subItem;
        return new Block(begin, begin + line.length(), words, at, isItem, opens, heading, section, part, stretch);
    }
}
