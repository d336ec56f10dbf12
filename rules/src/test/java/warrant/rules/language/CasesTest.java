package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.RuleEngine;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.language.trial.Outcome;
import warrant.rules.language.trial.Trial;

/** The sentences of the language, each as a test in the language itself: {@code src/test/resources/language}. */
final class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/language");
    private static final List<RuleEngine> ENGINES = List.of(new ForwardEngine(), new DroolsEngine());

    static Stream<Arguments> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            List<Arguments> cases = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".rules"))
                    .sorted()
                    .forEach(file -> ENGINES.forEach(
                            engine -> cases.add(Arguments.of(file.getFileName().toString(), engine))));
            assertThat(cases).isNotEmpty();
            return cases.stream();
        }
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("cases")
    void every_expectation_is_met(String file, RuleEngine engine) throws IOException {
        Parsed parsed = RuleLanguage.parse(List.of(source(file)), Supply.ONTOLOGY, Supply.SETTINGS);
        assertThat(parsed.errors()).extracting(Problem::text).isEmpty();
        RuleBase rules = parsed.ruleBase().orElseThrow();
        RuleTests.Read tests = RuleTests.read(
                List.of(source(file.replace(".rules", ".tests"))), rules, Supply.ONTOLOGY, Supply.SETTINGS);
        assertThat(tests.problems()).extracting(Problem::text).isEmpty();

        Trial trial = new Trial(engine, rules, LocalDate.of(2024, 6, 1), Limits.GENEROUS);
        List<Outcome> outcomes =
                tests.tests().stream().flatMap(test -> trial.run(test).stream()).toList();

        assertThat(outcomes).isNotEmpty();
        assertThat(outcomes.stream().filter(outcome -> !outcome.passed()).map(Outcome::text))
                .isEmpty();
    }

    private static SourceText source(String file) throws IOException {
        return new SourceText(file, Files.readString(CASES.resolve(file), StandardCharsets.UTF_8));
    }
}
