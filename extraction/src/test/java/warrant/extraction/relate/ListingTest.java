package warrant.extraction.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Side;
import warrant.graph.Document;
import warrant.graph.Ontology;
import warrant.graph.Page;
import warrant.graph.Passage;
import warrant.graph.rdf.OntologyFile;
import warrant.llm.ScriptedModel;

/** An ontology that shows its relations by many sentences. */
final class ListingTest {
    private static final Ontology MILLS = OntologyFile.read("mills.ttl", """
            @prefix : <urn:t#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            :Mill a owl:Class ; rdfs:label "mill" . :Person a owl:Class ; rdfs:label "person" .
            :builtBy a owl:ObjectProperty ; rdfs:label "built by" ; rdfs:domain :Mill ; rdfs:range :Person ;
              skos:example "Ness Mill was put up by Jon Dale. => Ness Mill | Jon Dale" ,
                "Ada Brough built Lund Mill. => Lund Mill | Ada Brough" .
            """);

    private static final String TEXT = "The red mill of tarn stands there because of ines holt.";

    private static List<Finding> read(ScriptedModel model) {
        Relator relator = new Relator(MILLS, Level.MODEL, model, new WordEncoder(), Settings.standard(Level.MODEL));
        Page page = new Page("1", TEXT);
        Document document = new Document("d", "d.txt", "h", "text/plain", "", null, "t", List.of(page));
        Passage passage = new Passage("p", "d", "1", 0, page.length(), "", TEXT);
        Extraction extraction = relator.extract(relator.context(document, List.of(passage)), passage);
        assertThat(extraction.findings()).flatExtracting(Finding::evidence).allMatch(document::quotes);
        return extraction.findings();
    }

    private static ScriptedModel writing(String list, double logProbability) {
        return new ScriptedModel((text, option) -> 0.5, text -> list, logProbability);
    }

    @Test
    void what_a_model_lists_is_found_where_it_stands_in_the_sentence() {
        List<Finding> found = read(writing("The Red mill of Tarn | built by | Ines Holt\nEND", -0.1));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().subject().name()).isEqualTo("red mill of tarn");
        assertThat(found.getFirst().relation()).isEqualTo("urn:t#builtBy");
        assertThat(((Side.Named) found.getFirst().object()).name()).isEqualTo("ines holt");
    }

    @Test
    void punctuation_and_accents_do_not_hide_a_name() {
        List<Finding> found = read(writing("Red Mill of Tärn | built by | Inés-Holt.\nEND", -0.1));

        assertThat(found).hasSize(1);
        assertThat(((Side.Named) found.getFirst().object()).name()).isEqualTo("ines holt");
    }

    @Test
    void a_relation_in_other_words_is_the_nearest_that_the_ontology_has() {
        assertThat(read(writing("red mill of tarn | was built by | ines holt\nEND", -0.1)))
                .extracting(Finding::relation)
                .containsExactly("urn:t#builtBy");
        assertThat(read(writing("red mill of tarn | colour | ines holt\nEND", -0.1)))
                .isEmpty();
    }

    @Test
    void what_a_model_invents_is_dropped() {
        assertThat(read(writing(
                        "red mill of tarn | built by | Jon Dale\nred mill | owned by | ines holt\nmill of | built by | hol\n",
                        -0.1)))
                .isEmpty();
    }

    @Test
    void one_fact_is_not_stated_in_both_directions() {
        assertThat(read(writing(
                        "red mill of tarn | built by | ines holt\nines holt | built by | red mill of tarn\nEND", -0.1)))
                .hasSize(1);
    }

    @Test
    void a_line_that_the_model_would_hardly_have_written_unbound_is_not_believed() {
        assertThat(read(writing("red mill of tarn | built by | ines holt\n", -9)))
                .isEmpty();
    }

    @Test
    void the_nearest_examples_are_shown_with_what_stands_in_them() {
        List<String> read = new ArrayList<>();
        read(new ScriptedModel(
                (text, option) -> 0.5,
                text -> {
                    read.add(text);
                    return "";
                },
                0));

        assertThat(read).hasSize(1);
        assertThat(read.getFirst())
                .contains("Relations: built by\n")
                .contains("Text: Ada Brough built Lund Mill.\nFacts:\nLund Mill | built by | Ada Brough\nEND\n")
                .endsWith("Do the same for this text: " + TEXT);
    }
}
