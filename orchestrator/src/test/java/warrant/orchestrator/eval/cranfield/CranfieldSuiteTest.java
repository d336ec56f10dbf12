package warrant.orchestrator.eval.cranfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.extraction.relate.Level;
import warrant.orchestrator.eval.suite.DataSets;
import warrant.orchestrator.eval.suite.Item.Outcome;
import warrant.orchestrator.eval.suite.NoMinds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.SuiteException;

class CranfieldSuiteTest {
    /** Words alone: neither is asked for. */
    private static final CranfieldSuite SUITE = new CranfieldSuite(NoMinds.at(Level.RULES));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1 2 -1\n1 3 4\n2 3 2\n", "1 0 2 5\n1 0 3 1\n2 0 3 3\n"})
    void both_forms_of_judgements_are_read(String judgements) throws IOException {
        write(judgements);

        Report report = SUITE.run(Request.of(folder));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.RIGHT, Outcome.RIGHT);
        assertThat(report.of()).isEqualTo(2);
        assertThat(report.measure("MAP")).isEqualTo(((1 + 2 / 3.0) / 2 + 1) / 2);
    }

    @Test
    void a_line_that_is_no_judgement_is_named() throws IOException {
        write("1 two 3\n");

        assertThatThrownBy(() -> SUITE.run(Request.of(folder)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("1 two 3");
    }

    @Test
    void a_folder_without_the_collection_is_an_error_that_names_what_is_missing() {
        assertThatThrownBy(() -> SUITE.run(Request.of(folder)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("cran.all");
    }

    @Test
    void words_alone_find_in_the_public_collection_what_bm25_finds() {
        Report report = SUITE.run(Request.of(DataSets.folder("cranfield")));

        assertThat(report.measure("MAP")).isBetween(0.39, 0.45);
    }

    private void write(String judgements) throws IOException {
        Files.writeString(folder.resolve("cran.all.3"), """
                .I 1
                .T
                on kites
                .W
                nothing of use
                .I 2
                .W
                wings lift
                and drag
                .I 3
                .T
                boundary layers
                .W
                """);
        Files.writeString(folder.resolve("cran.qry"), """
                .I 001
                .W
                what lifts
                wings
                .I 007
                .W
                boundary layer
                """);
        Files.writeString(folder.resolve("cranqrel"), judgements);
    }
}
