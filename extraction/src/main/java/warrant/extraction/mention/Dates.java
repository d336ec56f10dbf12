package warrant.extraction.mention;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.extraction.mention.Context.DateOrder;
import warrant.graph.Literal;

/** Recognises dates. Two digits for a year mean one from 1950 to 2049. */
public final class Dates {
    private static final String MONTH =
            "(?<month>Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Mrz|Apr(?:il)?|May|Mai|June?|Juni"
                    + "|July?|Juli|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?|Jänner)";
    private static final String ORDINAL =
            "(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth"
                    + "|twentieth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
                    + "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth";
    private static final String YEAR = "(?<year>(?:1[6-9]|20|21)\\d{2})";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern ISO =
            Pattern.compile("(?<![\\d-])(?<year>\\d{4})-(?<monthno>\\d{2})-(?<day>\\d{2})(?![\\d-])");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<![\\d.,/-])(?<day>\\d{1,2}|\\b(?:" + ORDINAL
                    + "))(?:\\s?(?:st|nd|rd|th)\\b|\\.)?(?:\\s+day)?(?:\\s+of)?[\\s-]+" + MONTH + "\\b\\.?,?[\\s-]+"
                    + YEAR + "(?!\\d)",
            FLAGS);
    private static final Pattern MONTH_DAY = Pattern.compile(
            "\\b" + MONTH + "\\b\\.?\\s+(?:the\\s+)?(?<day>\\d{1,2})(?:\\s?(?:st|nd|rd|th)\\b)?,?\\s+" + YEAR
                    + "(?!\\d)",
            FLAGS);
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\d./-])(?<a>\\d{1,2})(?<sep>[./-])\\s?(?<b>\\d{1,2})\\k<sep>\\s?(?<year>\\d{4}|\\d{2})(?![\\d/-]|\\.\\d)");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<![\\d./-])(?<year>\\d{4})(?<sep>[./])(?<monthno>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?![\\d./-])");
    private static final Pattern CHINESE =
            Pattern.compile("(?<year>\\d{4}|[〇零一二三四五六七八九]{4})\\s?年\\s?(?<monthno>\\d{1,2}|[一二三四五六七八九十]{1,2})\\s?月\\s?"
                    + "(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?[日号]");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("jän", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("mär", 3),
            Map.entry("mrz", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12));

    private Dates() {}

    /** @return the dates in a text, in order; those in digits follow the order given or, unknown, have two readings */
    public static List<Mention.Value> find(String text, DateOrder order) {
        Text searched = new Text(text);
        List<Mention.Value> found = new ArrayList<>();
        for (Pattern pattern : List.of(ISO, DAY_MONTH, MONTH_DAY, YEAR_FIRST, CHINESE)) {
            pattern.matcher(text).results().forEach(match -> add(searched, match, one(match), found));
        }
        DIGITS.matcher(text).results().forEach(match -> add(searched, match, digits(match, order), found));
        found.sort(java.util.Comparator.comparingInt(Mention::begin));
        return found;
    }

    /**
     * @return the order that the dates in digits of a text follow: decided as soon as one of them can be read in one
     *     way only, unless another contradicts it
     */
    public static DateOrder order(String text) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (MatchResult match : DIGITS.matcher(text).results().toList()) {
            dayFirst |= Integer.parseInt(match.group("a")) > 12;
            monthFirst |= Integer.parseInt(match.group("b")) > 12;
        }
        if (dayFirst == monthFirst) {
            return DateOrder.UNKNOWN;
        }
        return dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }

    private static void add(Text text, MatchResult match, List<LocalDate> dates, List<Mention.Value> found) {
        int begin = text.point(match.start());
        int end = text.point(match.end());
        boolean free = found.stream().noneMatch(other -> other.begin() < end && begin < other.end());
        if (free && !dates.isEmpty()) {
            found.add(text.value(
                    match.start(),
                    match.end(),
                    dates.stream().map(Literal::date).toList()));
        }
    }

    private static List<LocalDate> one(MatchResult match) {
        String monthName = match.namedGroups().containsKey("month") ? match.group("month") : null;
        Integer month = monthName == null
                ? number(match.group("monthno"))
                : MONTHS.get(monthName.substring(0, 3).toLowerCase(Locale.ROOT));
        Integer day = number(match.group("day"));
        LocalDate date = month == null || day == null ? null : date(year(match.group("year")), month, day);
        return date == null ? List.of() : List.of(date);
    }

    /** Dots are written where the day comes first; strokes are written everywhere. */
    private static List<LocalDate> digits(MatchResult match, DateOrder order) {
        int a = Integer.parseInt(match.group("a"));
        int b = Integer.parseInt(match.group("b"));
        int year = year(match.group("year"));
        LocalDate dayFirst = date(year, b, a);
        LocalDate monthFirst = date(year, a, b);
        List<LocalDate> readings = new ArrayList<>();
        boolean dots = match.group("sep").equals(".");
        if (dayFirst != null && (order != DateOrder.MONTH_FIRST || dots || monthFirst == null)) {
            readings.add(dayFirst);
        }
        boolean other = monthFirst != null && !monthFirst.equals(dayFirst) && !dots;
        if (other && (order != DateOrder.DAY_FIRST || dayFirst == null)) {
            readings.add(monthFirst);
        }
        return readings;
    }

    private static int year(String digits) {
        if (!Character.isDigit(digits.charAt(0)) || digits.codePointAt(0) > 0x3000) {
            StringBuilder year = new StringBuilder();
            digits.chars().forEach(c -> year.append("〇一二三四五六七八九".indexOf(c == '零' ? '〇' : c)));
            return Integer.parseInt(year.toString());
        }
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static @Nullable Integer number(String text) {
        if (text.matches("\\d+")) {
            return Integer.valueOf(text);
        }
        Integer ordinal = Words.ordinal(text);
        if (ordinal != null) {
            return ordinal;
        }
        Long words = text.codePointAt(0) > 0x3000 ? Words.parse(text) : null;
        return words == null ? null : Integer.valueOf(words.intValue());
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
