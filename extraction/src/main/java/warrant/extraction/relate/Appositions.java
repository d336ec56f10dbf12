package warrant.extraction.relate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.graph.Literal;

/**
 * What a sentence says in passing that somebody is: {@code Ines Holt, Head of Sales,} or {@code Ines Holt is now Head
 * of Sales}.
 */
final class Appositions {
    private static final String NOUNS =
            "\\p{Lu}[\\p{L}-]+(?:\\s+(?:(?:of|for|and|für|der|des|und)\\s+)?\\p{Lu}[\\p{L}-]+){0,5}";
    private static final String BEFORE =
            "(?:(?:now|our|the|its|their|his|her|new|a|an|also|then|unser[e]?|die|der|eine?|jetzt|neue[rn]?)\\s+)*";
    /** Behind the name of somebody. */
    private static final Pattern SAID = Pattern.compile(
            "^(?:,?\\s*\\(|,\\s+|,?\\s+(?:is|was|are|became|becomes|as|works\\s+as|acts\\s+as|ist|war|wird|wurde|als)\\s+)"
                    + BEFORE + "(?<what>" + NOUNS + ")(?=[,.;:)\\n]|$|\\s+\\p{Ll})");

    private Appositions() {}

    /** @return what a passage says that somebody named in it is, as values of text */
    static List<Argument> in(String text, List<Argument> named) {
        return named.stream()
                .filter(Appositions::somebody)
                .map(name -> behind(text, name))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .toList();
    }

    private static boolean somebody(Argument name) {
        return name.thing() != null && !name.implied() && name.sort() == Kinds.Sort.PERSON;
    }

    private static Optional<Argument> behind(String text, Argument name) {
        int from = text.offsetByCodePoints(0, name.end());
        Matcher said = SAID.matcher(text.substring(from));
        if (!said.find()) {
            return Optional.empty();
        }
        String what = said.group("what");
        int begin = name.end() + text.codePointCount(from, from + said.start("what"));
        int end = begin + what.codePointCount(0, what.length());
        return Optional.of(Argument.of(begin, end, what, List.of(Literal.text(what.replaceAll("\\s+", " ")))));
    }

    /** @return whether an object is what is said in passing that the subject is */
    static boolean joined(String passage, Argument subject, Argument object) {
        return somebody(subject)
                && behind(passage, subject)
                        .filter(what -> what.begin() == object.begin() && what.end() == object.end())
                        .isPresent();
    }
}
