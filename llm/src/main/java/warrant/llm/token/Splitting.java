package warrant.llm.token;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** How text is cut into pieces, inside which tokens are merged. Each rule cuts what the rule before it left uncut. */
final class Splitting {
    private static final Splitting QWEN2 = new Splitting(
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
                    + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+");
    private static final Splitting SMOLLM = new Splitting(
            "\\p{N}", "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");
    private static final Splitting GPT2 =
            new Splitting("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

    private final List<Pattern> rules;

    private Splitting(String... rules) {
        this.rules = List.of(rules).stream()
                .map(rule -> Pattern.compile(rule, Pattern.UNICODE_CHARACTER_CLASS))
                .toList();
    }

    static Splitting named(String name, Path file) {
        return switch (name) {
            case "qwen2", "deepseek-r1-qwen" -> QWEN2;
            case "smollm" -> SMOLLM;
            case "gpt-2", "default" -> GPT2;
            default ->
                throw new ModelException(
                        Code.USER, file + " splits its text as '" + name + "'; qwen2, smollm and gpt-2 can be read");
        };
    }

    /** @return pieces that together are the text */
    List<String> split(String text) {
        List<String> pieces = List.of(text);
        for (Pattern rule : rules) {
            List<String> finer = new ArrayList<>();
            for (String piece : pieces) {
                cut(rule, piece, finer);
            }
            pieces = finer;
        }
        return pieces;
    }

    private static void cut(Pattern rule, String piece, List<String> into) {
        Matcher matcher = rule.matcher(piece);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                into.add(piece.substring(at, matcher.start()));
            }
            into.add(matcher.group());
            at = matcher.end();
        }
        if (at < piece.length()) {
            into.add(piece.substring(at));
        }
    }
}
