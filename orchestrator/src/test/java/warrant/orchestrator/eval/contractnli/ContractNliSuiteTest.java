package warrant.orchestrator.eval.contractnli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.extraction.relate.Level;
import warrant.llm.encoder.MiniLm;
import warrant.orchestrator.eval.contractnli.Odds.Signs;
import warrant.orchestrator.eval.contractnli.Review.Label;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.NoMinds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.SuiteException;

class ContractNliSuiteTest {
    /** A character beyond the 16-bit plane before the spans: places count code points. */
    private static final String TEXT = "\uD835\uDC34 deed. The tenant shall not keep dogs. Rent is due in March.";

    @TempDir
    private Path folder;

    @Test
    void a_hypothesis_is_found_where_it_stands_and_another_is_not() throws IOException {
        write("[[0, 7], [8, 39], [40, 61]]", "Entailment");

        Report report = run();

        assertThat(report.measure("evidence mAP")).isEqualTo(1);
        assertThat(report.measure("accuracy")).isEqualTo(1);
        assertThat(report.measure("expected calibration error")).isBetween(0.0, 1.0);
        assertThat(report.notes()).anyMatch(note -> note.contains("NotMentioned"));
    }

    @Test
    void spans_are_cut_by_code_points() throws IOException {
        write("[[0, 7], [8, 39], [40, 61]]", "Entailment");

        Review review = Review.read(folder);

        assertThat(review.contracts().getFirst().spans())
                .containsExactly("\uD835\uDC34 deed.", "The tenant shall not keep dogs.", "Rent is due in March.");
    }

    @Test
    void a_span_outside_of_its_text_is_named() throws IOException {
        write("[[0, 7], [8, 3900]]", "Entailment");

        assertThatThrownBy(this::run).isInstanceOf(SuiteException.class).hasMessageContaining("3900");
    }

    @Test
    void an_unknown_label_and_an_empty_folder_are_errors() throws IOException {
        assertThatThrownBy(this::run).isInstanceOf(SuiteException.class).hasMessageContaining("dev.json");
        write("[[0, 7]]", "Perhaps");
        assertThatThrownBy(this::run).isInstanceOf(SuiteException.class).hasMessageContaining("Perhaps");
    }

    @Test
    void odds_are_shares_and_more_evidence_makes_what_is_said_likelier() {
        Stance none = new Stance(0, 0, 0, 0, 0, 0);
        Odds little = Odds.read(new Signs(0.2, 0.2, none), 0);
        Odds much = Odds.read(new Signs(0.8, 0.9, none), 1);

        assertThat(little.likeliest()).isEqualTo(Label.NOT_MENTIONED);
        assertThat(much.likeliest()).isEqualTo(Label.ENTAILMENT);
        assertThat(little.shares().values().stream().mapToDouble(d -> d).sum()).isBetween(0.999999, 1.000001);
    }

    @Test
    void what_excludes_is_contradicted_by_an_open_enumeration() {
        Claim claim = new Claim("Stock shall only include corn.");
        Stance open = Stance.of(claim, List.of("“Stock” includes corn, oats, hay and any other feed."));
        Stance closed = Stance.of(claim, List.of("“Stock” means corn."));

        assertThat(Odds.seen(new Signs(0.5, 0.5, open)).likeliest()).isEqualTo(Label.CONTRADICTION);
        assertThat(Odds.seen(new Signs(0.5, 0.5, closed)).likeliest()).isNotEqualTo(Label.CONTRADICTION);
    }

    @Test
    void a_second_run_decides_nothing_again() throws IOException {
        write("[[0, 7], [8, 39], [40, 61]]", "Entailment");
        Report first = run();
        Minds none = NoMinds.at(Level.ENCODER);

        Report second = new ContractNliSuite(none).run(Request.of(folder).keptIn(folder));

        assertThat(second.items()).isEqualTo(first.items());
        assertThat(second.measures()).isEqualTo(first.measures());
    }

    private Report run() {
        try (MiniLm encoder = MiniLm.open(1)) {
            Minds minds = NoMinds.but(encoder);
            return new ContractNliSuite(minds).run(Request.of(folder).keptIn(folder));
        }
    }

    private void write(String spans, String label) throws IOException {
        Files.writeString(folder.resolve("dev.json"), """
                {"documents": [{"file_name": "deed.txt", "text": "%s", "spans": %s,
                  "annotation_sets": [{"annotations": {
                    "a": {"choice": "%s", "spans": [1]}, "b": {"choice": "NotMentioned", "spans": []}}}]}],
                 "labels": {"a": {"hypothesis": "The tenant shall not keep dogs in the house."},
                            "b": {"hypothesis": "The landlord may enter to repair machines."}}}
                """.formatted(TEXT, spans, label));
    }
}
