package warrant.extraction.propose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.extraction.propose.Draft.DraftKind;
import warrant.extraction.propose.Draft.DraftRelation;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.file.Readers;
import warrant.extraction.split.Splitter;
import warrant.graph.Datatypes;
import warrant.graph.Ontology;
import warrant.graph.rdf.OntologyFile;
import warrant.llm.LanguageModel;
import warrant.llm.ScriptedModel;

class DraftingTest {
    private static final String LEASE = """
            LEASE AGREEMENT

            This Lease Agreement is made between Birchwood Estates Ltd (the "Landlord") and Colm Draper (the "Tenant").

            1. Rent. The monthly rent is EUR 1,250.00. It is due on the first day of each month.

            2. Group. Birchwood Estates Ltd is owned by Larchmont Holdings plc. Quayside Storage Ltd is owned by
            Harbour Group plc. The commencement date is 1 March 2024.
            """;
    private static final String PAYMENTS = """
            Payment no.,Amount,Paid on,Paid by
            P-001,EUR 1250.00,2024-07-01,Birchwood Estates Ltd
            P-002,EUR 1300.00,2024-08-05,Harbour Group plc
            P-003,EUR 1250.00,2024-09-02,Larchmont Holdings plc
            """;

    private static Drafting drafting() throws Exception {
        Readers readers = new Readers(Settings.DEFAULT);
        Drafting drafting = new Drafting();
        for (Reading reading : List.of(
                readers.read("lease.txt", LEASE.getBytes(UTF_8)),
                readers.read("payments.csv", PAYMENTS.getBytes(UTF_8)))) {
            drafting.add(reading, new Splitter().split(reading));
        }
        return drafting;
    }

    private static DraftRelation relation(Draft draft, String label) {
        return draft.relations().stream()
                .filter(relation -> relation.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + label + "' in " + draft.relations()));
    }

    @Test
    void tables_give_a_class_for_rows_and_a_relation_for_each_column() throws Exception {
        Draft draft = drafting().draft(2);

        assertThat(draft.kinds()).extracting(DraftKind::label).contains("payment", "company");
        assertThat(relation(draft, "amount").range()).isEqualTo(Datatypes.MONEY);
        assertThat(relation(draft, "paid on").range()).isEqualTo(Datatypes.DATE);
        assertThat(relation(draft, "paid by").range()).isEqualTo("company");
        assertThat(relation(draft, "paid by").domain()).isEqualTo("payment");
    }

    @Test
    void verbs_between_names_and_roles_that_are_defined_become_relations() throws Exception {
        Draft draft = drafting().draft(2);

        DraftRelation owned = relation(draft, "is owned by");
        assertThat(owned.object()).isTrue();
        assertThat(owned.domain()).isEqualTo("company");
        assertThat(owned.range()).isEqualTo("company");
        assertThat(owned.count()).isEqualTo(2);
        assertThat(owned.examples().getFirst().subject()).isEqualTo("Birchwood Estates Ltd");
        assertThat(relation(draft, "landlord").domain()).isEqualTo("lease agreement");
        assertThat(relation(draft, "tenant").range()).isEqualTo("person");
    }

    @Test
    void nouns_before_values_become_relations_where_rare_ones_are_wanted() throws Exception {
        Draft draft = drafting().draft(1);

        assertThat(relation(draft, "monthly rent").range()).isEqualTo(Datatypes.MONEY);
        assertThat(relation(draft, "commencement date").range()).isEqualTo(Datatypes.DATE);
    }

    @Test
    void the_turtle_is_an_ontology_of_a_matter() throws Exception {
        Draft draft = drafting().draft(1);

        Ontology ontology = OntologyFile.read("draft.ttl", DraftTurtle.of(draft, "urn:example:draft#"));

        assertThat(ontology.classes()).hasSize(draft.kinds().size());
        assertThat(ontology.relations()).hasSize(draft.relations().size());
        Ontology.Relation owned =
                ontology.relation("urn:example:draft#isOwnedBy").orElseThrow();
        assertThat(owned.examples().getFirst().object()).isEqualTo("Larchmont Holdings plc");
    }

    @Test
    void what_a_model_does_not_find_stated_is_left_out() throws Exception {
        try (LanguageModel doubtful = new ScriptedModel((text, question) -> question.contains("owned") ? 0.1 : 0.9)) {
            Draft draft = new Confirming(doubtful).confirmed(drafting().draft(1));

            assertThat(draft.relations())
                    .extracting(DraftRelation::label)
                    .contains("monthly rent", "amount", "landlord");
            assertThat(draft.relations()).extracting(DraftRelation::label).doesNotContain("is owned by");
        }
    }

    @Test
    void nouns_are_told_from_titles_and_captions() {
        assertThat(Phrases.noun("Amendment Agreement No. 2")).isEqualTo("amendment agreement");
        assertThat(Phrases.noun("Invoices 2024")).isEqualTo("invoice");
        assertThat(Phrases.header("Power (kW)")).isEqualTo("power");
        assertThat(Phrases.camel("is owned by", false)).isEqualTo("isOwnedBy");
    }
}
