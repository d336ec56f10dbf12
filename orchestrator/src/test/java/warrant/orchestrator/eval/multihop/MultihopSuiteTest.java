package warrant.orchestrator.eval.multihop;

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
import warrant.orchestrator.eval.suite.Item.Outcome;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.NoMinds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.SuiteException;

class MultihopSuiteTest {
    private static final String LIGHT = "The lighthouse at Orrin Point was designed by Hester Vance.";
    private static final String VANCE = "Hester Vance was born in Callow.";

    @TempDir
    private Path folder;

    @Test
    void both_public_formats_are_read_and_names_are_followed() throws IOException {
        Files.writeString(folder.resolve("a.json"), """
                [{"id": "2hop__1_2", "question": "Where was the designer of the lighthouse at Orrin Point born?",
                  "answer": "Callow", "answer_aliases": ["Callow Town"], "paragraphs": [
                   {"title": "Orrin Point", "paragraph_text": "%s", "is_supporting": true},
                   {"title": "Hester Vance", "paragraph_text": "%s", "is_supporting": true},
                   {"title": "Ferries", "paragraph_text": "Ferries leave at noon.", "is_supporting": false}]}]
                """.formatted(LIGHT, VANCE));
        Files.writeString(folder.resolve("a_corpus.json"), """
                [{"title": "Orrin Point", "text": "%s"}, {"title": "Hester Vance", "text": "%s"},
                 {"title": "Ferries", "text": "Ferries leave at noon."}]
                """.formatted(LIGHT, VANCE));
        Files.writeString(folder.resolve("b.json"), """
                [{"_id": "x1", "type": "bridge", "question": "Who designed the light?", "answer": "Hester Vance",
                  "supporting_facts": [["Orrin Point", 0]], "context": []}]
                """);
        Files.writeString(folder.resolve("b_corpus.json"), """
                {"Orrin Point": ["%s", " It is white."], "Ferries": ["Ferries leave at noon."]}
                """.formatted(LIGHT));
        try (MiniLm encoder = MiniLm.open(1)) {
            Minds minds = NoMinds.but(encoder);

            Request request = Request.of(folder).keptIn(folder.resolve("journals"));
            Report report = new MultihopSuite(minds).run(request);

            assertThat(report.measure("a R@2")).isEqualTo(1);
            assertThat(report.measure("b R@5")).isEqualTo(1);
            assertThat(report.items()).extracting("outcome").containsOnly(Outcome.ABSTAINED);
            assertThat(report.items()).extracting("stratum").containsExactly("a 2hop", "b bridge");
            Minds none = NoMinds.at(Level.ENCODER);
            assertThat(new MultihopSuite(none).run(request).items()).isEqualTo(report.items());
        }
    }

    @Test
    void a_folder_without_a_corpus_is_an_error() {
        Minds none = NoMinds.at(Level.RULES);

        assertThatThrownBy(() -> new MultihopSuite(none).run(Request.of(folder)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("_corpus.json");
    }

    @Test
    void answers_are_compared_as_squad_does() {
        assertThat(AnswerMatch.exact("The Callow-Town!", List.of("callowtown"))).isTrue();
        assertThat(AnswerMatch.exact("Callow", List.of("Orrin", "callow"))).isTrue();
        assertThat(AnswerMatch.f1("in Callow Town", List.of("Callow"))).isEqualTo(0.5);
        assertThat(AnswerMatch.f1("", List.of("Callow"))).isZero();
    }
}
