package warrant.orchestrator.eval.sara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.orchestrator.eval.suite.DataSets;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Item.Outcome;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.SuiteException;

class SaraSuiteTest {
    private static final int SAMPLE = Integer.getInteger("sara.cases", 24);

    @TempDir
    private Path folder;

    @Test
    void the_statute_decides_cases_that_were_written_for_it() throws IOException {
        try (InputStream cases = getClass().getResourceAsStream("/sara-sample/cases.jsonl")) {
            Files.copy(java.util.Objects.requireNonNull(cases), folder.resolve("cases.jsonl"));
        }

        Report report = new SaraSuite().run(Request.of(folder));

        assertThat(report.items().stream().filter(item -> item.outcome() == Outcome.WRONG))
                .isEmpty();
        assertThat(report.items().stream().filter(item -> item.outcome() == Outcome.ABSTAINED))
                .extracting(Item::id)
                .containsExactly("unknown_x");
        assertThat(report.measure("… with accepted proofs")).isEqualTo(report.measure("goals that hold"));
        assertThat(report.notes()).anyMatch(note -> note.contains("statutes"));
    }

    @Test
    void a_sample_of_the_public_cases_is_decided_rightly_and_the_statutes_say_what_is_cited() {
        Path data = DataSets.folder("sara");

        Report report = new SaraSuite().run(new Request(data, SAMPLE, Request.SEED, Map.of(), told -> {}));

        assertThat(report.count(Outcome.RIGHT)).isEqualTo(SAMPLE);
        assertThat(report.measure("citations not found")).isZero();
        assertThat(report.measure("… with accepted proofs")).isEqualTo(report.measure("goals that hold"));
    }

    @Test
    void a_folder_without_cases_is_an_error() {
        assertThatThrownBy(() -> new SaraSuite().run(Request.of(folder)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("cases.jsonl");
    }
}
