package warrant.extraction.relate.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Rejection;
import warrant.extraction.Side;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.file.Readers;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.graph.rdf.OntologyFile;

class TableRelatorTest {
    /** Of another kind than any matter that is shipped. */
    private static final String FLEET = """
            @prefix : <urn:fleet#> . @prefix w: <urn:warrant:> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :Company a owl:Class ; rdfs:label "company" .
            :Person a owl:Class ; rdfs:label "person" .
            :Vessel a owl:Class ; rdfs:label "vessel" ; skos:altLabel "ship" .
            :Port a owl:Class ; rdfs:label "port" .
            :Voyage a owl:Class ; rdfs:label "voyage" .
            :Charter a owl:Class ; rdfs:label "charter party" ; skos:altLabel "charter" .
            :ownedBy a owl:ObjectProperty, w:State ; rdfs:label "is owned by" ; skos:altLabel "owner" ;
                rdfs:comment "The company that owns the vessel." ; rdfs:domain :Vessel ; rdfs:range :Company .
            :builtIn a owl:DatatypeProperty ; rdfs:label "was built in" ; rdfs:comment "The year of building." ;
                rdfs:domain :Vessel ; rdfs:range xsd:integer .
            :deadweight a owl:DatatypeProperty ; rdfs:label "has deadweight" ;
                rdfs:comment "What the vessel can carry." ; rdfs:domain :Vessel ; rdfs:range w:Quantity .
            :insured a owl:DatatypeProperty ; rdfs:label "is insured" ; rdfs:domain :Vessel ; rdfs:range xsd:boolean .
            :performedBy a owl:ObjectProperty ; rdfs:label "is performed by" ;
                rdfs:comment "The vessel that makes the voyage." ; rdfs:domain :Voyage ; rdfs:range :Vessel .
            :loadingPort a owl:ObjectProperty ; rdfs:label "has port of loading" ; skos:altLabel "from port" ;
                rdfs:domain :Voyage ; rdfs:range :Port .
            :dischargePort a owl:ObjectProperty ; rdfs:label "has port of discharge" ;
                rdfs:domain :Voyage ; rdfs:range :Port .
            :departedOn a owl:DatatypeProperty ; rdfs:label "departed on" ; rdfs:domain :Voyage ; rdfs:range xsd:date .
            :arrivedOn a owl:DatatypeProperty ; rdfs:label "arrived on" ; rdfs:domain :Voyage ; rdfs:range xsd:date .
            :freight a owl:DatatypeProperty ; rdfs:label "earns freight of" ; rdfs:domain :Voyage ; rdfs:range w:Money .
            :laytime a owl:DatatypeProperty ; rdfs:label "allows laytime of" ; skos:altLabel "laytime" ;
                rdfs:domain :Charter ; rdfs:range xsd:duration .
            :commission a owl:DatatypeProperty ; rdfs:label "bears commission of" ;
                rdfs:domain :Charter ; rdfs:range w:Percentage .
            :chartererUnder a owl:ObjectProperty ; rdfs:label "is charterer under" ; skos:altLabel "charterer" ;
                rdfs:domain :Company ; rdfs:range :Charter .
            :hireRate a owl:DatatypeProperty ; rdfs:label "has daily hire" ; skos:altLabel "hire per day" ;
                rdfs:domain :Charter ; rdfs:range w:Money .
            """;

    private final Ontology ontology = OntologyFile.read("ontology.ttl", FLEET);
    private final TableRelator relator = new TableRelator(ontology, null);

    @Test
    void rows_become_things_of_the_class_that_caption_and_key_column_name() throws Exception {
        List<String> found = statements("voyages.csv", """
                Voyage no.,Vessel,Port of loading,Port of discharge,Departure,Arrival,Freight (USD)
                V-101,MV Aurora,Bergen,Leith,2024-02-01,2024-02-05,"120,000.00"
                V-102,MV Boreas,Oslo,Hull,2024-02-03,,"98,500.50"
                Total,,,,,,"218,500.50"
                """);

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "V-101 type Voyage",
                        "V-101 altLabel Voyage V-101",
                        "V-101 performedBy MV Aurora",
                        "V-101 loadingPort Bergen",
                        "V-101 dischargePort Leith",
                        "V-101 departedOn 2024-02-01",
                        "V-101 arrivedOn 2024-02-05",
                        "V-101 freight USD 120000.00",
                        "V-102 type Voyage",
                        "V-102 altLabel Voyage V-102",
                        "V-102 performedBy MV Boreas",
                        "V-102 loadingPort Oslo",
                        "V-102 dischargePort Hull",
                        "V-102 departedOn 2024-02-03",
                        "V-102 freight USD 98500.50");
    }

    @Test
    void a_table_yields_no_more_statements_than_allowed_and_says_how_many_rows_were_left_out() throws Exception {
        StringBuilder csv = new StringBuilder("Voyage no.,Vessel,Port of loading\n");
        for (int row = 0; row < 100; row++) {
            csv.append("V-").append(row).append(",MV Aurora,Bergen\n");
        }
        var reading = new warrant.extraction.read.file.Readers(warrant.extraction.read.Settings.DEFAULT)
                .read("voyages.csv", csv.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));

        TableRelator.Understood capped = new TableRelator(ontology, null, 40)
                .understand(reading.document(), reading.tables().getFirst());

        assertThat(capped.extraction().findings()).hasSize(40);
        assertThat(capped.rowsLeftOut()).isEqualTo(90);
        assertThat(relator.understand(reading.document(), reading.tables().getFirst())
                        .rowsLeftOut())
                .isZero();
    }

    @Test
    void units_in_headers_yes_and_no_and_columns_that_mean_nothing() throws Exception {
        List<String> found = statements("fleet.csv", """
                Ship;Owner;Built in;Deadweight (t);Insured;Remarks
                MV Aurora;Nordlys Shipping AS;1998;12.500,5;yes;repainted in 2020
                MV Boreas;Fjord Lines Ltd;2004;9.800,0;no;
                """);

        assertThat(found)
                .contains(
                        "MV Aurora type Vessel",
                        "MV Aurora ownedBy Nordlys Shipping AS",
                        "MV Aurora builtIn 1998",
                        "MV Aurora deadweight 12500.5 t",
                        "MV Aurora insured true",
                        "MV Boreas deadweight 9800 t",
                        "MV Boreas insured false")
                .noneMatch(statement -> statement.contains("repainted"));
    }

    @Test
    void a_column_may_name_the_subject_of_a_relation_that_leads_to_the_row() throws Exception {
        List<String> found = statements("charters.csv", """
                Charter,Charterer,Laytime (hours),Commission,Hire per day
                CP-7,"Seaborne Trading, Inc.",72,2.5%,"EUR 4,000"
                CP-8,Halden Grain Ltd,96,1.25%,"EUR 3,750.50"
                """);

        assertThat(found)
                .contains(
                        "Seaborne Trading, Inc. chartererUnder CP-7",
                        "CP-7 laytime P3D",
                        "CP-7 commission 2.5 %",
                        "CP-7 hireRate EUR 4000.00",
                        "CP-8 hireRate EUR 3750.50");
    }

    @Test
    void the_whole_column_follows_the_one_date_that_can_be_read_in_one_way_only() throws Exception {
        List<String> decided = statements("voyages.csv", "Voyage,Departed on\nV-1,03/04/2024\nV-2,03/25/2024\n");
        Extraction open = extract("voyages.csv", "Voyage,Departed on\nV-1,03/04/2024\nV-2,03/05/2024\n");

        assertThat(decided).contains("V-1 departedOn 2024-03-04");
        assertThat(open.findings()).noneMatch(finding -> finding.relation().endsWith("departedOn"));
        assertThat(open.rejections()).hasSize(2).allMatch(r -> r.reason() == Rejection.Reason.AMBIGUOUS);
    }

    @Test
    void a_cell_that_is_no_value_of_its_column_is_rejected_where_it_stands() throws Exception {
        Extraction found =
                extract("voyages.csv", "Voyage,Departed on\nV-1,2024-03-04\nV-2,soon\nV-3,2024-03-07\nV-4,n/a\n");

        assertThat(found.rejections()).hasSize(1);
        Rejection rejection = found.rejections().getFirst();
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.CELL);
        assertThat(rejection.where().text()).isEqualTo("soon");
        assertThat(rejection.where().span().cell()).isEqualTo("B3");
    }

    @Test
    void a_state_holds_from_the_day_that_the_table_gives_to_the_last_day_included() throws Exception {
        Extraction found =
                extract("fleet.csv", "Vessel,Owner,From,Until\nMV Aurora,Nordlys Shipping AS,2020-01-01,2023-12-31\n");

        Finding owned = found.findings().stream()
                .filter(f -> f.relation().endsWith("ownedBy"))
                .findFirst()
                .orElseThrow();
        assertThat(owned.valid().from()).isEqualTo("2020-01-01");
        assertThat(owned.valid().until()).isEqualTo("2024-01-01");
    }

    @Test
    void a_table_of_labels_and_values_is_turned() throws Exception {
        List<String> found = statements("particulars.html", """
                <html><body><h1>Voyage particulars</h1><table>
                <tr><td>Voyage no.:</td><td>V-55</td></tr><tr><td>Vessel:</td><td>MV Aurora</td></tr>
                <tr><td>Departed on:</td><td>4 June 2024</td></tr><tr><td>Freight:</td><td>USD 1,000.00</td></tr>
                </table></body></html>
                """);

        assertThat(found)
                .contains(
                        "V-55 type Voyage",
                        "V-55 performedBy MV Aurora",
                        "V-55 departedOn 2024-06-04",
                        "V-55 freight USD 1000.00");
    }

    @Test
    void a_table_of_labels_and_values_without_a_name_is_about_its_document() throws Exception {
        List<String> found = statements("terms.html", """
                <html><body><h1>Charter Party Nordlys</h1><p>Terms</p><table>
                <tr><td>Laytime</td><td>3 days</td></tr><tr><td>Commission</td><td>2 %</td></tr>
                <tr><td>Hire per day</td><td>EUR 900.00</td></tr></table></body></html>
                """);

        assertThat(found).contains("Charter Party Nordlys laytime P3D", "Charter Party Nordlys hireRate EUR 900.00");
    }

    @Test
    void a_table_about_things_that_the_ontology_does_not_know_states_nothing() throws Exception {
        Extraction found = extract("menu.csv", "Dish,Price (EUR),Chef\nSoup,4.00,Anna\nFish,14.00,Olaf\n");

        assertThat(found.findings()).isEmpty();
    }

    @Test
    void every_finding_quotes_the_cells_it_rests_on() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> cells =
                List.of("V-1", "", "MV 𝔘rsa", "2024-01-02", "USD 5", "n/a", "Total", "5", "x; y", "A-1; A-2", "“q”");
        for (int round = 0; round < 60; round++) {
            StringBuilder csv = new StringBuilder("Voyage,Vessel,Departed on,Freight\n");
            for (int r = 0; r < 6; r++) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < 4; c++) {
                    row.add(cells.get(random.nextInt(cells.size())));
                }
                csv.append(String.join(",", row)).append('\n');
            }
            Reading reading = read("v.csv", csv.toString());
            for (Table table : reading.tables()) {
                Extraction extraction = relator.extract(reading.document(), table);
                assertThat(extraction.findings())
                        .as("seed %d", seed)
                        .allSatisfy(finding ->
                                assertThat(finding.evidence()).isNotEmpty().allMatch(reading.document()::quotes));
            }
        }
    }

    private Extraction extract(String name, String text) throws Exception {
        Reading reading = read(name, text);
        return relator.extract(reading.document(), reading.tables().getFirst());
    }

    private List<String> statements(String name, String text) throws Exception {
        return extract(name, text).findings().stream()
                .map(TableRelatorTest::words)
                .toList();
    }

    private static Reading read(String name, String text) throws Exception {
        return new Readers(Settings.DEFAULT).read(name, text.getBytes(UTF_8));
    }

    private static String words(Finding finding) {
        String object = switch (finding.object()) {
            case Side.Named named -> finding.relation().equals(Iris.TYPE) ? local(named.name()) : named.name();
            case Side.Value value -> value.literal().lexical();
        };
        return finding.subject().name() + " " + local(finding.relation()) + " " + object;
    }

    private static String local(String iri) {
        return iri.substring(iri.indexOf('#') + 1);
    }
}
