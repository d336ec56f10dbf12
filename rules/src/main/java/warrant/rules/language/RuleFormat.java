package warrant.rules.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import warrant.rules.language.grammar.RulesParser;

/**
 * Lays out rule files and their tests in the one way: a header or condition a line, words one blank apart. Comments and
 * empty lines stay where they are; what the file says does not change.
 */
public final class RuleFormat {
    private static final int HEADER = 2;
    private static final int CONDITION = 7;
    private static final int FACT = 8;

    private final String text;
    /** Where a line begins, by the place of its first token, with its indent. */
    private final Map<Integer, Integer> lines = new HashMap<>();

    private final Set<Integer> items = new HashSet<>();
    /** Tokens that touch the one before them: brackets of calls, percent signs, what a minus negates. */
    private final Set<Integer> tight = new HashSet<>();
    /** Tokens that two blanks part from the one before: conditions within a group. */
    private final Set<Integer> wide = new HashSet<>();

    private final FormatLines out = new FormatLines();

    private RuleFormat(String text) {
        this.text = text;
    }

    /**
     * What came of it.
     *
     * @param text the file as it should be; as it was where it cannot be read
     * @param problems why it cannot be read; empty where it was
     */
    public record Formatted(String text, List<Problem> problems) {
        public Formatted {
            problems = List.copyOf(problems);
        }
    }

    /** @param tests whether the file holds tests rather than rules */
    public static Formatted of(SourceText file, boolean tests) {
        Problems problems = new Problems();
        RuleFormat format = new RuleFormat(file.text());
        if (tests) {
            Syntax.tests(file, problems).read().forEach(format::item);
        } else {
            Syntax.rules(file, problems).read().forEach(format::item);
        }
        return problems.errors() > 0
                ? new Formatted(file.text(), problems.list())
                : new Formatted(format.write(Syntax.tokens(file)), List.of());
    }

    private void item(ParserRuleContext item) {
        items.add(start(item));
        lines.put(start(item), 0);
        mark(item);
    }

    private static int start(ParserRuleContext context) {
        return context.getStart().getStartIndex();
    }

    private void mark(ParserRuleContext context) {
        switch (context) {
            case RulesParser.HeaderContext header -> lines.put(start(header), HEADER);
            case RulesParser.ExceptionContext exception -> {
                lines.put(start(exception), HEADER);
                conditions(exception.body());
            }
            case RulesParser.RuleDeclContext rule -> rule(rule);
            case RulesParser.SayingContext saying -> lines.put(start(saying), HEADER);
            case RulesParser.PrefixDeclContext prefix when prefix.id() != null -> touching(prefix, ":");
            case RulesParser.CallContext call -> touching(call, "(");
            case RulesParser.FreshContext fresh -> touching(fresh, "(");
            case RulesParser.UnaryContext unary -> negated(unary);
            case RulesParser.ObjectContext object -> negated(object);
            case RulesParser.GroupContext group ->
                group.body().condition().stream().skip(1).forEach(each -> wide.add(start(each)));
            case RulesParser.TestPartContext part -> {
                lines.put(start(part), HEADER);
                if (part instanceof RulesParser.GivenContext given) {
                    given.fact().stream().skip(1).forEach(fact -> lines.put(start(fact), FACT));
                }
            }
            default -> {
                // laid out as words one blank apart
            }
        }
        for (int i = 0; i < context.getChildCount(); i++) {
            if (context.getChild(i) instanceof ParserRuleContext child) {
                mark(child);
            }
        }
    }

    private void rule(RulesParser.RuleDeclContext rule) {
        for (int i = 0; i < rule.getChildCount(); i++) {
            ParseTree child = rule.getChild(i);
            if (Set.of("if", "then").contains(child.getText()) && child.getPayload() instanceof Token token) {
                lines.put(token.getStartIndex(), HEADER);
            }
        }
        if (rule.body() != null) {
            conditions(rule.body());
        }
        rule.head().triple().stream().skip(1).forEach(triple -> lines.put(start(triple), CONDITION));
    }

    private void conditions(RulesParser.BodyContext body) {
        body.condition().stream().skip(1).forEach(each -> lines.put(start(each), CONDITION));
    }

    private void touching(ParserRuleContext context, String bracket) {
        for (int i = 0; i < context.getChildCount(); i++) {
            if (context.getChild(i).getText().equals(bracket)
                    && context.getChild(i).getPayload() instanceof Token token) {
                tight.add(token.getStartIndex());
            }
        }
    }

    private void negated(ParserRuleContext context) {
        if (context.getStart().getText().equals("-") && context.getChildCount() > 1) {
            tight.add(((ParserRuleContext) context.getChild(1)).getStart().getStartIndex());
        }
    }

    private String write(List<Token> tokens) {
        int end = 0;
        String before = "";
        for (Token token : tokens) {
            int begin = text.offsetByCodePoints(0, token.getStartIndex());
            gap(text.substring(end, begin), token, before);
            out.word(token.getText());
            before = token.getText();
            end = text.offsetByCodePoints(begin, token.getStopIndex() - token.getStartIndex() + 1);
        }
        comments(text.substring(end), 0, false);
        return out.text();
    }

    private void gap(String between, Token token, String before) {
        int at = token.getStartIndex();
        Integer indent = lines.get(at);
        boolean spaced = items.contains(at) && Set.of("rule", "presume", "test").contains(token.getText());
        boolean parted = comments(between, indent == null ? CONDITION : indent, spaced);
        if (indent != null) {
            out.line(indent, parted);
        } else if (!isTight(token, before)) {
            out.blank(wide.contains(at) ? 2 : padding(before, token));
        }
    }

    /** The words that begin a line of conditions stand in a column of their own. */
    private int padding(String before, Token token) {
        return switch (before) {
            case "if" -> out.isFirst("if") ? 3 : 1;
            case "say" -> out.isFirst("say") && token.getType() == RulesParser.STRING ? 2 : 1;
            default -> 1;
        };
    }

    private boolean isTight(Token token, String before) {
        String word = token.getText();
        return tight.contains(token.getStartIndex())
                || before.isEmpty()
                || before.equals("(")
                || word.equals(",")
                || word.equals(")")
                || word.equals(";")
                || word.equals("%");
    }

    /**
     * Writes the comments between two words.
     *
     * @param spaced whether an empty line belongs before the next word, or before the comments upon it
     * @return whether an empty line belongs before the next word
     */
    private boolean comments(String between, int indent, boolean spaced) {
        String[] parts = between.split("\n", -1);
        boolean parted = spaced;
        for (int i = 0; i < parts.length; i++) {
            String comment = parts[i].strip();
            if (comment.isEmpty()) {
                parted |= i > 0 && i < parts.length - 1;
            } else if (i == 0 && !out.isEmpty()) {
                out.trailing(comment);
            } else {
                out.comment(comment, indent, parted);
                parted = false;
            }
        }
        return parted;
    }
}
