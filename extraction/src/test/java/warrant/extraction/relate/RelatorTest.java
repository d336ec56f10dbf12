package warrant.extraction.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Rejection;
import warrant.extraction.Side;
import warrant.graph.Document;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.graph.Page;
import warrant.graph.Passage;
import warrant.graph.rdf.OntologyFile;
import warrant.llm.ScriptedModel;

/** A letting, told in the words of nobody's matter. */
final class RelatorTest {
    private static final Ontology LETTING = OntologyFile.read("letting.ttl", """
            @prefix : <urn:t#> . @prefix w: <urn:warrant:> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :Company a owl:Class ; rdfs:label "company" ; rdfs:comment "A company." .
            :Person a owl:Class ; rdfs:label "person" ; rdfs:comment "A human being." .
            :Lease a owl:Class ; rdfs:label "lease" ; rdfs:comment "A contract by which premises are let." .
            :landlord a owl:ObjectProperty ; rdfs:label "has landlord" ; skos:altLabel "landlord" ;
              rdfs:comment "Who lets the premises." ; rdfs:domain :Lease ; rdfs:range :Company .
            :tenant a owl:ObjectProperty ; rdfs:label "has tenant" ; skos:altLabel "tenant" ;
              rdfs:comment "Who hires the premises." ; rdfs:domain :Lease ; rdfs:range :Company .
            :rent a owl:DatatypeProperty, owl:FunctionalProperty ; rdfs:label "monthly rent" ;
              rdfs:comment "What is paid each month." ; rdfs:domain :Lease ; rdfs:range w:Money .
            :deposit a owl:DatatypeProperty ; rdfs:label "deposit" ;
              rdfs:comment "The security that the tenant gives." ;
              rdfs:domain :Lease ; rdfs:range w:Money .
            :caretaker a owl:ObjectProperty, w:State ; rdfs:label "has caretaker" ; skos:altLabel "caretaker" ;
              rdfs:comment "The person who looks after the house." ; rdfs:domain :Company ; rdfs:range :Person .
            :parentOf a owl:ObjectProperty, w:State ; rdfs:label "is parent of" ; skos:altLabel "owns" ;
              rdfs:comment "The first company holds the shares in the second." ; rdfs:domain :Company ;
              rdfs:range :Company ;
              skos:example "Mill Ltd has been a subsidiary of Hill plc. => Hill plc | Mill Ltd" .
            """);

    private static final String TEXT = """
            LEASE OF WAREHOUSE NINE

            This Lease of Warehouse Nine is made between Brightwater Estates Limited (the “Landlord”) and Corvane \
            Storage GmbH (the “Tenant”).

            The monthly rent is EUR 4,200.00 and the Tenant pays a deposit of EUR 12,600.00.

            Corvane Storage GmbH has been a subsidiary of Ardent Group plc since 1 March 2021.
            """;

    private static Document document(String text) {
        return new Document(
                "d1",
                "lease.txt",
                "h",
                "text/plain",
                "LEASE OF WAREHOUSE NINE",
                null,
                "t",
                List.of(new Page("1", text)));
    }

    private static List<Passage> passages(String text) {
        List<Passage> passages = new ArrayList<>();
        int begin = 0;
        for (String part : text.split("\n\n")) {
            int length = part.codePointCount(0, part.length());
            passages.add(new Passage("p" + begin, "d1", "1", begin, begin + length, "", part));
            begin += length + 2;
        }
        return passages;
    }

    private static Relator relator(Level level, double yes) {
        ScriptedModel model = new ScriptedModel((text, question) -> text.contains("weather was fine") ? 0.3 : yes);
        return new Relator(LETTING, level, model, null, Settings.standard(level));
    }

    private static List<Extraction> extract(Relator relator) {
        Document document = document(TEXT);
        List<Passage> passages = passages(TEXT);
        DocumentContext context = relator.context(document, passages);
        return passages.stream().map(p -> relator.extract(context, p)).toList();
    }

    private static List<String> statements(List<Extraction> extractions) {
        return extractions.stream()
                .flatMap(e -> e.findings().stream())
                .filter(f -> f.relation().startsWith("urn:t#"))
                .map(f -> f.subject().name() + " " + f.relation().substring("urn:t#".length()) + " " + object(f))
                .toList();
    }

    private static String object(Finding finding) {
        return switch (finding.object()) {
            case Side.Named named -> named.name();
            case Side.Value value -> value.literal().lexical();
        };
    }

    @Test
    void rules_find_what_is_said_in_the_words_of_the_ontology() {
        List<String> found = statements(extract(relator(Level.RULES, 0)));

        assertThat(found)
                .contains(
                        "Lease of Warehouse Nine landlord Brightwater Estates Limited",
                        "Lease of Warehouse Nine tenant Corvane Storage GmbH",
                        "Lease of Warehouse Nine rent EUR 4200.00",
                        "Lease of Warehouse Nine deposit EUR 12600.00")
                .doesNotContain(
                        "Lease of Warehouse Nine rent EUR 12600.00", "Lease of Warehouse Nine deposit EUR 4200.00");
    }

    @Test
    void what_an_example_shows_tells_which_side_is_which() {
        List<String> found = statements(extract(relator(Level.MODEL, 0.97)));

        assertThat(found)
                .contains("Ardent Group plc parentOf Corvane Storage GmbH")
                .doesNotContain("Corvane Storage GmbH parentOf Ardent Group plc");
    }

    @Test
    void a_state_holds_from_the_day_that_its_sentence_gives() {
        Finding finding = extract(relator(Level.MODEL, 0.97)).stream()
                .flatMap(e -> e.findings().stream())
                .filter(f -> f.relation().equals("urn:t#parentOf"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.valid().from()).isEqualTo(LocalDate.of(2021, 3, 1));
        assertThat(finding.valid().until()).isNull();
    }

    @Test
    void every_quotation_stands_in_the_document() {
        Document document = document(TEXT);

        assertThat(extract(relator(Level.MODEL, 0.97)))
                .flatExtracting(Extraction::findings)
                .allSatisfy(f -> assertThat(f.evidence()).allMatch(document::quotes));
    }

    @Test
    void what_the_model_denies_is_kept_as_rejected_with_its_reason() {
        List<Extraction> denied = extract(relator(Level.MODEL, 0.02));

        assertThat(statements(denied)).isEmpty();
        assertThat(denied)
                .flatExtracting(Extraction::rejections)
                .extracting(Rejection::reason)
                .contains(Rejection.Reason.VERIFICATION);
    }

    @Test
    void terms_become_other_names_of_what_they_stand_for() {
        assertThat(extract(relator(Level.RULES, 0)))
                .flatExtracting(Extraction::findings)
                .filteredOn(f -> f.relation().equals(Iris.ALT_LABEL))
                .extracting(f -> f.subject().name() + " = " + object(f))
                .contains("Brightwater Estates Limited = Landlord", "Corvane Storage GmbH = Tenant");
    }

    @Test
    void the_same_passage_gives_the_same_extraction_again() {
        assertThat(extract(relator(Level.MODEL, 0.8))).isEqualTo(extract(relator(Level.MODEL, 0.8)));
    }

    @Test
    void a_level_without_its_model_is_refused() {
        assertThatThrownBy(() -> new Relator(LETTING, Level.MODEL, null, null, Settings.standard(Level.MODEL)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
