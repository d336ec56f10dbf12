package warrant.extraction.mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.graph.Document;
import warrant.graph.Page;

/** What a document calls itself. */
public final class SelfNames {
    private static final Pattern SELF = Pattern.compile(
            "\\b[Tt]his\\s+(?<name>(?:(?!No\\b)\\p{Lu}[\\p{L}-]+\\s+){0,4}(?!No\\b)\\p{Lu}[\\p{L}-]+(?:\\s+(?:[Nn]o\\.?|[Nn]umber)\\s*\\d+)?)");
    private static final Pattern OTHER_THINGS =
            Pattern.compile("(?i)(?:clause|section|article|schedule|annex|exhibit|paragraph|page|appendix|part)\\b.*");
    private static final int MOST = 6;

    private SelfNames() {}

    /** @return the title first, then {@code Agreement} for {@code this Agreement}, in the order of the document */
    public static List<String> of(Document document) {
        Set<String> names = new LinkedHashSet<>();
        names.add(document.title());
        for (Page page : document.pages()) {
            Matcher match = SELF.matcher(page.text());
            while (match.find() && names.size() < MOST) {
                String name = match.group("name").replaceAll("\\s+", " ");
                if (!OTHER_THINGS.matcher(name).matches()) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }
}
