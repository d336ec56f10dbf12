package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import warrant.graph.Ontology;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.RuleEngine;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.language.trial.Outcome;
import warrant.rules.language.trial.Trial;

/** Each library is sound rules, laid out, and does what its own tests expect, on both engines. */
final class LibraryTest {
    private static final Ontology NOTHING =
            new Ontology("urn:t#", java.util.Map.of(), java.util.Map.of(), java.util.Map.of(), java.util.Map.of());

    static Stream<Library> libraries() {
        return Library.all().stream();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void every_expectation_is_met(Library library) {
        Parsed parsed = RuleLanguage.parse(List.of(library.rules()), NOTHING, MatterSettings.NONE);
        assertThat(parsed.errors()).extracting(Problem::text).isEmpty();
        RuleBase rules = parsed.ruleBase().orElseThrow();
        RuleTests.Read tests = RuleTests.read(List.of(library.tests()), rules, NOTHING, MatterSettings.NONE);
        assertThat(tests.problems()).extracting(Problem::text).isEmpty();

        for (RuleEngine engine : List.of(new ForwardEngine(), new DroolsEngine())) {
            Trial trial = new Trial(engine, rules, LocalDate.of(2024, 6, 1), Limits.GENEROUS);
            List<Outcome> outcomes = tests.tests().stream()
                    .flatMap(test -> trial.run(test).stream())
                    .toList();
            assertThat(outcomes).hasSizeGreaterThan(4);
            assertThat(outcomes.stream().filter(outcome -> !outcome.passed()).map(Outcome::text))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void it_is_laid_out(Library library) {
        assertThat(RuleFormat.of(library.rules(), false).text())
                .isEqualTo(library.rules().text());
        assertThat(RuleFormat.of(library.tests(), true).problems()).isEmpty();
    }

    @Test
    void all_together_are_one_rule_base() {
        List<SourceText> all = Library.all().stream().map(Library::rules).toList();

        assertThat(all).hasSize(4);
        assertThat(RuleLanguage.parse(all, NOTHING, MatterSettings.NONE).problems())
                .extracting(Problem::text)
                .as("but for what a matter has to supply")
                .allMatch(problem -> problem.contains("nothing supplies"));
    }
}
