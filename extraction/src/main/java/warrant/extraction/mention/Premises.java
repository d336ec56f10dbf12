package warrant.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises premises whose names have numbers and commas: {@code Unit 7, Pellow Wharf}, {@code 3 Signal Street, Harl};
 * and companies that are called after theirs: {@code Quay 3, Moss Wharf Limited}.
 */
final class Premises {
    private static final String WORD = "\\p{Lu}[\\p{L}’'-]+";
    private static final String WORDS =
            WORD + "(?:[ \\u00a0](?:(?:of|the|am|an|der|de|la|in)[ \\u00a0]){0,2}" + WORD + "){0,3}";
    private static final String REST = "(?:,[ \\u00a0]" + WORDS + "(?![\\p{L}\\d]))";
    private static final Pattern NUMBERED = Pattern.compile("(?<![\\p{L}\\d])(?<kind>" + WORD + ")(?:[ \\u00a0]" + WORD
            + ")?[ \\u00a0](?:[Nn]o\\.[ \\u00a0]|Nr\\.[ \\u00a0])?\\d{1,4}\\p{L}?" + REST + "{1,3}");
    private static final Pattern STREET =
            Pattern.compile("(?<![\\p{L}\\d,.])\\d{1,4}\\p{L}?[ \\u00a0](?:" + WORD + "[ \\u00a0]){0,3}"
                    + "(?:Street|Road|Lane|Row|Avenue|Square|Quay|Way|Place|Close|Court|Drive|Wharf|Hill|Terrace|Gardens|Park"
                    + "|Yard|Embankment|Parade|Crescent|Mews|Gate)" + REST + "{0,2}(?![\\p{L}\\d])");
    /** Words before a number that count parts of documents, documents and days, not places. */
    private static final Set<String> COUNTED =
            Set.copyOf(List.of(("clause section article paragraph schedule annex appendix exhibit page"
                            + " table figure chapter part item invoice order amendment notice letter agreement contract lease policy"
                            + " claim case january february march april may june july august september october november december"
                            + " januar februar märz mai juni juli oktober dezember version revision nachtrag vertrag bauvertrag"
                            + " rechnung anlage ziffer artikel absatz seite tag datum")
                    .split(" ")));

    private Premises() {}

    static List<Mention.Name> find(Text text) {
        List<Mention.Name> found = new ArrayList<>();
        Matcher numbered = NUMBERED.matcher(text.string());
        while (numbered.find()) {
            boolean counted = COUNTED.contains(numbered.group("kind").toLowerCase(Locale.ROOT));
            boolean named = Organisations.isForm(numbered.group().replaceFirst("^.*\\s", ""));
            if (!counted) {
                Mention.Sort sort = named ? Mention.Sort.ORGANISATION : Mention.Sort.PLACE;
                found.add(text.name(numbered.start(), numbered.end(), sort));
            }
        }
        Matcher street = STREET.matcher(text.string());
        while (street.find()) {
            found.add(text.name(street.start(), street.end(), Mention.Sort.PLACE));
        }
        return found;
    }
}
