package warrant.rules.language;

import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import warrant.rules.language.grammar.RulesLexer;

/**
 * What people write who do not know the language yet: amounts with the currency behind, dates with dots, {@code when}
 * for {@code if}. Each is told by the words around the one that cannot be read.
 */
final class Slips {
    private static final Set<String> FOLDS = Set.of("count", "sum", "min", "max", "avg");
    private static final Set<String> HEADERS = Set.of("cites", "rank", "enacted", "overrides", "if", "then");
    private static final Set<String> UNITS = Set.of("day", "days", "month", "months", "year", "years");

    private static final Map<String, String> CURRENCIES =
            Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "CNY", "￥", "CNY");

    private static final Map<String, String> OPPOSITES =
            Map.of("=", "!=", "!=", "=", "<", ">=", "<=", ">", ">", "<=", ">=", "<");

    /** Words of plain speech, and what stands for them. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("when", "if"),
            Map.entry("where", "if"),
            Map.entry("provided", "if"),
            Map.entry("except", "unless"),
            Map.entry("but", "unless"),
            Map.entry("since", "in force from DATE"),
            Map.entry("effective", "in force from DATE"),
            Map.entry("from", "in force from DATE"),
            Map.entry("until", "in force until DATE"),
            Map.entry("label", "the label in quotation marks after the name"),
            Map.entry("priority", "rank NAME, or overrides NAME"),
            Map.entry("today", "?today"));

    private static final Map<String, String> MEASURES = Map.of(
            "working", "business days",
            "workdays", "business days",
            "calendar", "days",
            "week", "7 days",
            "weeks", "7 days for each week",
            "quarter", "3 months",
            "quarters", "3 months for each quarter",
            "hour", "days: nothing shorter is counted",
            "hours", "days: nothing shorter is counted",
            "percent", "%");

    private final CommonTokenStream tokens;
    private final Token token;
    private final String text;

    private Slips(CommonTokenStream tokens, Token token) {
        this.tokens = tokens;
        this.token = token;
        this.text = token.getText();
    }

    /** @return what to say instead of what the grammar would say; null where nothing is known */
    static @Nullable SyntaxMessage known(CommonTokenStream tokens, Token token) {
        return new Slips(tokens, token).message();
    }

    /** @return what was probably meant; null where nothing is known */
    static @Nullable String cure(CommonTokenStream tokens, Token token) {
        Slips slips = new Slips(tokens, token);
        String cure = slips.ofHeader();
        cure = cure == null ? slips.ofCondition() : cure;
        return cure == null ? slips.ofWord() : cure;
    }

    private @Nullable SyntaxMessage message() {
        String before = text(-1);
        if (text.equals(".") && is(-1, RulesLexer.NUMBER) && is(1, RulesLexer.NUMBER)) {
            return say(
                    -1,
                    "a date is written year-month-day; found ‘" + before + "." + text(1) + "’",
                    "a date such as 2024-06-04");
        }
        if (CURRENCIES.containsKey(text)) {
            String size = is(1, RulesLexer.NUMBER) ? text(1) : "100.00";
            return say(
                    0,
                    "an amount begins with the letters of its currency; found ‘" + text + "’",
                    CURRENCIES.get(text) + " " + size);
        }
        if (is(-1, RulesLexer.CURRENCY) && is(-2, RulesLexer.NUMBER)) {
            return say(
                    -2,
                    "an amount begins with its currency; found ‘" + text(-2) + " " + before + "’",
                    before + " " + text(-2));
        }
        if (text.equals(",") && is(-1, RulesLexer.NUMBER) && text(1).matches("\\d{3}(\\.\\d+)?")) {
            return say(-1, "a number has no comma in it; found ‘" + before + "," + text(1) + "’", before + text(1));
        }
        if (is(-1, RulesLexer.ID) && text(-2).equals("-") && is(-3, RulesLexer.VAR) && adjacent(-3, -1)) {
            return say(
                    -3,
                    "the name of a variable has no hyphen; found ‘" + text(-3) + "-" + before + "’",
                    text(-3) + "_" + before.replace('-', '_'));
        }
        if (OPPOSITES.containsKey(text) && is(-1, RulesLexer.VAR) && text(-2).equals("not")) {
            return say(
                    -2,
                    "‘not’ stands before a triple or before braces, not before a comparison",
                    before + " " + OPPOSITES.get(text) + " " + text(1));
        }
        return null;
    }

    private SyntaxMessage say(int offset, String message, String cure) {
        Token place = at(offset);
        return new SyntaxMessage(place == null ? token : place, message, cure);
    }

    private @Nullable String ofHeader() {
        String before = text(-1);
        boolean names = before.equals("rule") || before.equals("presume");
        if (names && is(0, RulesLexer.STRING)) {
            return "a name before the label: " + before + " late-interest \"Interest on late payment\"";
        }
        if (names && text.equals("rule")) {
            return "‘rule’ or ‘presume’, one of them";
        }
        if ((text(-2).equals("rule") || text(-2).equals("presume"))
                && is(0, RulesLexer.ID)
                && ofWord() == null
                && Nearest.to(text, HEADERS).isEmpty()) {
            return "one word: " + before + "-" + text;
        }
        if (before.equals("cites") || text(-2).equals("cites") || text(-4).equals("cites")) {
            return "cites \"contract.pdf\" clause \"9.3\" \"the words of the document\"";
        }
        boolean force = before.equals("force") || (text(-3).equals("force") && is(-1, RulesLexer.DATE));
        if (force && (is(0, RulesLexer.DATE) || is(0, RulesLexer.ID))) {
            return "in force from DATE until DATE";
        }
        boolean listed = text(-2).equals("overrides") || (text(-2).equals(",") && is(-3, RulesLexer.ID));
        if (listed && is(0, RulesLexer.ID) && is(-1, RulesLexer.ID)) {
            return "a comma between the names";
        }
        if (text.equals(":") && (text(-2).equals("rule") || text(-2).equals("presume"))) {
            return "leaving it out: headers or ‘if’ follow the name";
        }
        if (is(0, RulesLexer.ID)
                && Set.of("functional", "abducible", "contrary").contains(before)) {
            return ":" + text;
        }
        if (text(-2).equals("prefix") && is(0, RulesLexer.IRIREF)) {
            return "prefix " + before + ": " + text;
        }
        return text(-2).equals("say") && is(-1, RulesLexer.ID) ? "the sentence in quotation marks" : null;
    }

    private @Nullable String ofCondition() {
        String before = text(-1);
        boolean triple = is(1, RulesLexer.VAR) || is(1, RulesLexer.ENTITY) || is(1, RulesLexer.PNAME);
        if (text.equals("(") && triple && (is(2, RulesLexer.PNAME) || text(2).equals("a"))) {
            return "braces: { … }";
        }
        if (before.equals("=") && Set.of("=", ">", "<").contains(text)) {
            return text.equals("=") ? "one =" : text + "=";
        }
        if (before.equals("not") && Set.of("not", "exists", "forall").contains(text)) {
            return text.equals("exists") ? "not { … }" : "braces: not { " + text + " … }";
        }
        if (Set.of("exists", "forall", "over").contains(before) && !text.equals("{")) {
            return before + " { … }";
        }
        if (text.equals("{") && before.equals("}")) {
            return "forall { … } : { … }, or { … } or { … }";
        }
        if (text.equals("or")) {
            return "braces: { … } or { … }";
        }
        if (text.equals("over") && FOLDS.contains(before)) {
            return before + "(?x) over { … }";
        }
        if (text.equals("and") && (text(-2).equals("between") || text(-3).equals("between"))) {
            return "two comparisons: ?x >= … ?x <= …";
        }
        if (text.equals("over") && before.equals(")")) {
            return "assigning it first: ?n = count(?x) over { … }, then ?n";
        }
        if (text.equals("of") && before.matches("days?")) {
            return "in " + text(1);
        }
        if (text.equals("from") && !is(-1, RulesLexer.ID) && (is(1, RulesLexer.VAR) || is(1, RulesLexer.DATE))) {
            return "at " + text(1) + ", the day for which it is asked";
        }
        return is(-1, RulesLexer.NUMBER) ? measure() : null;
    }

    private @Nullable String measure() {
        int hyphen = text.indexOf('-');
        if (hyphen > 0 && UNITS.contains(text.substring(0, hyphen))) {
            return "blanks around the sign: " + text.substring(0, hyphen) + " - " + text.substring(hyphen + 1);
        }
        return MEASURES.get(text);
    }

    private @Nullable String ofWord() {
        boolean relation = text(1).equals("a") || is(1, RulesLexer.PNAME);
        if (text.equals("not") && (text(-1).equals("then") || is(1, RulesLexer.PNAME))) {
            return "‘not’ before the triple of a condition; a conclusion cannot be negated, but has contrary relations";
        }
        if (text(-1).equals("then") && Set.of("if", "unless", "when").contains(text)) {
            return "putting this part before ‘then’";
        }
        if (text.equals("a") && Set.of("is", "be", "has").contains(text(-1))) {
            return "leaving out ‘" + text(-1) + "’: a " + text(1);
        }
        if (WORDS.containsKey(text)) {
            return WORDS.get(text);
        }
        if (is(0, RulesLexer.ID) && relation) {
            return "?" + text.replace('-', '_') + " or :" + text;
        }
        return is(0, RulesLexer.ID) && text(-1).equals("a") ? ":" + text : null;
    }

    private @Nullable Token at(int offset) {
        int index = token.getTokenIndex() + offset;
        return index < 0 || index >= tokens.size() ? null : tokens.get(index);
    }

    private String text(int offset) {
        Token found = at(offset);
        return found == null ? "" : found.getText();
    }

    private boolean is(int offset, int type) {
        Token found = at(offset);
        return found != null && found.getType() == type;
    }

    /** @return whether no blank stands between the two */
    private boolean adjacent(int from, int to) {
        Token first = at(from);
        Token last = at(to);
        return first != null
                && last != null
                && last.getStopIndex() - first.getStartIndex() + 1
                        == text(from).length() + text(from + 1).length() + text(to).length();
    }
}
