package warrant.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises countries by their English and German names, the parts of the United Kingdom, and whose law applies. */
final class Places {
    private static final Pattern PLACE =
            Pattern.compile("(?<!\\p{L})(?:England\\s+and\\s+Wales|" + names() + ")(?!\\p{L})");

    /** Whose law or courts a text speaks of is a country, even one that no list has; a {@code Law of …} is an act. */
    private static final Pattern LAW =
            Pattern.compile("\\b(?:laws?|courts?|Recht|Gerichte)\\s+(?:of|von|in)\\s+(?:the\\s+)?"
                    + "(?<name>\\p{Lu}[\\p{L}’'-]+(?:\\s(?:of\\s)?\\p{Lu}[\\p{L}’'-]+){0,3})(?!\\p{L})");

    private Places() {}

    private static String names() {
        Set<String> names =
                new TreeSet<>((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            names.add(country.getDisplayCountry(Locale.ENGLISH));
            names.add(country.getDisplayCountry(Locale.GERMAN));
        }
        names.addAll(List.of(
                "England", "Scotland", "Wales", "Northern Ireland", "Great Britain", "European Union", "Hong Kong"));
        return names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    static List<Mention.Name> find(Text text) {
        List<Mention.Name> found = new ArrayList<>();
        Matcher match = PLACE.matcher(text.string());
        while (match.find()) {
            found.add(text.name(match.start(), match.end(), Mention.Sort.PLACE));
        }
        Matcher law = LAW.matcher(text.string());
        while (law.find()) {
            found.add(text.name(law.start("name"), law.end("name"), Mention.Sort.PLACE));
        }
        return found;
    }
}
