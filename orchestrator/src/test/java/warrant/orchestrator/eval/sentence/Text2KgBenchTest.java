package warrant.orchestrator.eval.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.extraction.relate.Level;
import warrant.graph.Datatypes;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.orchestrator.eval.sentence.Labelled.Fact;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.NoMinds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;

/** Sets of two made-up sentences in the form of Text2KGBench. */
final class Text2KgBenchTest {
    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("half_one").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void mills() throws IOException {
        write("ontologies/1_mill_ontology.json", """
                {"id": "ont_1_mill", "title": "Mills",
                 "concepts": [{"qid": "Mill", "label": "Mill"}, {"qid": "Person", "label": "Person"}],
                 "relations": [
                   {"pid": "builtBy", "label": "builtBy", "domain": "Mill", "range": "Person"},
                   {"pid": "opened", "label": "opened", "domain": "Mill", "range": "Date"}]}
                """);
        write("train/ont_1_mill_train.jsonl", """
                {"id": "t1", "sent": "Ardle Mill opened in 1902.", \
                "sub_label": "Ardle Mill", "rel_label": "opened", "obj_label": "01 January 1902"}
                {"id": "t2", "sent": "Ines Holt built Ness Mill.", \
                "triples": [{"sub": "Ness_Mill", "rel": "builtBy", "obj": "Ines_Holt"}]}
                """);
        write("ground_truth/ont_1_mill_ground_truth.jsonl", """
                {"id": "g1", "sent": "Corran Mill opened in 1911.", \
                "triples": [{"sub": "Corran_Mill", "rel": "opened", "obj": "01 January 1911"}]}
                """);
    }

    @Test
    void both_forms_of_lines_are_read_and_the_training_half_becomes_examples() throws IOException {
        mills();

        SentenceSet set = Text2KgBench.read(folder).getFirst();

        assertThat(set.name()).isEqualTo("half_one/ont_1_mill");
        assertThat(set.relations()).containsValues("builtBy", "opened");
        Ontology.Relation built = set.ontology().relations().values().stream()
                .filter(r -> r.label().equals("built by"))
                .findFirst()
                .orElseThrow();
        assertThat(built.examples())
                .containsExactly(new Ontology.Example("Ines Holt built Ness Mill.", "Ness Mill", "Ines Holt"));
        assertThat(set.sentences()).extracting(Labelled::id).containsExactly("g1");
    }

    @Test
    void values_are_written_as_the_training_half_writes_them() {
        Forms forms = new Forms();
        forms.learn(
                "opened",
                List.of(
                        new Forms.Stated("It opened in 1902.", "01 January 1902"),
                        new Forms.Stated("It opened on June 24th, 1987.", "24 June 1987")));
        forms.learn(
                "length",
                List.of(
                        new Forms.Stated("It is 12.0 metres long.", "12.0 (metres)"),
                        new Forms.Stated("It is 9.5 metres long.", "9.5 (metres)")));

        assertThat(forms.write("opened", true, Literal.integer(1911), "It opened in 1911."))
                .contains("01 January 1911");
        assertThat(forms.write("opened", true, Literal.integer(12), "It has 12 sails."))
                .isEmpty();
        assertThat(forms.write("opened", false, new Literal("1911-05-04", Datatypes.DATE), ""))
                .contains("04 May 1911");
        assertThat(forms.write("length", false, Literal.integer(1500), "It is 1,500.0 metres long."))
                .contains("1500.0 (metres)");
        assertThat(forms.write("length", false, Literal.integer(1500), "Its length is 1,500.0."))
                .contains("1500.0");
    }

    @Test
    void what_a_set_adds_to_years_and_whole_numbers_is_added() {
        Forms forms = new Forms();
        forms.learn("founded", List.of(new Forms.Stated("It was founded in 1904.", "1904-01-01")));
        forms.learn("height", List.of(new Forms.Stated("It stands 610 metres above the sea.", "610.0")));
        forms.learn("length", List.of(new Forms.Stated("It is 12.0 metres long.", "12.0")));

        assertThat(forms.write("founded", true, Literal.integer(1911), "Founded in 1911."))
                .contains("1911-01-01");
        assertThat(forms.write("height", false, Literal.integer(70), "It stands at 70 metres."))
                .contains("70.0");
        assertThat(forms.write("length", false, Literal.integer(70), "It is 70 metres long."))
                .contains("70");
    }

    @Test
    void names_are_written_as_the_training_half_writes_them() {
        Names names = new Names();
        List.of("Ness_(mill)", "Tarn_(mill)", "Orr_(mill)", "Long_Mill")
                .forEach(name -> names.learn("builtBy subject", name, name));
        List.of("Ines_B._Holt", "José_Dale", "The_Dale_&_Sons")
                .forEach(name -> names.learn("builtBy object", name, name));
        List.of("Gothic architecture", "Roman architecture", "Tudor architecture")
                .forEach(name -> names.learn("style object", name, name));
        names.learn("country object", "United_States", "Jon is an American.");
        names.learn("country object", "United_States", "The American Ada mills.");
        names.learn("country object", "Chile", "Ines is from Chile.");

        assertThat(names.write("builtBy object", "Jose Dale")).isEqualTo("José Dale");
        assertThat(names.write("builtBy object", "Dale and Sons")).isEqualTo("The Dale & Sons");
        assertThat(names.write("builtBy object", "Ada C Moor")).isEqualTo("Ada C. Moor");
        assertThat(names.write("opened subject", "Ness")).isEqualTo("Ness (mill)");
        assertThat(names.write("builtBy subject", "Corran")).isEqualTo("Corran (mill)");
        assertThat(names.write("builtBy subject", "Red Mill")).isEqualTo("Red Mill");
        assertThat(names.write("opened subject", "Corran")).isEqualTo("Corran");
        assertThat(names.write("style object", "Norman")).isEqualTo("Norman architecture");
        assertThat(names.write("country object", "American")).isEqualTo("United States");
        assertThat(names.write("country object", "Ines")).isEqualTo("Ines");
    }

    @Test
    void a_sentence_is_scored_by_its_own_precision_and_recall() {
        Fact one = new Fact("Corran_Mill", "opened", "\"1911\"");
        Fact other = new Fact("Corran Mill", "builtBy", "Ines Holt");
        TripleScore.Sum sum = new TripleScore.Sum();

        sum.add(Set.of(one), Set.of(new Fact("Corran Mill", "opened", "1911"), other));

        TripleScore score = sum.score();
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.recall()).isEqualTo(1);
        assertThat(score.f1()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(score.judged()).isEqualTo(1);
    }

    @Test
    void a_run_states_nothing_that_is_not_in_the_ontology_or_the_sentence() throws IOException {
        mills();
        Minds minds = NoMinds.at(Level.RULES);

        Report report = new Text2KgBench(minds).run(new Request(folder, 0, 1, Map.of(), told -> {}));

        assertThat(report.items()).hasSize(1);
        assertThat(report.measure("ontology conformance")).isEqualTo(1);
        assertThat(report.measure("triples with a side that does not stand in the sentence"))
                .isZero();
        assertThat(report.measure("half_one oracle F1")).isEqualTo(1);
    }

    @Test
    void what_a_set_writes_in_its_own_form_is_shown_in_the_words_of_the_sentence() {
        String sentence = "Corran Mill, opened on July 4th, 1911, is 1,500 metres from Ness.";

        assertThat(Standing.of("corran mill", sentence)).isEqualTo("Corran Mill");
        assertThat(Standing.of("1911-07-04", sentence)).contains("1911").startsWith("July");
        assertThat(Standing.of("1500.0 (metres)", sentence)).startsWith("1,500");
        assertThat(Standing.of("Ness (village)", sentence)).isEqualTo("Ness");
        assertThat(Standing.of("Córran Mill.", sentence)).isEqualTo("Corran Mill");
        assertThat(Standing.of("Tarn", sentence)).isEqualTo("Tarn");
    }

    @Test
    void a_run_that_was_ended_goes_on_with_what_it_has_finished() throws IOException {
        mills();
        Minds minds = NoMinds.at(Level.RULES);
        Path kept = folder.resolve("journals");
        Request request = new Request(folder, 0, 1, Map.of(), told -> {}).keptIn(kept);

        Report first = new Text2KgBench(minds).run(request);
        long written = Files.size(kept.resolve("text2kgbench.jsonl"));
        Report again = new Text2KgBench(minds).run(request);

        assertThat(written).isPositive();
        assertThat(Files.size(kept.resolve("text2kgbench.jsonl"))).isEqualTo(written);
        assertThat(again.measures()).isEqualTo(first.measures());
    }
}
