package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import warrant.rules.language.grammar.RulesLexer;
import warrant.rules.value.Function;

/** What editors colour is what the grammar knows. */
final class EditorGrammarTest {
    private static final Path GRAMMAR = Path.of("src/main/resources/warrant/editor/warrant-rules.tmLanguage.json");

    private static Set<String> coloured() throws IOException {
        String text = Files.readString(GRAMMAR, StandardCharsets.UTF_8);
        Set<String> words = new TreeSet<>();
        Matcher lists = Pattern.compile("\\(([a-z-]+(?:\\|[a-z-]+)+)\\)").matcher(text);
        while (lists.find()) {
            words.addAll(List.of(lists.group(1).split("\\|")));
        }
        return words;
    }

    @Test
    void all_words_of_the_grammar_and_all_functions_are_coloured_and_no_others() throws IOException {
        Set<String> known = new TreeSet<>();
        for (int type = 1; type <= RulesLexer.VOCABULARY.getMaxTokenType(); type++) {
            String literal = RulesLexer.VOCABULARY.getLiteralName(type);
            if (literal != null && literal.matches("'[a-z-]+'") && literal.length() > 3) {
                known.add(literal.substring(1, literal.length() - 1));
            }
        }
        Arrays.stream(Function.values()).map(Function::spelling).forEach(known::add);

        assertThat(known).hasSizeGreaterThan(40);
        assertThat(coloured()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void every_pattern_compiles() throws IOException {
        Matcher patterns = Pattern.compile("\"(?:match|begin|end)\": \"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(Files.readString(GRAMMAR));
        int found = 0;
        while (patterns.find()) {
            Pattern.compile(patterns.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
            found++;
        }
        assertThat(found).isGreaterThan(15);
    }
}
