package warrant.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises people by their titles, initials, roles, and by the places where letters put names. */
final class People {
    private static final String TITLE = "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Herrn?|Frau|Dear|The|Der|Die|Das)";
    private static final String PART = "(?!" + TITLE + "\\b)[\\p{Lu}][\\p{Ll}’'-]+(?:-?[\\p{Lu}][\\p{Ll}]+)?";
    private static final String INITIAL = "(?:[\\p{Lu}]\\.\\s?){1,3}";
    private static final String FULL =
            "(?:" + PART + "\\s+(?:" + INITIAL + "\\s?)?(?:(?:van|von|de|der|den|di|da|del|bin|al|ter|le)\\s+){0,2}"
                    + PART + "(?:\\s" + PART + ")?|" + INITIAL + "\\s?(?:(?:van|von|de|der)\\s+){0,2}" + PART + ")";
    private static final Pattern TITLED = Pattern.compile(
            "(?<!\\b\\p{Lu}{2,3}\\s)\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Judge|Justice|Herrn?|Frau|Mme|Mlle|Señora?|Captain|Capt)\\b\\.?\\s+(?:Dr\\.?\\s+|Prof\\.?\\s+)*(?<name>"
                    + FULL + "|" + PART + ")");
    private static final Pattern INITIALS =
            Pattern.compile("(?<![\\p{L}.])" + INITIAL + "\\s?" + PART + "(?![\\p{L}])");
    private static final String ROLE =
            "(?:the\\s+|its\\s+|our\\s+)?(?:[\\p{L}-]+\\s+){0,3}(?i:officer|director|manager|president|chair(?:man|woman|person)?|secretary|counsel|attorney"
                    + "|solicitor|engineer|head|partner|trustee|treasurer|notary|tenant|landlord|surveyor|accountant|clerk|inspector|CEO|CFO|COO|Geschäftsführer(?:in)?|Vorstand|Prokurist(?:in)?)\\b";
    private static final Pattern WITH_ROLE =
            Pattern.compile("(?<!\\p{L})(?<name>" + FULL + ")(?=,\\s+" + ROLE + "|\\s+\\(" + ROLE + ")");
    private static final Pattern HEADER =
            Pattern.compile("(?m)^(?:From|To|Cc|Von|An|发件人|收件人):\\s*\"?(?<name>" + FULL + ")\"?(?=\\s*(?:<|\\(|$))");
    private static final Pattern SIGNED = Pattern.compile(
            "(?m)(?:^|\\t)\\s*(?:Name|Signed(?: by)?|By|Attention|Attn\\.?|Contact|Dear|Kind regards|Best regards|Regards|Yours sincerely|Yours faithfully)\\s*[:,]?\\s*(?:Mr|Mrs|Ms|Dr)?\\.?\\s*(?<name>"
                    + FULL + ")(?=\\s*(?:$|,|\\t|\\())");

    private People() {}

    static List<Mention.Name> find(Text text) {
        List<Mention.Name> found = new ArrayList<>();
        for (Pattern pattern : List.of(TITLED, WITH_ROLE, HEADER, SIGNED)) {
            Matcher match = pattern.matcher(text.string());
            while (match.find()) {
                boolean single = match.group("name").indexOf(' ') < 0;
                int begin = single && pattern == TITLED ? match.start() : match.start("name");
                found.add(text.name(begin, match.end("name"), Mention.Sort.PERSON));
            }
        }
        Matcher initials = INITIALS.matcher(text.string());
        while (initials.find()) {
            found.add(text.name(initials.start(), initials.end(), Mention.Sort.PERSON));
        }
        found.removeIf(name -> Organisations.isOrganisation(name.text()));
        return found;
    }
}
