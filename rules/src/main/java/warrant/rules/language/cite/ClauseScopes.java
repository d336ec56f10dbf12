package warrant.rules.language.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.rules.language.cite.Clause.Division;
import warrant.rules.language.cite.Clause.Item;
import warrant.rules.language.cite.Clause.Label;
import warrant.rules.language.cite.Clause.Numeral;
import warrant.rules.language.cite.Clause.Step;
import warrant.rules.language.cite.Clause.Title;
import warrant.rules.language.cite.DocumentText.Range;

/**
 * Where a clause stands: from its number to the next clause of the same or a higher level. A number may occur several
 * times (a table of contents, a schedule that counts anew); each occurrence is a candidate.
 */
final class ClauseScopes {
    private static final Pattern NUMBERING = Pattern.compile(
            "^[#*_>|•·\\s-]*(?:(?:[0-9]+(?:\\.[0-9]+)*|[(（]?\\p{L}{1,4}[)）]|[IVXLC]+)[.):]?\\s+)?",
            Pattern.UNICODE_CASE);
    private static final Pattern END_PUNCTUATION = Pattern.compile("[\\s.:;,*_|#–-]+$");
    private static final int MAX_CANDIDATES = 200;

    private final DocumentText document;
    private final String text;

    ClauseScopes(DocumentText document) {
        this.document = document;
        this.text = document.text();
    }

    /** @return the ranges that a clause may stand in; empty if the document has no such clause */
    List<Range> of(String named) {
        List<Range> ranges = new ArrayList<>(document.pageRange(DocumentText.collapse(named)));
        List<Range> inner = List.of(whole());
        for (Step step : Clause.of(named).steps()) {
            List<Range> next = new ArrayList<>();
            for (Range range : inner) {
                next.addAll(within(range, step));
            }
            inner = next.size() > MAX_CANDIDATES ? next.subList(0, MAX_CANDIDATES) : next;
        }
        ranges.addAll(inner);
        return ranges;
    }

    /** @return the label that the words at a position most likely stand under; null if none precedes them */
    @Nullable String nearestLabel(int position) {
        int line = document.lineOf(position);
        while (true) {
            Label label = Clause.label(line(line));
            if (label != null && label.step() instanceof Numeral(List<String> parts) && looksLikeHeading(line, label)) {
                return String.join(".", parts);
            }
            if (line == 0) {
                return null;
            }
            line = document.lineOf(line - 1);
        }
    }

    private Range whole() {
        return new Range(0, text.length());
    }

    private List<Range> within(Range range, Step step) {
        return switch (step) {
            case Title(String words) -> titled(words, range);
            case Item item -> items(range, item);
            case Numeral number -> {
                List<Range> found = numbered(range, number);
                if (found.isEmpty() && range.begin() > 0 && number.parts().size() == 1) {
                    found = items(range, new Item(number.parts().getFirst()));
                }
                yield found.isEmpty() ? inline(range, number) : found;
            }
            case Division division -> divisions(range, division);
        };
    }

    private List<Range> numbered(Range range, Numeral wanted) {
        List<Range> found = new ArrayList<>();
        for (int line = document.nextLine(range.begin()); line < range.end(); line = document.nextLine(line + 1)) {
            Label label = Clause.label(line(line));
            if (label != null
                    && label.step() instanceof Numeral number
                    && same(number.parts(), wanted.parts())
                    && !isContentsEntry(line)) {
                found.add(new Range(line, end(line, range, wanted, label)));
            }
        }
        return found;
    }

    private int end(int begin, Range range, Numeral wanted, Label start) {
        int level = hashes(line(begin));
        for (int line = document.nextLine(begin + 1); line < range.end(); line = document.nextLine(line + 1)) {
            Label label = Clause.label(line(line));
            int other = hashes(line(line));
            boolean follows = label != null
                    && label.step() instanceof Numeral next
                    && follows(wanted.parts(), next.parts())
                    && sameStyle(line, label, begin, start);
            if (follows || (other > 0 && other <= level)) {
                return line;
            }
        }
        return range.end();
    }

    /** A number at the start of a line may be a day or a sum, where the line was broken before it. */
    private boolean sameStyle(int line, Label label, int begin, Label start) {
        boolean alike = looksLikeHeading(line, label) || !looksLikeHeading(begin, start);
        boolean lone = label.step() instanceof Numeral(List<String> parts) && parts.size() == 1;
        boolean both = start.step() instanceof Numeral(List<String> parts) && parts.size() == 1 && lone;
        return alike && (!both || (label.word() == start.word() && label.closed() == start.closed()));
    }

    /** {@code 9.3 Interest ........ 2}, or one of several lines in a row that begin and end in a number. */
    private boolean isContentsEntry(int line) {
        String entry = line(line);
        if (entry.matches(".*(\\.{3,}|…|(\\. ){3,}|_{3,})\\s*[0-9]+")) {
            return true;
        }
        int next = document.nextLine(line + 1);
        return isListed(entry) && next < text.length() && isListed(line(next));
    }

    private static boolean isListed(String line) {
        return line.matches(".*\\p{L}\\s+[0-9]{1,3}") && Clause.label(line) != null;
    }

    private boolean looksLikeHeading(int line, Label label) {
        String rest = line(line).substring(label.end()).strip();
        return label.word()
                || label.closed()
                || rest.isEmpty()
                || (!Character.isLowerCase(rest.codePointAt(0)) && Character.isLetter(rest.codePointAt(0)))
                || "(\"“‘".indexOf(rest.charAt(0)) >= 0;
    }

    /** @return whether the second number is the next sibling of the first, or of one of those it lies in */
    private static boolean follows(List<String> number, List<String> other) {
        for (int level = 0; level < number.size() && level < other.size(); level++) {
            if (!same(number.get(level), other.get(level))) {
                return isNext(number.get(level), other.get(level));
            }
        }
        return false;
    }

    private static boolean isNext(String one, String other) {
        if (one.matches("[0-9]{1,6}") && other.matches("[0-9]{1,6}")) {
            return Integer.parseInt(other) == Integer.parseInt(one) + 1;
        }
        if (one.matches("[0-9]{1,6}[a-z]?") && other.matches("[0-9]{1,6}[a-z]?")) {
            return other.compareTo(one) > 0 && other.length() <= one.length() + 1;
        }
        return one.length() == 1 && other.length() == 1 && other.charAt(0) == one.charAt(0) + 1;
    }

    private static boolean same(List<String> one, List<String> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    /**
     * Items stand at the beginning of lines or run on in the text: {@code (a) this; (b) that}. Where one begins a line,
     * so does the next of its list, in the same case: what stands between may refer to {@code subsection (b)} and hold
     * a list {@code (A), (B)} of its own.
     */
    private List<Range> items(Range range, Item item) {
        return marks(range, item.mark()).stream()
                .map(at -> new Range(at, itemEnd(at, range, item)))
                .toList();
    }

    private int itemEnd(int at, Range range, Item item) {
        boolean line = document.beginsLine(at);
        return Items.next(item.mark()).stream()
                .flatMap(next -> marks(new Range(at + 1, range.end()), next).stream())
                .filter(next -> !line || (document.beginsLine(next) && isUpper(next) == isUpper(at)))
                .mapToInt(Integer::intValue)
                .min()
                .orElse(range.end());
    }

    /** @return whether the mark at a position is a capital letter */
    private boolean isUpper(int mark) {
        char first = text.charAt(mark);
        return Character.isUpperCase("(（".indexOf(first) >= 0 ? text.charAt(mark + 1) : first);
    }

    private List<Integer> marks(Range range, String mark) {
        List<Integer> found = new ArrayList<>();
        String quoted = "(?i:" + Pattern.quote(mark) + ")";
        Matcher matcher = Pattern.compile(
                        "(?<![\\p{L}0-9])[(（]" + quoted + "[)）]|(?<![\\p{L}0-9(.])" + quoted + "[).](?![0-9])")
                .matcher(text)
                .region(range.begin(), range.end());
        while (matcher.find() && found.size() < MAX_CANDIDATES) {
            boolean bracketed = "(（".indexOf(text.charAt(matcher.start())) >= 0;
            if (bracketed || document.beginsLine(matcher.start())) {
                found.add(matcher.start());
            }
        }
        return found;
    }

    private List<Range> divisions(Range range, Division wanted) {
        List<Range> found = new ArrayList<>();
        for (int line = document.nextLine(range.begin()); line < range.end(); line = document.nextLine(line + 1)) {
            Label label = Clause.label(line(line));
            if (label != null && label.step() instanceof Division division && isSame(division, wanted)) {
                found.add(new Range(line, divisionEnd(line, range, wanted)));
            }
        }
        return found;
    }

    private static boolean isSame(Division one, Division other) {
        return one.word().equals(other.word()) && same(one.number(), other.number());
    }

    private int divisionEnd(int begin, Range range, Division wanted) {
        for (int line = document.nextLine(begin + 1); line < range.end(); line = document.nextLine(line + 1)) {
            Label label = Clause.label(line(line));
            if (label != null
                    && label.step() instanceof Division(String word, String number)
                    && word.equals(wanted.word())
                    && Items.next(wanted.number()).stream().anyMatch(next -> same(next, number))) {
                return line;
            }
        }
        return range.end();
    }

    /** A number in running text, unless it is referred to there. */
    private List<Range> inline(Range range, Numeral wanted) {
        List<Range> found = new ArrayList<>();
        String number = Pattern.quote(String.join(".", wanted.parts()));
        Matcher matcher = Pattern.compile("(?<![\\p{L}0-9.§] ?)(?<=^|[ |])" + number + "\\.?(?= )(?! ?%)")
                .matcher(text)
                .region(range.begin(), range.end());
        while (wanted.parts().size() > 1 && matcher.find() && found.size() < MAX_CANDIDATES) {
            found.add(new Range(matcher.start(), range.end()));
        }
        return found;
    }

    private List<Range> titled(String words, Range range) {
        List<Range> found = new ArrayList<>();
        String wanted = plain(words);
        for (int line = document.nextLine(range.begin()); line < range.end(); line = document.nextLine(line + 1)) {
            String heading = line(line);
            String title = plain(NUMBERING.matcher(heading).replaceFirst(""));
            if (!wanted.isEmpty() && (title.equals(wanted) || plain(heading).equals(wanted))) {
                found.add(new Range(line, titleEnd(line, range, heading)));
            }
        }
        return found;
    }

    private int titleEnd(int begin, Range range, String heading) {
        int level = hashes(heading);
        Label label = Clause.label(heading);
        if (level == 0 && label != null && label.step() instanceof Numeral number) {
            return end(begin, range, number, label);
        }
        for (int line = document.nextLine(begin + 1);
                level > 0 && line < range.end();
                line = document.nextLine(line + 1)) {
            int other = hashes(line(line));
            if (other > 0 && other <= level) {
                return line;
            }
        }
        return range.end();
    }

    private static int hashes(String line) {
        int n = 0;
        while (n < line.length() && line.charAt(n) == '#') {
            n++;
        }
        return n;
    }

    private static String plain(String heading) {
        String inner = NUMBERING.matcher(heading).replaceFirst("");
        return END_PUNCTUATION
                .matcher(inner.isBlank() ? heading : inner)
                .replaceFirst("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private String line(int begin) {
        int end = document.nextLine(begin + 1);
        return text.substring(begin, end).strip();
    }
}
