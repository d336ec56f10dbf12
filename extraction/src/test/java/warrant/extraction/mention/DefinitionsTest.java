package warrant.extraction.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.extraction.mention.Mention.Sort;
import warrant.graph.Document;
import warrant.graph.Page;

class DefinitionsTest {

    @Test
    void a_party_in_brackets_is_bound_to_the_name_that_begins_its_paragraph() {
        DefinedTerms terms = terms("""
                (1) Halden Freight Systems Ltd, a company of Norway with seat at Bergen (the “Supplier”); and
                (2) Aldermark Retail GmbH (hereinafter "Customer"), together the "Parties".
                """);

        assertThat(terms.of("the Supplier").orElseThrow().name()).isEqualTo("Halden Freight Systems Ltd");
        assertThat(terms.of("Customer").orElseThrow().name()).isEqualTo("Aldermark Retail GmbH");
    }

    @Test
    void a_party_that_no_form_of_name_gives_away_is_known_by_its_place() {
        DefinedTerms terms = terms("""
                (1) Corvane Storage GmbH of Kiel (the “Company”); and
                (2) Ailbhe Nørgaard-Quill, born on 4 May 1980, of 3 Mill Row, Ostend (the “Keeper”).
                """);

        assertThat(terms.of("the Keeper").orElseThrow().name()).isEqualTo("Ailbhe Nørgaard-Quill");
    }

    @Test
    void prose_before_a_colon_is_no_party() {
        DefinedTerms terms = terms("No longer ours: Tern Ferries Ltd was sold.\nShip Owner: Moss Ferries Ltd\n");

        assertThat(terms.of("No longer ours")).isEmpty();
        assertThat(terms.of("Ship Owner").orElseThrow().name()).isEqualTo("Moss Ferries Ltd");
    }

    @Test
    void two_parties_in_one_sentence_are_kept_apart() {
        DefinedTerms terms =
                terms("A lease between Tolvard Estates Ltd (the \"Landlord\") and Finch Cycles LLP (the \"Tenant\").");

        assertThat(terms.of("Landlord").orElseThrow().name()).isEqualTo("Tolvard Estates Ltd");
        assertThat(terms.of("Tenant").orElseThrow().name()).isEqualTo("Finch Cycles LLP");
    }

    @Test
    void a_term_for_a_document_is_bound_to_that_documents_name() {
        DefinedTerms terms = terms(
                "The parties entered into a Master Supply Agreement dated 12 March 2023 (the “Master Agreement”) in Bergen.");

        DefinedTerms.Definition definition = terms.of("Master Agreement").orElseThrow();
        assertThat(definition.sort()).isEqualTo(Sort.DOCUMENT);
        assertThat(definition.name()).isEqualTo("Master Supply Agreement dated 12 March 2023");
    }

    @Test
    void a_term_for_a_day_or_for_several_is_bound_to_no_name_before_it() {
        DefinedTerms terms = terms("""
                (1) Ostrevan Mutual Bank and Tern Savings Bank (together the “Lenders”).
                The changes to the Harbour and Quay Contract apply from 1 May 2031 (the “Effective Date”).
                """);

        assertThat(terms.of("Lenders").orElseThrow().name()).isEmpty();
        assertThat(terms.of("Effective Date").orElseThrow().name()).isEmpty();
    }

    @Test
    void brackets_behind_a_description_introduce_a_term() {
        DefinedTerms terms = terms("The banks lend up to EUR 5,000 (“Line B”). “Loan” means a loan under Line B.");

        assertThat(terms.of("Line B").orElseThrow().introduced()).isTrue();
        assertThat(terms.of("Loan").orElseThrow().introduced()).isFalse();
    }

    @Test
    void a_term_explained_by_a_sentence_has_no_name() {
        DefinedTerms terms =
                terms("“Business Day” means a day other than a Saturday or a Sunday. It is “Vendor” means Orlen S.A.");

        assertThat(terms.of("Business Day").orElseThrow().name()).isEmpty();
        assertThat(terms.of("Vendor").orElseThrow().name()).isEqualTo("Orlen S.A.");
    }

    @Test
    void labels_of_parties_define_them_in_english_and_chinese() {
        DefinedTerms terms = terms("Seller: Halden Freight Systems Ltd, Bergen\nFrom: Orlen S.A.\n甲方：北京华信科技有限公司\n");

        assertThat(terms.of("Seller").orElseThrow().name()).isEqualTo("Halden Freight Systems Ltd");
        assertThat(terms.of("甲方").orElseThrow().name()).isEqualTo("北京华信科技有限公司");
        assertThat(terms.of("From")).isEmpty();
    }

    @Test
    void a_document_calls_itself_by_its_title_and_by_this() {
        Document document =
                document("This Amendment No. 2 changes the Agreement. In this Amendment, see this Clause 4.");

        assertThat(SelfNames.of(document)).containsExactly("Second Amendment", "Amendment No. 2", "Amendment");
    }

    private static DefinedTerms terms(String text) {
        Document document = document(text);
        DefinedTerms terms = Definitions.of(document);
        assertThat(terms.definitions()).allMatch(definition -> document.quotes(definition.quotation()));
        return terms;
    }

    private static Document document(String text) {
        return new Document(
                "id",
                "a.txt",
                "hash",
                "text/plain",
                "Second Amendment",
                null,
                "test",
                List.of(new Page("1", text.strip())));
    }
}
