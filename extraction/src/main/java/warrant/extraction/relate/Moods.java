package warrant.extraction.relate;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Does a sentence state what its words are about, or deny it, suppose it, or report it as somebody's claim? By words of
 * grammar in English, German and Chinese. Precision comes first: what is only supposed is never stated.
 */
final class Moods {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    /** What would be if something had been that was not. */
    private static final Pattern UNREAL = Pattern.compile(
            "\\b(?:would|could|might|should)\\s+(?:not\\s+)?(?:also\\s+|then\\s+)?have\\s+\\w+"
                    + "|^\\W*(?:had|were)\\s+(?:(?!\\?).)*,.*\\bwould\\b|\\bif\\s+(?:(?![.;]).)*\\bhad\\s+(?:(?![.;]).)*\\bwould\\b"
                    + "|\\bwould\\b(?:(?![.;]).)*\\bif\\b|\\b(?:as if|as though|als ob)\\b"
                    + "|\\b(?:wäre[nt]?|hätte[nt]?)\\b(?:(?![.;]).)*\\b(?:wenn|falls|würde[nt]?|wäre[nt]?|hätte[nt]?)\\b"
                    + "|\\b(?:wenn|falls)\\b(?:(?![.;]).)*\\b(?:wäre[nt]?|hätte[nt]?|würde[nt]?)\\b"
                    + "|(?:如果|假如|倘若|要是)[^。；]*(?:就会|便会|本会|本来|早就)",
            FLAGS);
    /** What may be, or is only asked, planned or proposed. */
    private static final Pattern OPEN = Pattern.compile(
            "^\\W*(?:if|unless|whether|suppose|supposing|should|assuming|falls|wenn|sofern|sollte[nt]?|angenommen)\\b"
                    + "|\\b(?:perhaps|possibly|maybe|allegedly|supposedly|reportedly|rumou?red|vielleicht|möglicherweise|angeblich)\\b"
                    + "|^(?:如果|若|假如|倘若|是否)|也许|可能会|据称|据说|\\?\\s*$|？\\s*$",
            FLAGS);
    /** What somebody else says is so. */
    private static final Pattern CLAIMED = Pattern.compile(
            "\\b(?:claim(?:s|ed)?|alleg(?:es|ed)|asserts?|asserted|contends?|contended|pretend(?:s|ed)?|insinuat(?:es|ed)"
                    + "|behaupte[nt]*|behauptete[nt]?)(?:\\s+(?:that|to|dass)\\b|\\s*,)|声称|宣称",
            FLAGS);

    private static final Set<String> DENIALS = Set.of(
            "not", "no", "never", "neither", "nor", "may", "might", "could", "would", "nicht", "kein", "keine",
            "keinen", "keiner", "keinem", "weder", "nie", "niemals", "niemand", "nobody", "none", "without", "ohne",
            "didn't", "doesn't", "isn't", "wasn't", "don't", "won't", "cannot", "can't");
    private static final Pattern CHINESE_DENIAL = Pattern.compile("(?:不是|没有|并非|未曾|从未|并未|无|不得)");

    /** What is agreed or ordered to be. */
    private static final Pattern OBLIGES = Pattern.compile("\\b(?:shall|must|soll(?:en)?|muss|müssen)\\b|应当|必须", FLAGS);

    private Moods() {}

    /** @return whether what the sentence is about did not come to be: nothing of it is stated */
    static boolean unreal(String sentence) {
        return UNREAL.matcher(sentence).find();
    }

    /** @return whether the sentence leaves open whether it is so, or leaves it to somebody else */
    static boolean open(String sentence) {
        return OPEN.matcher(sentence).find() || CLAIMED.matcher(sentence).find();
    }

    /** @return whether the sentence says what shall be */
    static boolean obliges(String sentence) {
        return OBLIGES.matcher(sentence).find();
    }

    /**
     * @return whether the sentence has a word that denies, or that says what only may be; small letters alone, for
     *     {@code No. 3} and {@code May} are neither
     */
    static boolean denies(String sentence) {
        String straight = sentence.replace('’', '\'');
        for (String word : straight.split("[^\\p{L}']+")) {
            if (DENIALS.contains(word)) {
                return true;
            }
        }
        return CHINESE_DENIAL.matcher(sentence).find();
    }
}
