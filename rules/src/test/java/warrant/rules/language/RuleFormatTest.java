package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import warrant.rules.Rule;

/** Layout changes, what a file says does not. */
final class RuleFormatTest {
    private static String format(String text) {
        RuleFormat.Formatted formatted = RuleFormat.of(new SourceText("t.rules", text), false);
        assertThat(formatted.problems()).isEmpty();
        return formatted.text();
    }

    @Test
    void a_header_or_condition_a_line_and_comments_stay() {
        String text = """
            # of payment
            functional   :dueOn
            rule due "Due"   rank contract # by the agreement
             if ?i :issuedOn ?d   not { ?i :paidOn ?p ?p>?d }
               # thirty days
             ?due=next-business-day( ?d+30 days )  ?x = - 4 %   then ?i :dueOn ?due,?i :late true
             say "due {?due}"    say   de "fällig {?due}"
            """;

        assertThat(format(text)).isEqualTo("""
            # of payment
            functional :dueOn

            rule due "Due"
              rank contract  # by the agreement
              if   ?i :issuedOn ?d
                   not { ?i :paidOn ?p  ?p > ?d }
                   # thirty days
                   ?due = next-business-day(?d + 30 days)
                   ?x = -4%
              then ?i :dueOn ?due,
                   ?i :late true
              say  "due {?due}"
              say de "fällig {?due}"
            """);
    }

    @Test
    void files_say_the_same_and_stay_as_they_are_the_second_time() throws IOException {
        List<Path> files = files("src/test/resources/language", "../matters", "../orchestrator/src/main/resources");
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            same(Files.readString(file), isTests(file), file.toString());
        }
    }

    @Test
    void all_shipped_files_are_laid_out() throws IOException {
        List<Path> files = files("src/main/resources", "../matters", "../orchestrator/src/main/resources");
        assertThat(files).hasSizeGreaterThan(20);
        for (Path file : files) {
            String text = Files.readString(file);
            assertThat(RuleFormat.of(new SourceText("t", text), isTests(file)).text())
                    .as("warrant rules fmt " + file)
                    .isEqualTo(text);
        }
    }

    private static List<Path> files(String... roots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : roots) {
            try (Stream<Path> walk = Files.walk(Path.of(root))) {
                walk.filter(file -> file.toString().endsWith(".rules") || isTests(file))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static boolean isTests(Path file) {
        return file.toString().endsWith(".tests");
    }

    private static void same(String text, boolean tests, String which) {
        RuleFormat.Formatted once = RuleFormat.of(new SourceText("t", text), tests);
        assertThat(once.problems()).as(which).isEmpty();
        assertThat(words(once.text())).as(which).isEqualTo(words(text));
        assertThat(comments(once.text())).as(which).isEqualTo(comments(text));
        assertThat(RuleFormat.of(new SourceText("t", once.text()), tests).text())
                .as(which)
                .isEqualTo(once.text());
    }

    private static List<String> words(String text) {
        return Syntax.tokens(new SourceText("t", text)).stream()
                .map(Token::getText)
                .toList();
    }

    private static long comments(String text) {
        return text.chars().filter(c -> c == '#').count();
    }

    @Test
    void random_rules_read_back_as_the_same_rules() {
        long seed = Long.getLong("seed", System.nanoTime());
        RandomRules random = new RandomRules(seed);
        RuleText writing = new RuleText(RuleLanguage.prefixes(List.of(), Supply.ONTOLOGY));
        for (int i = 0; i < 150; i++) {
            Rule rule = random.rule();
            String text = writing.of(rule).replace("\n", i % 2 == 0 ? " " : "\n\n");
            String formatted = format(text);

            assertThat(RandomRules.readBack(formatted).version())
                    .as("-Dseed=%d%n%s%n%s", seed, text, formatted)
                    .isEqualTo(rule.version());
            same(text, false, text);
        }
    }

    @Test
    void what_cannot_be_read_stays_as_it_is_and_says_why() {
        RuleFormat.Formatted formatted = RuleFormat.of(new SourceText("t.rules", "rule x if then"), false);

        assertThat(formatted.text()).isEqualTo("rule x if then");
        assertThat(formatted.problems()).isNotEmpty();
    }
}
