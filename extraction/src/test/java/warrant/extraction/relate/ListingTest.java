package warrant.extraction.relate;

import static org.assertj.core.api.Assertions.assertThat;

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
        Relator relator = new Relator(MILLS, Level.MODEL, model, new WordEncoder(), Settings.standard());
        Page page = new Page("1", TEXT);
        Document document = new Document("d", "d.txt", "h", "text/plain", "", null, "t", List.of(page));
        Passage passage = new Passage("p", "d", "1", 0, page.length(), "", TEXT);
        Extraction extraction = relator.extract(relator.context(document, List.of(passage)), passage);
        assertThat(extraction.findings()).flatExtracting(Finding::evidence).allMatch(document::quotes);
        return extraction.findings();
    }

    private static double opinion(String text, String option) {
        boolean subject = option.equals("red") || option.equals("red mill of tarn |");
        boolean relation = option.equals(" built by |");
        boolean object = option.equals(" ines") || option.equals(" ines holt\n");
        return subject || relation || object ? 0.9 : 0.001;
    }

    @Test
    void names_that_no_recogniser_knows_are_chosen_among_the_words_of_the_sentence() {
        List<Finding> found = read(new ScriptedModel(ListingTest::opinion));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().subject().name()).isEqualTo("red mill of tarn");
        assertThat(found.getFirst().relation()).isEqualTo("urn:t#builtBy");
        assertThat(((Side.Named) found.getFirst().object()).name()).isEqualTo("ines holt");
    }

    @Test
    void a_relation_that_the_model_would_not_write_there_is_not_stated() {
        assertThat(read(new ScriptedModel(
                        (text, option) -> option.contains("built by") ? 0.00001 : opinion(text, option))))
                .isEmpty();
    }
}
