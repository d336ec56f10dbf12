package warrant.extraction.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.graph.rdf.OntologyFile;

/** What speaks for a statement and what against it. */
final class WeighingTest {
    private static final Ontology FERRY = OntologyFile.read("ferry.ttl", """
            @prefix : <urn:f#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :Licence a owl:Class ; rdfs:label "licence" .
            :startsOn a owl:DatatypeProperty ; rdfs:label "begins on" ; rdfs:domain :Licence ; rdfs:range xsd:date .
            """);
    private static final String DAY = "4 May 2031";

    private static Proposal proposal(String text) {
        Sentence sentence = new Sentence(0, text.length(), text);
        Thing licence = new Thing(
                "Sound Licence",
                List.of(),
                List.of(),
                "urn:f#Licence",
                Kinds.Sort.DOCUMENT,
                new Quotation(new Span("d", "1", 0, 1, null), "S"));
        int begin = text.indexOf(DAY);
        Argument day = Argument.of(begin, begin + DAY.length(), DAY, List.of(Literal.text(DAY)));
        return new Proposal(
                FERRY.relation("urn:f#startsOn").orElseThrow(),
                sentence,
                Argument.implied(licence),
                day,
                new Lexicon.Evidence(0, 0, List.of()),
                0,
                0,
                false,
                2,
                false,
                false);
    }

    private static double odds(String text, double yes, double rival) {
        return Weighing.odds(proposal(text), 0, yes, rival);
    }

    @Test
    void a_yes_is_worth_less_beside_a_surer_yes_to_another_relation() {
        String text = "Ships have been free to call there since 4 May 2031, whatever the weather.";

        assertThat(odds(text, 2, 3)).isLessThan(odds(text, 2, 1)).isLessThan(odds(text, 2, Double.NaN));
        assertThat(odds(text, 3, 1)).isGreaterThan(odds(text, 2, 1));
    }

    @Test
    void the_day_that_a_document_bears_is_not_what_begins_on_it() {
        String said = "The Sound Licence holds for ships of every flag from 4 May 2031.";
        String borne = "The Sound Licence for ships of every flag was made on 4 May 2031.";

        assertThat(Formalities.dates(proposal(borne).sentence(), proposal(borne).object()))
                .isTrue();
        assertThat(Formalities.dates(proposal(said).sentence(), proposal(said).object()))
                .isFalse();
        assertThat(odds(borne, 2, Double.NaN)).isLessThan(odds(said, 2, Double.NaN));
    }

    @Test
    void headings_and_signatures_state_little() {
        String said = "The Sound Licence holds for ships of every flag from 4 May 2031.";

        assertThat(odds("4 May 2031", 2, Double.NaN)).isLessThan(odds(said, 2, Double.NaN));
        assertThat(odds("Signed for the owners of ships of every flag by Ida Moss on 4 May 2031.", 2, Double.NaN))
                .isLessThan(odds(said, 2, Double.NaN));
    }

    @Test
    void relations_stand_by_nearness() {
        Proposal near = proposal("The Sound Licence holds from 4 May 2031.");

        assertThat(NearestFirst.of(List.of(near)).placeOf(near)).isZero();
    }
}
