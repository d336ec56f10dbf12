package warrant.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import warrant.rules.language.grammar.RulesLexer;
import warrant.rules.language.grammar.RulesParser;

/** What a person is told about a token that cannot stand where it stands. */
record SyntaxMessage(Token token, String message, @Nullable String suggestion) {
    private static final Set<String> HEADERS = Set.of("cites", "rank", "enacted", "overrides", "in");
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/");
    private static final int SHOWN = 7;
    private static final int LONGEST = 40;

    private static final Map<Integer, String> KINDS = Map.of(
            RulesLexer.VAR, "a variable such as ?x",
            RulesLexer.PNAME, "a name such as :owns",
            RulesLexer.IRIREF, "an IRI such as <urn:x>",
            RulesLexer.ENTITY, "an entity such as @\"Label\"",
            RulesLexer.STRING, "a text in \"…\"",
            RulesLexer.DATE, "a date such as 2024-06-04",
            RulesLexer.NUMBER, "a number",
            RulesLexer.CURRENCY, "a currency such as EUR",
            RulesLexer.ID, "a name of letters, digits, - and _");

    private static final Map<String, String> STRAYS = Map.ofEntries(
            Map.entry("“", "straight quotation marks: \""),
            Map.entry("”", "straight quotation marks: \""),
            Map.entry("„", "straight quotation marks: \""),
            Map.entry("«", "straight quotation marks: \""),
            Map.entry("»", "straight quotation marks: \""),
            Map.entry("‘", "straight quotation marks: \""),
            Map.entry("’", "straight quotation marks: \""),
            Map.entry("'", "double quotation marks: \""),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("−", "-"),
            Map.entry("×", "*"),
            Map.entry("≤", "<="),
            Map.entry("≥", ">="),
            Map.entry("≠", "!="),
            Map.entry("?", "a variable: ? and a letter"),
            Map.entry("@", "an entity: @\"Label\""),
            Map.entry("&", "leaving it out: conditions follow each other"),
            Map.entry(".", "leaving it out: conditions follow each other"));

    void report(Problems problems, String file) {
        problems.error(Place.of(file, token), message, suggestion);
    }

    /** @param starts the words that begin an item */
    static SyntaxMessage noItem(Token token, Set<String> starts) {
        SyntaxMessage special = special(token);
        if (special != null) {
            return special;
        }
        String word = token.getText();
        if (OPERATORS.contains(word)) {
            return expression(token);
        }
        String suggestion = Nearest.to(word, starts).orElse(null);
        if (starts.contains("rule") && suggestion == null) {
            suggestion = switch (word) {
                case "and" -> "leaving it out: conclusions follow each other";
                case "if", "unless" -> "moving this part before ‘then’";
                case "not" -> "a contrary relation: a head cannot be negated";
                default -> HEADERS.contains(word) ? "moving this header before ‘if’ and ‘then’" : null;
            };
        }
        return new SyntaxMessage(
                token, "expected " + String.join(", ", new TreeSet<>(starts)) + "; found " + shown(token), suggestion);
    }

    static SyntaxMessage of(Parser parser, CommonTokenStream tokens, FirstErrorEnds.Stop stop) {
        Token token = stop.error().getOffendingToken();
        SyntaxMessage known = Slips.known(tokens, token);
        SyntaxMessage special = known == null ? special(token) : known;
        if (special != null) {
            return special;
        }
        boolean call = stop.reading() instanceof RulesParser.ObjectContext && isCall(tokens, token);
        boolean operator = OPERATORS.contains(token.getText())
                && !(stop.reading() instanceof RulesParser.HeaderContext)
                && !isLead(stop.reading());
        if (operator || call) {
            return expression(token);
        }
        String cure = Slips.cure(tokens, token);
        if (isLead(stop.reading())
                && (token.getText().equals("(") || token.getText().equals("-"))) {
            return new SyntaxMessage(
                    token,
                    "a condition cannot begin with " + shown(token),
                    cure == null ? "turning the comparison round, or assigning first: ?x = …" : cure);
        }
        if (stop.reading() instanceof RulesParser.ConditionContext
                && stop.error() instanceof NoViableAltException unclear) {
            return condition(tokens, token, unclear.getStartToken());
        }
        IntervalSet expected = stop.error().getExpectedTokens();
        String message =
                "expected " + expected(stop.reading(), expected, parser.getVocabulary()) + "; found " + shown(token);
        return new SyntaxMessage(
                token,
                message,
                cure == null ? suggestion(token, stop.reading(), expected, parser.getVocabulary()) : cure);
    }

    /** A condition that began well, but is none as a whole. */
    private static SyntaxMessage condition(CommonTokenStream tokens, Token token, Token start) {
        int read = token.getTokenIndex() - start.getTokenIndex();
        if (read == 1 && start.getType() == RulesLexer.ID) {
            String slip = Slips.cure(tokens, start);
            String cure = slip == null && start.getText().equals("and")
                    ? "leaving it out: conditions follow each other"
                    : slip;
            return new SyntaxMessage(start, "expected a condition; found " + shown(start), cure);
        }
        String expected = read == 1 ? "a relation or a comparison after " + shown(start) : "the rest of this condition";
        return new SyntaxMessage(token, "expected " + expected + "; found " + shown(token), Slips.cure(tokens, token));
    }

    private static boolean isLead(ParserRuleContext reading) {
        return reading instanceof RulesParser.ConditionContext
                || reading instanceof RulesParser.BodyContext
                || reading instanceof RulesParser.FirstPrimaryContext;
    }

    private static boolean isCall(CommonTokenStream tokens, Token token) {
        int next = token.getTokenIndex() + 1;
        return token.getText().equals("(")
                || (token.getType() != Token.EOF && tokens.get(next).getText().equals("("));
    }

    private static SyntaxMessage expression(Token token) {
        return new SyntaxMessage(
                token,
                "an object is a term or a value, never an expression; found " + shown(token),
                "assigning it first: ?x = …, then ?x as the object");
    }

    private static @Nullable SyntaxMessage special(Token token) {
        return switch (token.getType()) {
            case RulesLexer.OPEN_STRING ->
                new SyntaxMessage(token, "a text that is not closed on its line", "a quotation mark at its end");
            case RulesLexer.BAD_STRING ->
                new SyntaxMessage(token, "in a text, \\ stands only before \" or \\", "\\\\ for a single \\");
            case RulesLexer.STRAY ->
                new SyntaxMessage(
                        token, "the character " + shown(token) + " cannot stand here", STRAYS.get(token.getText()));
            default -> null;
        };
    }

    private static String expected(ParserRuleContext reading, IntervalSet expected, Vocabulary vocabulary) {
        boolean afterBody = expected.contains(type(vocabulary, "then"));
        return switch (reading) {
            case RulesParser.VerbContext v -> "a relation such as :owns, or a";
            case RulesParser.ObjectContext o -> "an object: a variable, an entity or a value";
            case RulesParser.SubjectContext s -> "a subject: a variable or an entity";
            case RulesParser.HeadContext h -> "a conclusion";
            case RulesParser.RuleDeclContext r
            when afterBody && (r.body() != null || !r.exception().isEmpty()) -> "a further condition, unless or then";
            case RulesParser.RuleDeclContext r
            when afterBody -> "cites, rank, enacted, overrides, in force, if or then";
            case RulesParser.TestDeclContext t -> "given, as of or expect";
            case RulesParser.ConditionContext c -> "a condition";
            case RulesParser.BodyContext c -> "a condition";
            case RulesParser.FirstPrimaryContext c -> "a condition";
            case RulesParser.GroupContext g -> "a condition or }";
            default -> listed(expected, vocabulary);
        };
    }

    private static String listed(IntervalSet expected, Vocabulary vocabulary) {
        if (expected.contains(RulesLexer.NUMBER) && expected.contains(RulesLexer.VAR)) {
            return "a value or a variable";
        }
        if (expected.contains(RulesLexer.ENTITY) && expected.contains(RulesLexer.VAR)) {
            return "a variable or an entity";
        }
        if (expected.contains(RulesLexer.ID)) {
            return Objects.requireNonNull(KINDS.get(RulesLexer.ID));
        }
        List<String> names = new ArrayList<>();
        for (int type : expected.toArray()) {
            String kind = KINDS.get(type);
            String literal = vocabulary.getLiteralName(type);
            if (kind != null) {
                names.add(kind);
            } else if (literal != null) {
                names.add(literal.substring(1, literal.length() - 1));
            }
        }
        return names.isEmpty() || names.size() > SHOWN ? "something else" : String.join(" or ", names);
    }

    private static @Nullable String suggestion(
            Token token, ParserRuleContext reading, IntervalSet expected, Vocabulary vocabulary) {
        String word = token.getText();
        if (Set.of("and", ",", ";").contains(word)) {
            return "leaving it out: conditions follow each other";
        }
        if (word.equals("<")) {
            return "an IRI without blanks, closed by >";
        }
        if (expected.contains(type(vocabulary, "then"))
                && (token.getType() == Token.EOF || word.equals("rule") || word.equals("presume"))) {
            return "‘then’ and a conclusion";
        }
        if (reading instanceof RulesParser.VerbContext && word.matches("\\p{L}[\\p{L}0-9_-]*")) {
            return ":" + word;
        }
        if (reading instanceof RulesParser.RuleDeclContext && HEADERS.contains(word)) {
            return "moving this header before ‘if’";
        }
        List<String> words = new ArrayList<>();
        for (int type : expected.toArray()) {
            String literal = vocabulary.getLiteralName(type);
            if (literal != null && Character.isLetter(literal.charAt(1))) {
                words.add(literal.substring(1, literal.length() - 1));
            }
        }
        return Character.isLetter(word.codePointAt(0)) ? Nearest.to(word, words).orElse(null) : null;
    }

    private static int type(Vocabulary vocabulary, String word) {
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            if (("'" + word + "'").equals(vocabulary.getLiteralName(type))) {
                return type;
            }
        }
        return Token.INVALID_TYPE;
    }

    static String shown(Token token) {
        if (token.getType() == Token.EOF) {
            return "the end of the file";
        }
        int[] text = token.getText().codePoints().toArray();
        return text.length > LONGEST ? "‘" + new String(text, 0, LONGEST) + "…’" : "‘" + token.getText() + "’";
    }
}
