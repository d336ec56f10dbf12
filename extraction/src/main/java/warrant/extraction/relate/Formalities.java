package warrant.extraction.relate;

import java.util.regex.Pattern;

/** Tells what stands in a document for form's sake and states little else: headings, signatures, its own day. */
final class Formalities {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** Sentences shorter than this, in code points, are headings and lines of addresses more often than not. */
    private static final int BRIEF = 45;

    private static final Pattern SIGNATURE = Pattern.compile(
            "\\b(?:signed (?:for|by|at)|on behalf of|agreed and accepted|countersigned|unterzeichnet|gezeichnet)\\b",
            FLAGS);
    /** What comes before the day on which a document was made. */
    private static final Pattern DATED = Pattern.compile(
            "\\b(?:dated|made on|made this|granted on|issued on|vom|datiert)(?:\\s+at\\s+\\S+)?\\s*$", FLAGS);

    private Formalities() {}

    static boolean isBrief(Sentence sentence) {
        return sentence.text().codePointCount(0, sentence.text().length()) < BRIEF;
    }

    static boolean signs(Sentence sentence) {
        return SIGNATURE.matcher(sentence.text()).find();
    }

    /** @return whether the value is the day that the sentence says a document bears */
    static boolean dates(Sentence sentence, Argument value) {
        int before = value.begin() - sentence.begin();
        if (value.thing() != null || value.implied() || before <= 0) {
            return false;
        }
        String text = sentence.text();
        return DATED.matcher(text.substring(0, text.offsetByCodePoints(0, before)))
                .find();
    }
}
