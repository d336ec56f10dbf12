package warrant.orchestrator.retrieve;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import warrant.graph.Datatypes;

/** What kind of thing a question asks for, as its words tell. */
public enum Wish {
    /** Whether something holds. */
    WHETHER(Set.of()),
    PERSON_OR_COMPANY(Set.of()),
    DAY(Set.of(Datatypes.DATE)),
    MONEY(Set.of(Datatypes.MONEY, Datatypes.DECIMAL)),
    /** How much or how high: of money, time, share or size. */
    AMOUNT(Set.of(
            Datatypes.MONEY,
            Datatypes.DECIMAL,
            Datatypes.INTEGER,
            Datatypes.PERCENTAGE,
            Datatypes.QUANTITY,
            Datatypes.DURATION)),
    NUMBER(Set.of(Datatypes.INTEGER, Datatypes.DECIMAL, Datatypes.QUANTITY, Datatypes.PERCENTAGE, Datatypes.DURATION)),
    LENGTH_OF_TIME(Set.of(Datatypes.DURATION, Datatypes.INTEGER, Datatypes.DECIMAL, Datatypes.QUANTITY)),
    /** Anything else. */
    ANYTHING(Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, which nothing changes
    private final Set<String> datatypes;

    Wish(Set<String> datatypes) {
        this.datatypes = datatypes;
    }

    /** The datatypes in which the wish can be met; empty: any. */
    public Set<String> datatypes() {
        return datatypes;
    }

    private record Cue(Pattern pattern, Wish wish) {}

    private static final List<Cue> CUES = List.of(
            cue(
                    "\\b(how much money|(what|which) ([\\w-]+ ){0,3}(amount|sum|price|fee|cost|costs|cap|total|balance|deductible|rent|salary|payment)s?"
                            + "|welche[rsnm]? ([\\w-]+ ){0,2}(betrag|summe|preis|kosten|vergütung))\\b|多少(钱|元)|金额",
                    MONEY),
            cue(
                    "\\b(how long|how (many|much) (business |working |calendar )?(days|weeks|months|years|hours|time)|(what|which) ([\\w-]+ ){0,2}(time|period|length|duration)"
                            + "|wie lange|wie viele (werk|arbeits|kalender)?(tage|wochen|monate|jahre|stunden)"
                            + "|(welche|innerhalb welcher) (\\w*frist|dauer))\\b|多长时间|多久|几(天|个月|年)|多少(天|日)",
                    LENGTH_OF_TIME),
            cue("\\b(how many|what number|wie viele)\\b|几(个|份|张|家|次)", NUMBER),
            cue(
                    "\\b(how (much|high|large|big|great)|(what|which|at what) ([\\w-]+ ){0,2}(rate|percentage|share|proportion|margin)"
                            + "|wie (viel|hoch|groß)|in welcher höhe|welche[rsnm]? ([\\w-]+ ){0,1}(satz|anteil|prozentsatz))\\b|多少",
                    AMOUNT),
            cue(
                    "^([\\w-]+ ){0,2}when\\b|\\b((what|which) ([\\w-]+ ){0,4}(date|day|deadline)s?|wann"
                            + "|(an|ab|bis|seit|zu)m? welche[mn] ([\\w-]+ ){0,1}(tag|tage|datum|termin|zeitpunkt)|welches datum)\\b|何时|什么时候|哪(一)?天|几号",
                    DAY),
            cue(
                    "^([\\w-]+ ){0,2}(who|whom|whose)\\b|\\b((which|what) ([\\w-]+ ){0,2}(company|companies|party|parties|person|people|firm|entity|lender|insurer|bank)(?! (number|name|code|register|form|address))"
                            + "|wer|wem|wen|wessen|welche[rsnm]? ([\\w-]+ ){0,1}(firma|partei|person|unternehmen|gesellschaft|bank))\\b|谁|哪(家|个)(公司|人|方)",
                    PERSON_OR_COMPANY));

    private static final Pattern WHETHER_START = Pattern.compile(
            "^(and |so |then |but )?(is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|shall|should|will|would|am)\\b");
    private static final Pattern WHETHER_LATER =
            Pattern.compile(", (is|are|was|were|do|does|did|has|have|had|can|may|must|shall|will) [^,]*\\?$");
    private static final Pattern OPEN_WORD = Pattern.compile("\\b(who|whom|whose|what|which|when|where|why|how)\\b");

    /** A German question without one of these among its first words asks whether something holds. */
    private static final Pattern GERMAN_OPEN = Pattern.compile(
            "^([\\p{L}]+ ){0,3}(wer|wem|wen|wessen|was|wann|wie|wieviel|wo|wohin|woher|warum|weshalb|welche[rsmn]?|wo(für|mit|von|durch|nach|bei|zu))\\b",
            Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern TOTAL = Pattern.compile(
            "\\b(total|totals|in total|sum of|add up|adds up|altogether|in all|taken together|overall|aggregate|combined"
                    + "|insgesamt|zusammen|alles in allem|gesamt\\w*|summe der)\\b|总(共|额|计|数)|合计",
            Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static Cue cue(String regex, Wish wish) {
        return new Cue(Pattern.compile(regex, Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS), wish);
    }

    /**
     * Reads the question's cue words in English, German and Chinese.
     *
     * @param language {@code en}, {@code de} or {@code zh}: “was” is a verb in one and a pronoun in another
     */
    public static Wish of(String question, String language) {
        String plain = question.strip().toLowerCase(Locale.ROOT);
        if (asksWhether(plain, language)) {
            return WHETHER;
        }
        return CUES.stream()
                .filter(cue -> cue.pattern().matcher(plain).find())
                .map(Cue::wish)
                .findFirst()
                .orElse(ANYTHING);
    }

    private static boolean asksWhether(String plain, String language) {
        return switch (language) {
            case "de" -> !GERMAN_OPEN.matcher(plain).find() && plain.endsWith("?");
            case "zh" -> plain.contains("吗") || plain.contains("是否");
            default ->
                WHETHER_START.matcher(plain).find()
                        || (plain.contains("whether") && !plain.startsWith("what"))
                        || (WHETHER_LATER.matcher(plain).find()
                                && !OPEN_WORD.matcher(plain).find());
        };
    }

    private static final Pattern LATEST = Pattern.compile(
            "\\b(must|has to|have to|had to|at the latest|latest|last (possible )?(day|date)|by (when|which|what)|until (when|which|what)|deadline|no later"
                    + "|muss|musste|müssen|mussten|spätestens|bis (wann|zu welchem)|letzte[rnm]? tag)\\b|最晚|最迟",
            Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Tells whether a question for a day asks for the last on which something may happen. */
    static boolean latest(String question) {
        return LATEST.matcher(question.toLowerCase(Locale.ROOT)).find();
    }

    /** Tells whether the question asks for one number made of several. */
    static boolean total(String question) {
        return TOTAL.matcher(question.toLowerCase(Locale.ROOT)).find();
    }
}
