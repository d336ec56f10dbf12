package warrant.extraction.relate.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import warrant.extraction.Finding;
import warrant.extraction.Side;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.file.Readers;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.graph.rdf.OntologyFile;

/** Tables as offices write them: preambles, counters, headers that only nearly say what the ontology says. */
class OddTablesTest {
    private final Ontology ontology = ontology();

    @Test
    void a_preamble_a_total_and_columns_of_remarks_do_not_disturb() throws Exception {
        List<String> found = statements("loans.csv", """
                Facility schedule as of 30 June 2024

                Loan ID,Borrower,Lender,Principal (EUR),Interest rate (%),Disbursed,Maturity,Term (months),Note
                L-001,Halden Grain Ltd,Nordbank AG,"1,250,000.00",4.25,15/01/2023,15/01/2028,60,
                L-002,"Seaborne Trading, Inc.",Nordbank AG,"400,000",5,03/02/2023,03/02/2026,36,under review
                Total,,,"1,650,000.00",,,,,
                """);

        assertThat(found)
                .containsExactly(
                        "L-001 type Loan",
                        "L-001 borrower Halden Grain Ltd",
                        "L-001 lender Nordbank AG",
                        "L-001 principal EUR 1250000.00",
                        "L-001 rate 4.25 %",
                        "L-001 disbursed 2023-01-15",
                        "L-001 maturity 2028-01-15",
                        "L-001 term P5Y",
                        "L-002 type Loan",
                        "L-002 borrower Seaborne Trading, Inc.",
                        "L-002 lender Nordbank AG",
                        "L-002 principal EUR 400000.00",
                        "L-002 rate 5 %",
                        "L-002 disbursed 2023-02-03",
                        "L-002 maturity 2026-02-03",
                        "L-002 term P3Y");
    }

    @Test
    void a_column_of_currencies_and_one_that_counts_are_understood() throws Exception {
        List<String> found = statements("instalments.csv", """
                #;Loan;Due;Amount;Currency;Payment date
                1;L-001;15.04.2023;25.000,00;EUR;14.04.2023
                2;L-002;03.05.2023;11.111,11;USD;
                """);

        assertThat(found)
                .containsExactly(
                        "Instalment 1 type Instalment",
                        "Instalment 1 ofLoan L-001",
                        "Instalment 1 dueOn 2023-04-15",
                        "Instalment 1 instAmount EUR 25000.00",
                        "Instalment 1 paidOn 2023-04-14",
                        "Instalment 2 type Instalment",
                        "Instalment 2 ofLoan L-002",
                        "Instalment 2 dueOn 2023-05-03",
                        "Instalment 2 instAmount USD 11111.11");
    }

    @Test
    void a_name_is_a_better_key_than_a_counter() throws Exception {
        List<String> found = statements("staff.csv", """
                No.,Name,Employer,Line manager,Hire date,Annual salary,Weekly hours
                1,Anna Lind,Halden Grain Ltd,Olaf Moe,2019-03-01,"NOK 640,000",37.5
                2,Per Vik,Halden Grain Ltd,Anna Lind,2021-08-16,"NOK 480,000",30
                """);

        assertThat(found)
                .contains(
                        "Anna Lind type Employee",
                        "Anna Lind worksFor Halden Grain Ltd",
                        "Anna Lind managedBy Olaf Moe",
                        "Per Vik hired 2021-08-16",
                        "Per Vik salary NOK 480000.00",
                        "Per Vik hours 30")
                .hasSize(12);
    }

    @Test
    void a_header_may_repeat_the_class_that_a_relation_leads_to() throws Exception {
        List<String> found = statements("collateral register.csv", """
                Collateral;Loan secured;Valuation;Valued by
                Warehouse Dock 4;L-001;EUR 900,000;Smith LLP
                MV Aurora;L-002;USD 2m;Jones Ltd
                """);

        assertThat(found)
                .contains("Warehouse Dock 4 secures L-001", "MV Aurora appraised USD 2000000.00")
                .hasSize(6);
    }

    @Test
    void labels_and_values_under_a_heading_are_about_the_document() throws Exception {
        List<String> found = statements("facility letter.md", """
                # Facility letter L-009

                | Item | Detail |
                |---|---|
                | Borrower | Kite Mills Ltd |
                | Principal | EUR 75,000 |
                | Maturity date | 2 May 2027 |
                | Governing law | Norway |
                """);

        assertThat(found)
                .containsExactly(
                        "Facility letter L-009 borrower Kite Mills Ltd",
                        "Facility letter L-009 principal EUR 75000.00",
                        "Facility letter L-009 maturity 2027-05-02");
    }

    @Test
    void a_column_that_names_things_of_another_class_does_not_name_the_rows() throws Exception {
        List<String> found =
                statements("loans.csv", "Borrower,Principal\nHalden Grain Ltd,EUR 5\nKite Mills Ltd,EUR 6\n");

        assertThat(found).isEmpty();
    }

    private List<String> statements(String name, String text) throws Exception {
        Reading reading = new Readers(Settings.DEFAULT).read(name, text.getBytes(UTF_8));
        return new TableRelator(ontology, null)
                .extract(reading.document(), reading.tables().getFirst()).findings().stream()
                        .filter(finding -> !finding.relation().equals(Iris.ALT_LABEL))
                        .map(OddTablesTest::words)
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
        try (InputStream in = OddTablesTest.class.getResourceAsStream("loans.ttl")) {
            return OntologyFile.read(
                    "loans.ttl", new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
