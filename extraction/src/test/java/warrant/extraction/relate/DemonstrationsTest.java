package warrant.extraction.relate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import warrant.graph.rdf.OntologyFile;

final class DemonstrationsTest {
    private static final Demonstrations MILLS =
            new Demonstrations(new WordEncoder(), OntologyFile.read("mills.ttl", """
                    @prefix : <urn:t#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
                    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                    :Mill a owl:Class ; rdfs:label "mill" . :Person a owl:Class ; rdfs:label "person" .
                    :builtBy a owl:ObjectProperty ; rdfs:label "Built by" ; rdfs:domain :Mill ; rdfs:range :Person ;
                      skos:example "Jon Dale built Ness Mill. => Ness Mill | Jon Dale" ,
                        "Jon Dale built Ness Mill! => Ness Mill | Jon Dale" ,
                        "The miller Ada Brough built Lund Mill for corn. => Lund Mill | Ada Brough" ,
                        "Nothing of this stands here. => Tarn Mill | Ines Holt" .
                    """));

    @Test
    void examples_that_say_the_same_give_way() {
        assertThat(MILLS.near("Jon Dale built Ness Mill, Ada Brough built Lund Mill.", 2))
                .extracting(Demonstrations.Shown::sentence)
                .hasSize(2)
                .anyMatch(sentence -> sentence.contains("Lund Mill"))
                .anyMatch(sentence -> sentence.contains("Ness Mill"));
    }

    @Test
    void a_sentence_is_no_example_of_itself_and_what_does_not_stand_is_not_shown() {
        assertThat(MILLS.near("Jon Dale built Ness Mill!", 9))
                .extracting(Demonstrations.Shown::sentence)
                .doesNotContain("Jon Dale built Ness Mill!", "Nothing of this stands here.");
    }

    @Test
    void a_label_is_known_whatever_its_case_and_where_it_means_nearly_the_same() {
        assertThat(MILLS.label("built BY")).contains("Built by");
        assertThat(MILLS.label("colour")).isEmpty();
        assertThat(MILLS.label("")).isEmpty();
    }
}
