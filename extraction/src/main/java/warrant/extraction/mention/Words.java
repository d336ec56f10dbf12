package warrant.extraction.mention;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.ParsePosition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers spelled out in English, German or Chinese, read with ICU's rules of spelling. */
final class Words {
    private static final String ENGLISH_WORD =
            "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
                    + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";
    private static final String ENGLISH_SCALE = "(?:hundred|thousand|million|billion)";
    private static final String ENGLISH =
            "(?i:\\b(?:a\\s+(?=" + ENGLISH_SCALE + "))?(?:" + ENGLISH_WORD + "|(?<=\\ba\\s)" + ENGLISH_SCALE
                    + ")(?:(?:[\\s-]+|,\\s+|\\s+and\\s+)(?:" + ENGLISH_WORD + "|" + ENGLISH_SCALE + "))*\\b)";
    private static final String GERMAN_PART =
            "(?:ein|eins|eine[nmrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
                    + "|sech|sieb|zig|ßig|zwan|hundert|tausend|und)";
    private static final String GERMAN =
            "(?i:\\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|ein|eine[nmrs]?|sech|sieb|zwan"
                    + "|hundert|tausend)" + GERMAN_PART + "*\\b)";
    private static final String CHINESE = "[一二两三四五六七八九十][一二两三四五六七八九十百千万零〇]*";

    /** What may be a number in words. */
    static final String PATTERN = "(?:" + ENGLISH + "|" + GERMAN + "|" + CHINESE + ")";

    private static final Pattern TENS =
            Pattern.compile("(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\\s+(?=one|two|three"
                    + "|four|five|six|seven|eight|nine)(?!\\w*teen)");
    private static final RuleBasedNumberFormat SPELLED_ENGLISH =
            new RuleBasedNumberFormat(ULocale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
    private static final RuleBasedNumberFormat SPELLED_CHINESE =
            new RuleBasedNumberFormat(ULocale.SIMPLIFIED_CHINESE, RuleBasedNumberFormat.SPELLOUT);
    private static final Map<String, Integer> GERMAN_HUNDREDS = germanHundreds();
    private static final Map<String, Integer> ORDINALS = ordinals();

    private Words() {}

    /** @return the number, or null if the words are none */
    static @Nullable Long parse(String words) {
        String low = words.toLowerCase(Locale.ROOT).strip();
        if (low.codePointAt(0) >= 0x3000) {
            return icu(low, SPELLED_CHINESE);
        }
        Integer german = german(low);
        if (german != null) {
            return german.longValue();
        }
        String plain = low.replaceFirst("^a\\s+", "one ")
                .replace(",", "")
                .replaceAll("\\s+and\\s+", " ")
                .replaceAll("\\s+", " ");
        String hyphened = TENS.matcher(plain.replace("-", " ")).replaceAll("$1-");
        return icu(hyphened, SPELLED_ENGLISH);
    }

    /** @return 1 for {@code first} up to 31, or null */
    static @Nullable Integer ordinal(String word) {
        return ORDINALS.get(word.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-"));
    }

    /** ICU's formats are dear to make and not safe for several threads. */
    private static @Nullable Long icu(String words, RuleBasedNumberFormat spelling) {
        ParsePosition position = new ParsePosition(0);
        Number number;
        synchronized (spelling) {
            number = spelling.parse(words, position);
        }
        return position.getIndex() == words.length() ? number.longValue() : null;
    }

    private static @Nullable Integer german(String word) {
        int thousand = word.indexOf("tausend");
        if (thousand < 0) {
            return GERMAN_HUNDREDS.get(word);
        }
        Integer high = thousand == 0 ? Integer.valueOf(1) : GERMAN_HUNDREDS.get(word.substring(0, thousand));
        String rest = word.substring(thousand + "tausend".length()).replaceFirst("^und", "");
        Integer low = rest.isEmpty() ? Integer.valueOf(0) : GERMAN_HUNDREDS.get(rest);
        return high == null || low == null ? null : Integer.valueOf(high * 1000 + low);
    }

    private static Map<String, Integer> germanHundreds() {
        RuleBasedNumberFormat spelling = new RuleBasedNumberFormat(ULocale.GERMAN, RuleBasedNumberFormat.SPELLOUT);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 1; i < 1000; i++) {
            String word = spelling.format(i).replace("\u00ad", "");
            numbers.put(word, i);
            numbers.put(word.replaceFirst("^einhundert", "hundert"), i);
        }
        for (String one : new String[] {"ein", "eine", "einen", "einem", "einer", "eines"}) {
            numbers.put(one, 1);
        }
        return Map.copyOf(numbers);
    }

    private static Map<String, Integer> ordinals() {
        RuleBasedNumberFormat spelling = new RuleBasedNumberFormat(ULocale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 1; i <= 31; i++) {
            numbers.put(spelling.format(i, "%spellout-ordinal"), i);
        }
        return Map.copyOf(numbers);
    }
}
