package warrant.orchestrator.eval.sentence;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import warrant.orchestrator.eval.sentence.Labelled.Fact;

/** The score of somebody who states just those labelled facts whose sides stand in the sentence. */
final class Oracle {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,]*");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private Oracle() {}

    static TripleScore of(SentenceSet set) {
        TripleScore.Sum sum = new TripleScore.Sum();
        for (Labelled sentence : set.sentences()) {
            Set<Fact> standing = sentence.facts().stream()
                    .filter(f -> stands(f.subject(), sentence.text()) && stands(f.object(), sentence.text()))
                    .collect(Collectors.toSet());
            sum.add(sentence.facts(), standing);
        }
        return sum.score();
    }

    /** @return whether words stand in a sentence, or the year of the day or the digits of the number that they are */
    static boolean stands(String words, String sentence) {
        String text = plain(sentence);
        String side = plain(words);
        if (text.contains(side)) {
            return true;
        }
        boolean day = words.replace("\"", "").matches("\\d{4}-\\d{2}-\\d{2}|\\d{2} \\p{L}+ \\d{4}");
        if (day) {
            Matcher year = YEAR.matcher(words);
            return year.find() && text.contains(year.group());
        }
        Matcher number = NUMBER.matcher(words.replace("\"", ""));
        return number.lookingAt()
                && text.replace(",", "").contains(number.group().replace(",", ""));
    }

    private static String plain(String words) {
        return words.replaceAll("[_\\s\"]+", "").toLowerCase(Locale.ROOT);
    }
}
