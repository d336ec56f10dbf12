package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.graph.Document;
import warrant.graph.Passage;

/**
 * Who {@code I} and {@code you} are in a letter or an e-mail: who wrote it and to whom, as its head says, or else its
 * salutation and its signature. Where several are possible it is nobody. Lines that quote an earlier message have other
 * correspondents and are left alone.
 *
 * @param writer null if the document does not tell
 * @param reader likewise
 */
public record Correspondents(
        @Nullable Thing writer, @Nullable Thing reader) {
    private static final int FLAGS = Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern FROM = Pattern.compile("^(?:From|Von|发件人)\\s*:(.*)$", FLAGS);
    private static final Pattern TO = Pattern.compile("^(?:To|An|收件人)\\s*:(.*)$", FLAGS);
    private static final Pattern SALUTATION =
            Pattern.compile("^(?:Dear|Hello|Hi|Liebe[rs]?|Sehr geehrte[rs]?|Hallo|尊敬的)\\s*(.*?)[,!:，：]?\\s*$", FLAGS);
    private static final Pattern SIGNATURE = Pattern.compile(
            "^(?:(?:Kind|Best|Warm)\\s+regards|Regards|Yours\\s+\\w+|Sincerely(?:\\s+yours)?|Mit\\s+\\w+\\s+Grüßen|"
                    + "Viele\\s+Grüße|Hochachtungsvoll|此致)[,.]?\\s*\\n+\\s*(.*)$",
            FLAGS);
    private static final Pattern WRITER = Pattern.compile(
            "\\b(?:I|me|myself|my|ich|mir|mich|mein(?:e[nmrs]?)?)\\b(?!\\.)|我(?!们|方|司)",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern READER = Pattern.compile(
            "\\b(?:you|your|yourself|Ihnen|Ihre[nmrs]?|(?<![.!?:\\n]\\s{1,3})Sie|du|dir|dich|dein(?:e[nmrs]?)?)\\b"
                    + "|您|你(?!们)",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final String QUOTED = ">";

    static Correspondents of(Document document, List<Thing> things) {
        if (document.pages().isEmpty()) {
            return new Correspondents(null, null);
        }
        String first = document.pages().getFirst().text();
        String last = document.pages().getLast().text();
        Thing writer = named(FROM, first, things);
        Thing reader = named(TO, first, things);
        boolean letter = SALUTATION.matcher(first).find();
        return new Correspondents(
                writer == null && letter ? named(SIGNATURE, last, things) : writer,
                reader == null ? named(SALUTATION, first, things) : reader);
    }

    /** @return the one person whom the first such line names */
    private static @Nullable Thing named(Pattern line, String text, List<Thing> things) {
        Matcher matcher = line.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String words = matcher.group(1);
        List<Thing> people = things.stream()
                .filter(thing -> thing.sort() == Kinds.Sort.PERSON || thing.sort() == Kinds.Sort.OTHER)
                .filter(thing -> words.contains(thing.name())
                        || thing.aliases().stream()
                                .anyMatch(alias -> words.strip().endsWith(alias)))
                .toList();
        return people.size() == 1 ? people.getFirst() : null;
    }

    /** @return the places where a passage speaks of its writer or its reader */
    List<Argument> in(Passage passage) {
        List<Argument> found = new ArrayList<>();
        add(writer, WRITER, passage.text(), found);
        add(reader, READER, passage.text(), found);
        return found;
    }

    private static void add(@Nullable Thing thing, Pattern words, String text, List<Argument> found) {
        Matcher matcher = words.matcher(text);
        while (thing != null && matcher.find()) {
            int line = text.lastIndexOf('\n', matcher.start()) + 1;
            if (!text.startsWith(QUOTED, line)) {
                int begin = text.codePointCount(0, matcher.start());
                int end = begin + text.codePointCount(matcher.start(), matcher.end());
                found.add(Argument.of(begin, end, matcher.group(), thing, thing.sort()));
            }
        }
    }
}
