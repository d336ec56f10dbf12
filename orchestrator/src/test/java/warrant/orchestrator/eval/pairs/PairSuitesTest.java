package warrant.orchestrator.eval.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.extraction.relate.Level;
import warrant.llm.Encoder;
import warrant.llm.ScriptedModel;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.SuiteException;

/** Made-up sentences and documents in the forms of CoNLL04 and Re-DocRED. */
final class PairSuitesTest {
    private static final String SENTENCE = """
            [{"tokens": ["Ines", "Holt", "of", "Harl", "works", "at", "Corran", "Mills", "."],
              "tags": ["B-Peop", "L-Peop", "O", "U-Loc", "O", "O", "B-Org", "L-Org", "O"],
              "relations": [{"head": 0, "tail": 1, "type": "Live_In"}, {"head": 0, "tail": 2, "type": "Work_For"}],
              "orig_id": 7}]
            """;
    private static final String DOCUMENT = """
            [{"title": "Holt", "sents": [["Ines", "Holt", "was", "born", "in", "Harl", "."]],
              "vertexSet": [[{"name": "Ines Holt", "type": "PER", "sent_id": 0, "pos": [0, 2]}],
                [{"name": "Harl", "type": "LOC", "sent_id": 0, "pos": [5, 6]}]],
              "labels": [{"h": 0, "r": "P19", "t": 1}, {"h": 0, "r": "P27", "t": 1}]}]
            """;

    @TempDir
    Path folder;

    /** All texts are equally near. */
    private static final class Flat implements Encoder {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public List<float[]> encode(List<String> texts) {
            return texts.stream().map(text -> new float[] {1}).toList();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private static Minds minds(ScriptedModel model) {
        return new Minds(Level.MODEL, () -> model, Flat::new);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void a_relation_counts_if_both_spans_both_classes_and_the_type_are_right() throws IOException {
        write("dev.json", SENTENCE);
        ScriptedModel model = new ScriptedModel((text, asked) -> {
            boolean kind = (asked.contains("\"Ines Holt\"") && asked.endsWith("person"))
                    || (asked.contains("\"Harl\"") && asked.endsWith("place"))
                    || (asked.contains("\"Corran Mills\"") && asked.endsWith("organization"));
            return kind || asked.contains("Ines Holt works for Corran Mills") ? 0.95 : 0.02;
        });

        Report report = new ConllSuite(minds(model)).run(Request.of(folder));

        assertThat(report.measure("entities F1")).isEqualTo(1);
        assertThat(report.measure("relations, strict, precision")).isEqualTo(1);
        assertThat(report.measure("relations, strict, recall")).isEqualTo(0.5);
        assertThat(report.notes()).anyMatch(note -> note.contains("dev.json"));
    }

    @Test
    void of_several_halves_the_test_half_is_scored_and_said_to_be() throws IOException {
        write("train.json", SENTENCE);
        write("test.json", SENTENCE);
        write("dev.json", SENTENCE);

        Report report = new ConllSuite(minds(new ScriptedModel((text, asked) -> 0.1))).run(Request.of(folder));

        assertThat(report.notes().getFirst()).startsWith("scored: test.json").contains("dev.json", "train.json");
    }

    @Test
    void facts_of_documents_are_scored_and_those_of_the_training_half_left_out() throws IOException {
        write("dev.json", DOCUMENT);
        write("train_revised.json", DOCUMENT.replace("P19", "P20"));
        ScriptedModel model = new ScriptedModel((text, asked) -> asked.contains("was born in Harl") ? 0.9 : 0.1);

        Report report = new DocredSuite(minds(model)).run(Request.of(folder));

        assertThat(report.measure("relations precision")).isEqualTo(1);
        assertThat(report.measure("relations recall")).isEqualTo(0.5);
        assertThat(report.measure("relations F1")).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(report.measure("relations Ign F1")).isEqualTo(1);
    }

    @Test
    void a_folder_without_the_set_is_named() {
        assertThatThrownBy(
                        () -> new DocredSuite(minds(new ScriptedModel((text, asked) -> 0.1))).run(Request.of(folder)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void a_relation_of_an_entity_that_the_tags_do_not_give_is_an_error() throws IOException {
        write("dev.json", SENTENCE.replace("L-Org", "I-Org"));

        assertThatThrownBy(() -> new ConllSuite(minds(new ScriptedModel((text, asked) -> 0.1))).run(Request.of(folder)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("sentence 7 has 2 entities")
                .hasMessageContaining("'2'");
    }

    @Test
    void a_sentence_or_an_entity_that_a_document_does_not_have_is_an_error_that_names_it() throws IOException {
        write("dev.json", DOCUMENT.replace("\"t\": 1", "\"t\": 5"));

        assertThatThrownBy(
                        () -> new DocredSuite(minds(new ScriptedModel((text, asked) -> 0.1))).run(Request.of(folder)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContainingAll("dev.json", "item 0", "'Holt'", "entity '5'");

        write("dev.json", DOCUMENT.replace("\"sent_id\": 0", "\"sent_id\": 3"));

        assertThatThrownBy(
                        () -> new DocredSuite(minds(new ScriptedModel((text, asked) -> 0.1))).run(Request.of(folder)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("sentence '3'");
    }

    @Test
    void a_broken_file_about_other_things_does_not_stop_a_suite() throws IOException {
        write("dev.json", DOCUMENT);
        write("notes.json", "{ this is no JSON");

        Report report = new DocredSuite(minds(new ScriptedModel((text, asked) -> 0.1))).run(Request.of(folder));

        assertThat(report.items()).hasSize(1);
    }
}
