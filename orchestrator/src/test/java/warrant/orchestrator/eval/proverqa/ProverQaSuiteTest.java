package warrant.orchestrator.eval.proverqa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.orchestrator.eval.suite.DataSets;
import warrant.orchestrator.eval.suite.Item.Outcome;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.SuiteException;

class ProverQaSuiteTest {
    @TempDir
    private Path folder;

    @Test
    void gold_formulas_decide_and_what_rules_cannot_say_is_told() throws IOException {
        Files.writeString(
                folder.resolve("tiny.json"),
                "["
                        + String.join(
                                ",",
                                problem(0, "∀x (rings(x) → wakes(x))", "rings(bell)", "wakes(bell)", "A"),
                                problem(1, "rings(bell) ⊕ hums(bell)", "rings(bell)", "hums(bell)", "B"),
                                problem(2, "rings(bell) ∨ hums(bell)", "old(bell)", "hums(bell)", "C"),
                                problem(3, "∀x ∃y hears(x, y)", "old(bell)", "hums(bell)", "A"),
                                problem(
                                        4,
                                        "keeps_a_promise(kim) → trusted(kim)",
                                        "keep_promises(kim)",
                                        "trusted(kim)",
                                        "A"))
                        + "]");

        Report report = new ProverQaSuite().run(Request.of(folder));

        assertThat(report.items())
                .extracting("outcome")
                .containsExactly(Outcome.RIGHT, Outcome.RIGHT, Outcome.RIGHT, Outcome.ABSTAINED, Outcome.WRONG);
        assertThat(report.measure("tiny accuracy, inflected names read as one")).isEqualTo(0.8);
        assertThat(report.measure("proofs accepted")).isEqualTo(2);
        assertThat(report.notes()).anyMatch(note -> note.contains("tiny-3") && note.contains("∃y"));
    }

    @Test
    void a_folder_without_formulas_is_an_error() {
        assertThatThrownBy(() -> new ProverQaSuite().run(Request.of(folder))).isInstanceOf(SuiteException.class);
    }

    @Test
    void a_sample_of_the_public_problems_is_answered_by_their_formulas() {
        Path data = DataSets.folder("proverqa");

        Report report = new ProverQaSuite().run(new Request(data, 100, Request.SEED, Map.of(), told -> {}));

        assertThat(report.count(Outcome.RIGHT)).isGreaterThanOrEqualTo(95);
        assertThat(report.measure("proofs accepted")).isEqualTo(report.measure("proofs checked"));
    }

    private static String problem(int id, String first, String second, String conclusion, String answer) {
        return """
                {"id": %d, "nl2fol": {"one": "%s", "two": "%s"},
                 "conclusion_fol": "%s", "answer": "%s"}""".formatted(id, first, second, conclusion, answer);
    }
}
