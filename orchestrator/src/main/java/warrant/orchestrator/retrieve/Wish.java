package warrant.orchestrator.retrieve;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of thing a question asks for, as its words tell. */
public enum Wish {
    /** Whether something holds. */
    WHETHER,
    PERSON_OR_COMPANY,
    DAY,
    AMOUNT,
    NUMBER,
    LENGTH_OF_TIME,
    /** Anything else. */
    ANYTHING;

    private record Cue(Pattern pattern, Wish wish) {}

    private static final List<Cue> CUES = List.of(
            cue(
                    "\\b(how much|what (is|was|are|were) the (total |outstanding |overall )*(amount|sum|price|fee|cost|value|cap|interest)"
                            + "|wie viel( geld)?|welche[rn]? (betrag|summe|preis))\\b|多少(钱|金额|元)",
                    AMOUNT),
            cue(
                    "\\b(how long|how many (business |working |calendar )?(days|weeks|months|years|hours)|within (what|which) (time|period)"
                            + "|wie lange|wie viele (werk|arbeits|kalender)?(tage|wochen|monate|jahre))\\b|多长时间|多久|几(天|个月|年)|多少(天|日)",
                    LENGTH_OF_TIME),
            cue("\\b(how many|wie viele)\\b|多少|几(个|份|张|家|次)", NUMBER),
            cue(
                    "\\b(when|(on|by|from|until|since) (what|which) (date|day)|what (date|day)|(what|which) (is|was) the date|wann|an welchem (tag|datum)"
                            + "|(bis|seit|ab) wann)\\b|何时|什么时候|哪(一)?天|几号",
                    DAY),
            cue(
                    "\\b(who|whom|whose|which (company|party|person|firm|entity)|wer|wem|wen|wessen|welche (firma|partei|person))\\b|谁|哪(家|个)(公司|人|方)",
                    PERSON_OR_COMPANY));

    private static final Pattern WHETHER_START = Pattern.compile(
            "^(and |so |then |but )?(is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|shall|should|will|would|am"
                    + "|ist|sind|war|waren|hat|haben|hatte|darf|dürfen|kann|können|muss|müssen|soll|wird|gilt|besteht|wurde|wurden)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WHETHER_LATER =
            Pattern.compile(", (is|are|was|were|do|does|did|has|have|had|can|may|must|shall|will) [^,]*\\?$");
    private static final Pattern OPEN_WORD = Pattern.compile("\\b(who|whom|whose|what|which|when|where|why|how)\\b");

    private static Cue cue(String regex, Wish wish) {
        return new Cue(Pattern.compile(regex, Pattern.UNICODE_CASE), wish);
    }

    /** Reads the question's cue words in English, German and Chinese. */
    public static Wish of(String question) {
        String plain = question.strip().toLowerCase(Locale.ROOT);
        if (WHETHER_START.matcher(plain).find()
                || plain.contains("吗")
                || plain.contains("是否")
                || (plain.contains("whether") && !plain.startsWith("what"))
                || (WHETHER_LATER.matcher(plain).find()
                        && !OPEN_WORD.matcher(plain).find())) {
            return WHETHER;
        }
        return CUES.stream()
                .filter(cue -> cue.pattern().matcher(plain).find())
                .map(Cue::wish)
                .findFirst()
                .orElse(ANYTHING);
    }
}
