package warrant.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import warrant.rules.language.grammar.RulesLexer;
import warrant.rules.language.grammar.RulesParser;

/** Reads a file item by item. An error ends its item; reading goes on where the next item begins a line. */
final class Syntax {
    private static final int MAX_CHARACTERS = 4_000_000;
    private static final int MAX_TOKENS = 400_000;
    private static final int MAX_DEPTH = 60;
    private static final int MAX_OPERATIONS = 500;
    private static final Set<String> OPERATIONS = Set.of("+", "-", "*", "/");
    private static final Set<String> EXPRESSION_STARTS =
            Set.of("=", "!=", "<", "<=", ">", ">=", "{", "}", "if", "unless", "then");

    private static final Set<String> RULE_STARTS =
            Set.of("prefix", "contrary", "abducible", "functional", "rule", "presume");
    private static final Set<String> TEST_STARTS = Set.of("prefix", "test");

    private final SourceText source;
    private final Problems problems;
    private final Set<String> starts;
    private final Function<RulesParser, ParserRuleContext> item;

    private final List<Token> skipped = new ArrayList<>();

    /**
     * What was read of a file.
     *
     * @param skipped the words of the items that could not be read
     */
    record Items<T>(List<T> read, List<Token> skipped) {}

    private Syntax(
            SourceText source, Problems problems, Set<String> starts, Function<RulesParser, ParserRuleContext> item) {
        this.source = source;
        this.problems = problems;
        this.starts = starts;
        this.item = item;
    }

    static Items<RulesParser.RulesItemContext> rules(SourceText source, Problems problems) {
        return new Syntax(source, problems, RULE_STARTS, RulesParser::rulesItem)
                .items(RulesParser.RulesItemContext.class);
    }

    static Items<RulesParser.TestsItemContext> tests(SourceText source, Problems problems) {
        return new Syntax(source, problems, TEST_STARTS, RulesParser::testsItem)
                .items(RulesParser.TestsItemContext.class);
    }

    /** @return the words of a file, in order */
    static List<Token> tokens(SourceText source) {
        RulesLexer lexer = new RulesLexer(CharStreams.fromString(source.text(), source.name()));
        lexer.removeErrorListeners();
        return lexer.getAllTokens().stream().map(Token.class::cast).toList();
    }

    private <T extends ParserRuleContext> Items<T> items(Class<T> type) {
        return new Items<>(items().stream().map(type::cast).toList(), skipped);
    }

    private List<ParserRuleContext> items() {
        if (!isReadable()) {
            return List.of();
        }
        RulesLexer lexer = new RulesLexer(CharStreams.fromString(source.text(), source.name()));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        if (!isWithinLimits(tokens.getTokens())) {
            return List.of();
        }
        RulesParser parser = new RulesParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new FirstErrorEnds());
        List<ParserRuleContext> items = new ArrayList<>();
        while (tokens.LA(1) != Token.EOF) {
            ParserRuleContext read = item(parser, tokens);
            if (read != null) {
                items.add(read);
            }
        }
        return items;
    }

    private @Nullable ParserRuleContext item(RulesParser parser, CommonTokenStream tokens) {
        Token first = tokens.LT(1);
        if (!starts.contains(first.getText())) {
            SyntaxMessage.noItem(first, starts).report(problems, source.name());
            skip(tokens, first);
            return null;
        }
        try {
            return item.apply(parser);
        } catch (FirstErrorEnds.Stop stop) {
            RecognitionException error = stop.error();
            SyntaxMessage.of(parser, tokens, stop).report(problems, source.name());
            tokens.seek(Math.max(error.getOffendingToken().getTokenIndex(), first.getTokenIndex() + 1));
            skip(tokens, first);
            return null;
        }
    }

    /** Goes to the next token that begins an item and stands first on its line. */
    private void skip(CommonTokenStream tokens, Token first) {
        seekItem(tokens);
        skipped.addAll(tokens.getTokens().subList(first.getTokenIndex(), tokens.index()));
    }

    private void seekItem(CommonTokenStream tokens) {
        while (tokens.LA(1) != Token.EOF) {
            Token token = tokens.LT(1);
            Token before = tokens.LT(-1);
            boolean firstOnLine = before == null || before.getLine() < token.getLine();
            if (firstOnLine && starts.contains(token.getText())) {
                return;
            }
            tokens.consume();
        }
    }

    private boolean isReadable() {
        String text = source.text();
        if (text.length() > MAX_CHARACTERS) {
            problems.error(
                    whole(), "a file of " + text.length() + " characters; at most " + MAX_CHARACTERS + " are read");
            return false;
        }
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && "\n\r\t\f".indexOf(c) < 0) {
                problems.error(
                        new Place(source.name(), line, column),
                        String.format("not a text file: it holds the character U+%04X", (int) c));
                return false;
            }
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
        return true;
    }

    private boolean isWithinLimits(List<Token> tokens) {
        if (tokens.size() > MAX_TOKENS) {
            problems.error(whole(), "a file of more than " + MAX_TOKENS + " words", "splitting it into several files");
            return false;
        }
        int depth = 0;
        int operations = 0;
        for (Token token : tokens) {
            String text = token.getText();
            depth += text.equals("(") || text.equals("{") ? 1 : 0;
            depth -= text.equals(")") || text.equals("}") ? 1 : 0;
            operations = EXPRESSION_STARTS.contains(text) ? 0 : operations + (OPERATIONS.contains(text) ? 1 : 0);
            if (depth > MAX_DEPTH || operations > MAX_OPERATIONS) {
                problems.error(
                        Place.of(source.name(), token),
                        depth > MAX_DEPTH
                                ? "brackets more than " + MAX_DEPTH + " deep"
                                : "an expression of more than " + MAX_OPERATIONS + " operations",
                        "assigning parts of it to variables first");
                return false;
            }
        }
        return true;
    }

    private Place whole() {
        return new Place(source.name(), 0, 0);
    }
}
