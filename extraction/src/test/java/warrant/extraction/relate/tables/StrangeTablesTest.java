package warrant.extraction.relate.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Side;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.file.Readers;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.graph.rdf.OntologyFile;

/** Tables whose headers do not say what the ontology says, and whose cells name things in other forms. */
class StrangeTablesTest {
    private final Ontology ontology = ontology();

    @Test
    void people_are_named_surname_first_under_a_header_that_says_only_that_they_are_people() throws Exception {
        List<String> found = statements("inspections.csv", """
                Inspection no.,Employee,Turbine,Begun,Ended,Type of finding,Defects,Remarks
                P-1,"Ødegård-Lie, Sunniva",WT-04,2024-03-01,2024-03-02,blade erosion,3,windy
                P-2,"van der Velde, Piet J.",WT-05,2024-03-05,2024-03-05,none worth noting,0,
                """);

        assertThat(found)
                .contains(
                        "P-1 carriedOutBy Sunniva Ødegård-Lie",
                        "Sunniva Ødegård-Lie altLabel Ødegård-Lie, Sunniva",
                        "P-2 carriedOutBy Piet J. van der Velde",
                        "P-1 ofTurbine WT-04",
                        "P-1 beganOn 2024-03-01",
                        "P-2 endedOn 2024-03-05",
                        "P-1 finding blade erosion",
                        "P-1 defects 3",
                        "P-2 defects 0")
                .noneMatch(statement -> statement.contains("windy"));
    }

    @Test
    void a_number_that_somebody_goes_by_stands_for_the_one_whom_another_table_names() throws Exception {
        List<Extraction> found = extractions("staff.html", """
                <html><body><h1>Crew</h1>
                <table><tr><th>Name</th><th>Staff no.</th><th>DOB</th></tr>
                <tr><td>Lund, Peer</td><td>K-77</td><td>2 May 1981</td></tr>
                <tr><td>Brough, Ada</td><td>K-78</td><td>9 June 1990</td></tr></table>
                <h2>Inspections</h2>
                <table><tr><th>Inspection</th><th>Staff number</th><th>Begins on</th></tr>
                <tr><td>P-7</td><td>K-78</td><td>2024-01-04</td></tr>
                <tr><td>P-8</td><td>K-99</td><td>2024-01-05</td></tr></table></body></html>
                """);

        assertThat(words(CodeNames.resolved(found)))
                .contains(
                        "Peer Lund staffNo K-77",
                        "Peer Lund dateOfBirth 1981-05-02",
                        "P-7 carriedOutBy Ada Brough",
                        "P-8 carriedOutBy K-99",
                        "K-99 staffNo K-99")
                .doesNotContain("K-78 staffNo K-78");
    }

    @Test
    void a_header_of_two_lines_is_read_as_one() throws Exception {
        List<String> groups = statements("inspections.html", """
                <table><tr><th rowspan="2">Inspection</th>
                <th colspan="2">Inspection period</th><th rowspan="2">Turbine</th></tr>
                <tr><th>Begin</th><th>End</th></tr>
                <tr><td>P-1</td><td>01.03.2024</td><td>02.03.2024</td><td>WT-04</td></tr>
                <tr><td>P-2</td><td>05.03.2024</td><td>15.03.2024</td><td>WT-05</td></tr></table>
                """);
        List<String> units = statements("turbines.csv", """
                Turbine;Rated power;Hub height;Availability;Purchase price
                ;kW;m;%;EUR
                WT-04;2.300;98,5;97,25;1.250.000,00
                WT-05;3.450;112,0;95,5;1.975.500,50
                """);

        assertThat(groups).contains("P-1 beganOn 2024-03-01", "P-2 endedOn 2024-03-15", "P-2 ofTurbine WT-05");
        assertThat(units)
                .contains(
                        "WT-04 ratedPower 2300 kW",
                        "WT-05 hubHeight 112 m",
                        "WT-04 availability 97.25 %",
                        "WT-05 purchasePrice EUR 1975500.50");
    }

    @Test
    void what_a_row_tells_of_another_thing_than_its_own_is_said_of_that() throws Exception {
        List<String> found = statements("turbines.csv", """
                Turbine,Operator,Operator's VAT number,Commissioning date,Grid connected
                WT-04,Skarv Vind AS,NO 918 222 1,2019-05-02,✓
                WT-05,Skarv Vind AS,NO 918 222 1,2019-06-11,✗
                WT-06,Total Energies SE,FR 44 812,2020-01-15,x
                Total,3,,,
                """);

        assertThat(found)
                .contains(
                        "Skarv Vind AS vatNumber NO 918 222 1",
                        "Total Energies SE vatNumber FR 44 812",
                        "WT-04 gridConnected true",
                        "WT-05 gridConnected false",
                        "WT-06 operatedBy Total Energies SE",
                        "WT-06 commissionedOn 2020-01-15")
                .noneMatch(statement -> statement.startsWith("Total type"))
                .noneMatch(statement -> statement.startsWith("Total operatedBy"));
    }

    @Test
    void a_number_that_changes_from_row_to_row_is_not_said_of_a_thing_that_does_not() throws Exception {
        List<String> found = statements("turbines.csv", """
                Turbine,Operator,VAT number
                WT-04,Skarv Vind AS,NO 918 222 1
                WT-05,Skarv Vind AS,NO 111 333 7
                """);

        assertThat(found).noneMatch(statement -> statement.contains("vatNumber"));
    }

    @Test
    void german_words_are_taken_apart_and_german_figures_read() throws Exception {
        String text = """
                Anlagenverzeichnis;;;;;
                Turbine;Nennleistung (kW);Inbetriebnahmedatum;Kaufpreis;Netzanschluss;Nabenhöhe in m
                WT-11;2.300;12.03.2015;1.234.567,89 EUR;ja;98,5
                WT-12;3.450;1. Juni 2016;987.654,00 EUR;nein;101
                Zwischensumme;5.750;;2.222.221,89 EUR;;
                """;
        List<String> found = words(extractions("anlagen.csv", text.getBytes(Charset.forName("windows-1252"))));

        assertThat(found)
                .contains(
                        "WT-11 ratedPower 2300 kW",
                        "WT-11 commissionedOn 2015-03-12",
                        "WT-12 commissionedOn 2016-06-01",
                        "WT-11 purchasePrice EUR 1234567.89",
                        "WT-12 gridConnected false",
                        "WT-11 hubHeight 98.5 m")
                .noneMatch(statement -> statement.startsWith("Zwischensumme"));
    }

    @Test
    void two_tables_beside_each_other_are_two() throws Exception {
        List<String> found = words(extractions("plant.csv", """
                Turbine,Rated power (kW),,Land lease,Yearly rent (EUR),Term (years)
                WT-04,2300,,L-1,"12,500.00",20
                WT-05,3450,,L-2,"9,750.50",25
                WT-06,3450,,,,
                """.getBytes(UTF_8)));

        assertThat(found)
                .contains("WT-06 ratedPower 3450 kW", "L-1 yearlyRent EUR 12500.00", "L-2 leaseTerm P25Y")
                .noneMatch(statement -> statement.matches("WT.* (yearlyRent|leaseTerm) .*"));
    }

    @Test
    void several_people_in_a_cell_are_several() throws Exception {
        List<String> found = statements("leases.csv", """
                Land lease,Lessor,Term (months)
                L-1,"Anna Lind / Per Vik",240
                L-2,"Moe, Olaf; Moe, Turid",300
                """);

        assertThat(found)
                .contains("L-1 lessor Anna Lind", "L-1 lessor Per Vik", "L-2 lessor Turid Moe", "L-2 leaseTerm P25Y");
    }

    @Test
    void the_meaning_given_to_a_table_can_be_read() throws Exception {
        Reading reading = read("turbines.csv", "Turbine,Operator,Colour\nWT-1,Skarv Vind AS,grey\n".getBytes(UTF_8));
        Table table = reading.tables().getFirst();

        assertThat(new TableRelator(ontology, null)
                        .understand(reading.document(), table)
                        .meaning())
                .isEqualTo(
                        "each row is a ‘turbine’ named by “Turbine”; “Operator”: ‘is operated by’; not used: “Colour”");
    }

    private List<String> statements(String name, String text) throws Exception {
        return words(extractions(name, text));
    }

    private List<Extraction> extractions(String name, String text) throws Exception {
        return extractions(name, text.getBytes(UTF_8));
    }

    private List<Extraction> extractions(String name, byte[] bytes) throws Exception {
        Reading reading = read(name, bytes);
        TableRelator relator = new TableRelator(ontology, null);
        List<Extraction> all = new ArrayList<>();
        reading.tables().forEach(table -> all.add(relator.extract(reading.document(), table)));
        return all;
    }

    private static Reading read(String name, byte[] bytes) throws Exception {
        return new Readers(Settings.DEFAULT).read(name, bytes);
    }

    private static List<String> words(List<Extraction> extractions) {
        return extractions.stream()
                .flatMap(extraction -> extraction.findings().stream())
                .map(StrangeTablesTest::words)
                .toList();
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

    private static Ontology ontology() {
        try (InputStream in = StrangeTablesTest.class.getResourceAsStream("turbines.ttl")) {
            return OntologyFile.read(
                    "turbines.ttl", new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
