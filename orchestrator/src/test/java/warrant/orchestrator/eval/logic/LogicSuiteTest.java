package warrant.orchestrator.eval.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.orchestrator.eval.suite.DataSets;
import warrant.orchestrator.eval.suite.Item.Outcome;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.SuiteException;

class LogicSuiteTest {
    private static final String TWO = "[\"A) True\", \"B) False\"]";
    private static final String THREE = "[\"A) True\", \"B) False\", \"C) Unknown\"]";

    @TempDir
    private Path folder;

    @Test
    void programs_are_run_as_recorded_and_a_turned_query_is_flagged() throws IOException {
        write(
                "Small_x_programs.json",
                problem("p1", "Is this true? The kettle is hot.", "A", TWO, "Hot(kettle, True)"),
                problem("p2", "Is this true? The kettle is cold.", "B", TWO, "Cold(kettle, False)"),
                problem("p3", "Is this true? The kettle is not blue.", "B", TWO, "Blue(kettle, False)"));

        Report report = new LogicSuite().run(Request.of(folder).with(LogicSuite.POLARITY));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.RIGHT, Outcome.WRONG, Outcome.RIGHT);
        assertThat(report.measures())
                .containsEntry("Small flipped (proves the contrary of the right answer)", 1.0)
                .containsEntry("Small flipped (proves the contrary of the right answer): flagged", 1.0)
                .containsEntry("Small right, flipped or not: flagged", 0.0)
                .containsEntry("Small accuracy, flagged queries turned", 1.0)
                .containsEntry("proofs accepted", 2.0);
    }

    @Test
    void what_neither_follows_nor_fails_is_unknown_where_that_is_an_option() throws IOException {
        write(
                "Open_x_programs.json",
                problem("p1", "Is this true? The kettle is blue.", "C", THREE, "Blue(kettle, True)"),
                problem("p2", "Is this true? The kettle is cold.", "B", THREE, "Cold(kettle, True)"),
                problem("p3", "Is this true? The kettle is odd.", "A", THREE, "Odd(kettle; True"));

        Report report = new LogicSuite().run(Request.of(folder));

        assertThat(report.items())
                .extracting("outcome")
                .containsExactly(Outcome.RIGHT, Outcome.RIGHT, Outcome.ABSTAINED);
        assertThat(report.notes()).anyMatch(note -> note.contains("p3") && note.contains("Odd(kettle; True"));
    }

    @Test
    void a_folder_without_programs_is_an_error() {
        assertThatThrownBy(() -> new LogicSuite().run(Request.of(folder)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void the_recorded_programs_score_as_measured_elsewhere() {
        Report report =
                new LogicSuite().run(Request.of(DataSets.folder("logic")).with(LogicSuite.POLARITY));

        assertThat(report.measure("ProofWriter accuracy")).isGreaterThanOrEqualTo(0.986);
        assertThat(report.measure("ProntoQA accuracy")).isBetween(0.7, 0.9);
        String flipped = "ProntoQA flipped (proves the contrary of the right answer)";
        assertThat(report.measure(flipped + ": flagged")).isGreaterThanOrEqualTo(0.9 * report.measure(flipped));
        assertThat(report.measure("proofs accepted")).isEqualTo(report.measure("proofs checked"));
    }

    private void write(String file, String... problems) throws IOException {
        Files.writeString(folder.resolve(file), "[" + String.join(",", problems) + "]");
    }

    private static String problem(String id, String question, String answer, String options, String query) {
        String program = """
                Predicates:
                Hot($x, bool) ::: Is x hot?

                Facts:
                Boils(kettle, True) ::: The kettle boils.

                Rules:
                Boils($x, True) >>> Hot($x, True) ::: What boils is hot.
                Hot($x, True) >>> Cold($x, False)

                Query:
                """ + query;
        String escaped = program.replace("\n", "\\n");
        return """
                {"id": "%s", "question": "%s", "answer": "%s",
                 "options": %s, "raw_logic_programs": ["%s"]}""".formatted(id, question, answer, options, escaped);
    }
}
