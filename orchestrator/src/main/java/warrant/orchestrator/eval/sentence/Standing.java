package warrant.orchestrator.eval.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.Letters;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.graph.Literal;

/** With which of its words does a sentence say what a set writes in a form of its own? */
final class Standing {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{2} \\p{L}+ \\d{4}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d,]*(?:\\.\\d+)?");
    /** What tells a name from others that are alike: {@code Ness (mill)}, {@code Ness, Orkney}. */
    private static final Pattern APART = Pattern.compile("\\s*(?:\\([^()]*\\)|,.*)$");

    private Standing() {}

    /** @return the words of the sentence; the words given where there are none */
    static String of(String words, String sentence) {
        String bare = APART.matcher(words).replaceFirst("");
        return exactly(words, sentence)
                .or(() -> value(words, sentence))
                .or(() -> alike(words, sentence))
                .or(() -> exactly(bare, sentence))
                .or(() -> alike(bare, sentence))
                .orElse(words);
    }

    private static Optional<String> exactly(String words, String sentence) {
        int at = words.isEmpty() ? -1 : sentence.toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT));
        return at < 0 || at + words.length() > sentence.length()
                ? Optional.empty()
                : Optional.of(sentence.substring(at, at + words.length()));
    }

    /** Punctuation and accents aside. */
    private static Optional<String> alike(String words, String sentence) {
        return Letters.of(sentence)
                .find(words)
                .map(place -> sentence.substring(
                        sentence.offsetByCodePoints(0, place.begin()), sentence.offsetByCodePoints(0, place.end())));
    }

    private static Optional<String> value(String words, String sentence) {
        boolean day = DAY.matcher(words).matches();
        Matcher number = NUMBER.matcher(words);
        if (!day && !number.lookingAt()) {
            return Optional.empty();
        }
        List<Literal> wanted = day ? days(words) : List.of();
        Optional<String> same = values(sentence)
                .filter(v -> day
                        ? v.readings().stream().anyMatch(wanted::contains)
                        : v.readings().stream().anyMatch(r -> equal(r, number.group())))
                .map(Mention.Value::text)
                .findFirst();
        if (same.isPresent() || !day) {
            return same;
        }
        Matcher year = YEAR.matcher(words);
        return year.find() && sentence.contains(year.group()) ? Optional.of(year.group()) : Optional.empty();
    }

    private static List<Literal> days(String words) {
        return values(words).findFirst().map(Mention.Value::readings).orElse(List.of());
    }

    private static Stream<Mention.Value> values(String text) {
        return Mentions.find(text, Context.NONE).stream()
                .filter(Mention.Value.class::isInstance)
                .map(Mention.Value.class::cast);
    }

    private static boolean equal(Literal reading, String number) {
        Matcher digits = NUMBER.matcher(reading.lexical());
        return digits.lookingAt()
                && new BigDecimal(digits.group().replace(",", "")).compareTo(new BigDecimal(number.replace(",", "")))
                        == 0;
    }
}
