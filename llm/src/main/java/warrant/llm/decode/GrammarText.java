package warrant.llm.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * Context-free grammars as text: {@code name ::= …} line by line, the answer by the rule {@code root}. A rule is made
 * of {@code "text"}, {@code [a-z]}, names, {@code ( … )}, {@code |}, {@code * + ? {2,3}} and comments behind {@code #}.
 */
final class GrammarText {
    private static final Pattern BLANK = Pattern.compile("(?:\\s|#[^\\n]*)+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern RULE = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)\\s*::=");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SET = Pattern.compile("\\[(?:[^\\]\\\\]|\\\\.)+]");
    private static final Pattern SIGN = Pattern.compile("[*+?]");
    private static final Pattern COUNTS = Pattern.compile("\\{([0-9]{1,4})(?:(,)([0-9]{0,4}))?}");
    /** What is special in a regular expression and stands for itself in a text. */
    private static final Pattern SPECIAL = Pattern.compile("\\\\.|[\\[\\](){}.*+?^$|]");

    private final String text;
    private final Rules rules = new Rules();
    private int at;

    private GrammarText(String text) {
        this.text = text;
    }

    /**
     * @throws ModelException with code {@code USER} if it is not understood, lacks a rule, or one begins with itself
     */
    static Grammar grammar(String text) {
        GrammarText reading = new GrammarText(text);
        reading.blank();
        for (Optional<MatchResult> rule = reading.take(RULE); rule.isPresent(); rule = reading.take(RULE)) {
            String name = rule.get().group(1);
            if (reading.rules.has(name)) {
                throw new ModelException(Code.USER, "a grammar has the rule '" + name + "' twice");
            }
            reading.rules.put(name, reading.options());
        }
        if (reading.at < text.length()) {
            throw reading.refused();
        }
        if (!reading.rules.has("root")) {
            throw new ModelException(Code.USER, "a grammar needs a rule 'root'");
        }
        reading.rules.check();
        return reading.rules.reference("root");
    }

    private Grammar options() {
        List<Grammar> options = new ArrayList<>();
        do {
            List<Grammar> parts = new ArrayList<>();
            while (at < text.length() && !sees('|') && !sees(')') && look(RULE).isEmpty()) {
                parts.add(times(atom()));
            }
            options.add(Grammar.sequence(parts));
        } while (take('|'));
        return Grammar.anyOf(options);
    }

    private Grammar atom() {
        if (take('(')) {
            Grammar group = options();
            if (!take(')')) {
                throw refused();
            }
            return group;
        }
        return take(TEXT)
                .map(found -> expression(quoted(found.group(1))))
                .or(() -> take(SET).map(found -> expression(found.group())))
                .or(() -> take(NAME).map(found -> rules.reference(found.group())))
                .orElseThrow(this::refused);
    }

    private static Grammar expression(String regex) {
        return Regex.grammar(regex, false, Letters::of);
    }

    private static String quoted(String inside) {
        return SPECIAL.matcher(inside)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().length() > 1 ? found.group() : "\\" + found.group()));
    }

    private Grammar times(Grammar item) {
        Optional<MatchResult> counts = take(COUNTS);
        if (counts.isPresent()) {
            MatchResult found = counts.get();
            int least = Integer.parseInt(found.group(1));
            boolean exact = found.group(2) == null;
            int most = exact ? least : found.group(3).isEmpty() ? -1 : Integer.parseInt(found.group(3));
            if (most >= 0 && most < least) {
                throw refused();
            }
            return Grammar.repeat(item, least, most);
        }
        return switch (take(SIGN).map(MatchResult::group).orElse("")) {
            case "*" -> Grammar.repeat(item, 0, -1);
            case "+" -> Grammar.repeat(item, 1, -1);
            case "?" -> Grammar.maybe(item);
            default -> item;
        };
    }

    private Optional<MatchResult> look(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private Optional<MatchResult> take(Pattern pattern) {
        Optional<MatchResult> found = look(pattern);
        found.ifPresent(match -> {
            at = match.end();
            blank();
        });
        return found;
    }

    private boolean sees(char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }

    private boolean take(char sign) {
        boolean there = sees(sign);
        if (there) {
            at++;
            blank();
        }
        return there;
    }

    private void blank() {
        look(BLANK).ifPresent(match -> at = match.end());
    }

    private ModelException refused() {
        int line = 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
        String rest = text.substring(at, Math.min(text.length(), at + 30));
        return new ModelException(
                Code.USER, "a grammar is not understood in line %d, at: %s".formatted(line, rest.strip()));
    }
}
