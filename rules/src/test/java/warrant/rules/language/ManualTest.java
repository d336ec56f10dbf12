package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import warrant.rules.RuleBase;
import warrant.rules.value.Function;

/** What docs/rules.md shows can be read, and it leaves no function out. */
final class ManualTest {
    private static final Path MANUAL = Path.of("../docs/rules.md");
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    /** Relations that the examples take for granted. */
    private static final String REST = """
            rule rest then :x :validNotice true, :x :invalidNotice true, :x :overdueAmount EUR 1,
              :x :payableTo :y, :x :payableBy :z
            """;

    @Test
    void its_examples_can_be_read() throws IOException {
        List<SourceText> rules = new ArrayList<>(List.of(new SourceText("rest", REST)));
        List<SourceText> tests = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(MANUAL));
        while (block.find()) {
            String example = block.group(2);
            if (block.group(1).isEmpty()) {
                (example.startsWith("test") ? tests : rules).add(new SourceText("example " + rules.size(), example));
            }
        }

        Parsed parsed = RuleLanguage.parse(rules, Supply.ONTOLOGY, Supply.SETTINGS);

        assertThat(rules).hasSizeGreaterThan(4);
        assertThat(parsed.errors()).extracting(Problem::text).isEmpty();
        RuleBase base = parsed.ruleBase().orElseThrow();
        assertThat(RuleTests.read(tests, base, Supply.ONTOLOGY, Supply.SETTINGS).problems())
                .extracting(Problem::text)
                .isEmpty();
        assertThat(tests).isNotEmpty();
    }

    @Test
    void it_names_every_function() throws IOException {
        String manual = Files.readString(MANUAL);

        for (Function function : Function.values()) {
            assertThat(manual).contains(function.spelling() + "(");
        }
    }
}
