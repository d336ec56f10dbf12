package warrant.llm.token;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** How text is cut into pieces, inside which tokens are merged. Each rule cuts what the rule before it left uncut. */
public final class Splitting {
    private static final String CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
    private static final String WORDS = "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+";
    private static final String REST = "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    private static final String GPT2 =
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
    private static final String HAN = "[一-龥ࠀ-一가-퟿]+";

    /** By the names that GGUF files give them. */
    private static final Map<String, List<String>> NAMED = Map.ofEntries(
            Map.entry("qwen2", List.of(CONTRACTIONS + WORDS + "|\\p{N}" + REST)),
            Map.entry("deepseek-r1-qwen", List.of(CONTRACTIONS + WORDS + "|\\p{N}" + REST)),
            Map.entry("llama-bpe", List.of(CONTRACTIONS + WORDS + "|\\p{N}{1,3}" + REST)),
            Map.entry("llama3", List.of(CONTRACTIONS + WORDS + "|\\p{N}{1,3}" + REST)),
            Map.entry("llama-v3", List.of(CONTRACTIONS + WORDS + "|\\p{N}{1,3}" + REST)),
            Map.entry("smollm", List.of("\\p{N}", GPT2)),
            Map.entry("gpt-2", List.of(GPT2)),
            Map.entry("default", List.of(GPT2)),
            Map.entry(
                    "deepseek-llm",
                    List.of(
                            "[\\r\\n]",
                            "\\s?[\\p{Lu}\\p{Ll}\\p{Lt}]+",
                            "\\s?[!-/:-~！-／：-～‘-‟　-。]+",
                            "\\s+$",
                            HAN,
                            "\\p{N}+")),
            Map.entry("deepseek-coder", List.of("[\\r\\n]", "\\s?\\p{L}+", "\\s?\\p{P}+", HAN, "\\p{N}")),
            Map.entry(
                    "deepseek-v3",
                    List.of(
                            "\\p{N}{1,3}",
                            "[一-龥぀-ゟ゠-ヿ]+",
                            "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+"
                                    + "|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\\r\\n]*"
                                    + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+")));

    private final List<Pattern> rules;

    private Splitting(List<String> rules) {
        this.rules = rules.stream()
                .map(rule -> Pattern.compile(rule, Pattern.UNICODE_CHARACTER_CLASS))
                .toList();
    }

    /** @throws ModelException with code {@code USER} if there are no rules of this name */
    static Splitting named(String name, Path file) {
        List<String> rules = NAMED.get(name);
        if (rules == null) {
            throw new ModelException(
                    Code.USER,
                    file + " splits its text as '" + name + "'; these can be read: "
                            + String.join(", ", new TreeSet<>(NAMED.keySet())));
        }
        return new Splitting(rules);
    }

    /** @throws ModelException with code {@code USER} if a rule is no regular expression that is understood */
    static Splitting by(List<String> rules, Path file) {
        try {
            return new Splitting(rules);
        } catch (PatternSyntaxException failure) {
            throw new ModelException(
                    Code.USER,
                    file + " splits its text by a rule that is not understood: " + failure.getPattern(),
                    failure);
        }
    }

    /** @return what GGUF files call these rules, if they do */
    public static Optional<String> nameOf(List<String> rules) {
        return NAMED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(rules))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
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
            if (matcher.end() > matcher.start()) {
                into.add(matcher.group());
            }
            at = matcher.end();
        }
        if (at < piece.length()) {
            into.add(piece.substring(at));
        }
    }
}
