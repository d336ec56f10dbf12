package warrant.extraction.read.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.extraction.mention.Context.DateOrder;
import warrant.extraction.mention.Dates;
import warrant.extraction.mention.Mention;
import warrant.graph.Page;

/**
 * The day a document bears, as distinct from the days it speaks of: told by the words before the date and by its place
 * near the beginning or, signed, at the end.
 */
final class BornOn {
    private static final int HEAD = 2_500;
    private static final int TAIL = 1_200;
    private static final Pattern LABEL = Pattern.compile(
            "(?im)(?:^|\\t)\\s*(?:date|dated|datum|date of (?:this )?(?:issue|letter|agreement|document|report|meeting|minutes)|issued(?: on)?|日期|签订日期|签署日期)\\s*[:：]?\\s*(?:the\\s+)?$");
    private static final Pattern MADE = Pattern.compile(
            "(?i)(?:made|placed|entered into|executed|signed|concluded|issued|given|granted|geschlossen|unterzeichnet|签订)(?:\\s+(?:as a deed|in [\\p{L}]+|at [\\p{L}]+|and\\s+\\w+))?"
                    + "\\s*(?:,|on|as of|as at|effective as of|this|the|am|vom|于)?\\s*(?:the)?\\s*$");
    private static final Pattern SELF_DATED = Pattern.compile(
            "(?i)(?:\\bis |^|\\bthis [\\p{L} .\\d]{1,60}?\\s*)(?:dated|bears the date of|made)(?:\\s+(?:as of|as at|on|this|the))*\\s*$");
    private static final Pattern HELD = Pattern.compile(
            "(?i)(?:minutes|meeting|review|call|session|protokoll|sitzung|note|report|inspection|visit|statement|letter|notice|held|record).{0,80}?(?:of|on|held on|am|vom|dated|,|[-–—:])\\s*(?:the\\s+)?$");
    private static final Pattern OTHER = Pattern.compile(
            "(?i).*\\b(?:to|under|of|amends?|supplements?|in|with|by|since|from|until)\\s+(?:the|an?|its|our|your)\\s+[^.;]{0,100}$");
    private static final Pattern AS_AT = Pattern.compile("(?i)(?:\\bas (?:at|of)|\\bstand:?|截至)\\s*(?:the\\s+)?$");
    private static final Pattern PLACE_BEFORE =
            Pattern.compile("\\s*(?:[\\p{L} .-]{2,30},)?\\s*(?:the|den|on|dated)?\\s*");

    private BornOn() {}

    /** A date and how strongly its surroundings say that it is the document's own. */
    private record Candidate(LocalDate date, int score) {}

    static @Nullable LocalDate of(List<Page> pages) {
        StringBuilder all = new StringBuilder();
        pages.forEach(page -> all.append(page.text()).append('\n'));
        String text = all.toString();
        DateOrder order = Dates.order(text);
        String head = text.substring(0, Math.min(HEAD, text.length()));
        Candidate best = best(head, order, false);
        if (best == null && text.length() > HEAD) {
            best = best(text.substring(Math.max(HEAD, text.length() - TAIL)), order, true);
        }
        return best == null ? null : best.date();
    }

    private static @Nullable Candidate best(String text, DateOrder order, boolean tail) {
        List<Candidate> candidates = new ArrayList<>();
        for (Mention.Value date : Dates.find(text, order)) {
            int begin = text.offsetByCodePoints(0, date.begin());
            int end = text.offsetByCodePoints(0, date.end());
            int score = score(text, begin, end, tail);
            if (score > 0 && !date.ambiguous()) {
                candidates.add(new Candidate(LocalDate.parse(date.value().lexical()), score));
            }
        }
        Candidate best = null;
        for (Candidate candidate : candidates) {
            if (best == null || candidate.score() > best.score()) {
                best = candidate;
            }
        }
        return best;
    }

    private static int score(String text, int begin, int end, boolean tail) {
        int line = text.lastIndexOf('\n', begin - 1) + 1;
        int stop = text.indexOf('\n', end);
        String before = text.substring(line, begin);
        String after = text.substring(end, stop < 0 ? text.length() : stop);
        long lines = text.substring(0, begin).chars().filter(c -> c == '\n').count();
        if (LABEL.matcher(before).find()) {
            return 10;
        }
        boolean alone = PLACE_BEFORE.matcher(before).matches() && after.strip().length() <= 1;
        if (alone && (lines < 40 || tail)) {
            return 9;
        }
        if (tail) {
            return MADE.matcher(before).find() ? 5 : 0;
        }
        if (SELF_DATED.matcher(before).find() && !OTHER.matcher(before).matches()) {
            return 8;
        }
        if (MADE.matcher(before).find() && !OTHER.matcher(before).matches()) {
            return 7;
        }
        if (lines < 6 && HELD.matcher(before).find() && before.length() + after.length() < 160) {
            return 6;
        }
        if (lines < 12 && AS_AT.matcher(before).find()) {
            return 3;
        }
        boolean dated = before.matches("(?i).*\\bdated\\s+(?:as of\\s+|the\\s+)?");
        return dated && !OTHER.matcher(before).matches() ? 4 : 0;
    }
}
