package warrant.extraction.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.graph.Document;
import warrant.graph.Ontology;
import warrant.graph.Page;
import warrant.graph.Passage;
import warrant.graph.rdf.OntologyFile;

/** What a document names, told by its form and by the classes of an ontology. */
final class NamingTest {
    private static final Ontology FERRY = OntologyFile.read("ferry.ttl", """
            @prefix : <urn:f#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :Line a owl:Class ; rdfs:label "line" ; rdfs:comment "A credit line." .
            :Mishap a owl:Class ; rdfs:label "mishap" ; rdfs:comment "An event in which a ship comes to harm." .
            :Report a owl:Class ; rdfs:label "report" ; rdfs:comment "A report on a mishap." .
            :Warning a owl:Class ; rdfs:label "storm warning" ; rdfs:comment "A message that a storm is coming." .
            :Firm a owl:Class ; rdfs:label "company" ; rdfs:comment "A company that runs ships." .
            :happenedOn a owl:DatatypeProperty ; rdfs:label "happened on" ; rdfs:comment "The day of the mishap." ;
              rdfs:domain :Mishap ; rdfs:range xsd:date .
            :filedOn a owl:DatatypeProperty ; rdfs:label "filed on" ; rdfs:comment "The day of the report." ;
              rdfs:domain :Report ; rdfs:range xsd:date .
            """);

    private static DocumentContext context(String text) {
        return context("Papers", text);
    }

    private static DocumentContext context(String title, String text) {
        Document document =
                new Document("d", "d.txt", "h", "text/plain", title, null, "t", List.of(new Page("1", text)));
        Passage passage = new Passage("p", "d", "1", 0, text.codePointCount(0, text.length()), "", text);
        return new Naming(FERRY, new Kinds(FERRY), null).context(document, List.of(passage));
    }

    private static List<String> names(String text) {
        return context(text).things().stream()
                .map(thing -> thing.name() + (thing.kind().isEmpty() ? "" : " " + thing.kind()))
                .toList();
    }

    @Test
    void a_letter_counts_what_a_class_names() {
        assertThat(names("Line A may be drawn once and Line B again and again."))
                .contains("Line A urn:f#Line", "Line B urn:f#Line");
    }

    @Test
    void a_description_with_a_term_in_brackets_introduces_a_thing() {
        assertThat(names("The bank lends up to EUR 5,000 for the summer (the “Summer Line”)."))
                .contains("Summer Line urn:f#Line");
    }

    @Test
    void a_heading_in_capitals_names_nothing() {
        assertThat(names("4. WINTER AND SUMMER\n\nThe ferry runs all year.")).isEmpty();
    }

    @Test
    void the_number_of_a_company_is_no_company() {
        assertThat(names("Tern Ferries Ltd (company number 120441) sails."))
                .containsExactly("Tern Ferries Ltd urn:f#Firm");
    }

    @Test
    void a_numbered_thing_is_also_called_as_it_is_written() {
        assertThat(context("See Report No. 17 of May.").things())
                .anySatisfy(thing -> assertThat(thing.aliases()).contains("Report No. 17"));
    }

    @Test
    void a_message_is_what_its_subject_begins_with() {
        DocumentContext context =
                context("Warning No. 2 - gale at the quay", "Please treat this message as Warning No. 2.");

        assertThat(context.main())
                .extracting(thing -> thing == null ? "" : thing.name() + " " + thing.kind())
                .isEqualTo("Warning No. 2 urn:f#Warning");
    }

    @Test
    void a_term_for_several_is_shared_by_all_of_them() {
        DocumentContext context = context("""
                (1) Moss Ferries Ltd, which owns the ship;
                (2) Tern Savings Bank, Rigg, Moss & Cie Bankers Ltd and Köpinge Bankhus (together the “Lenders”).
                """);

        assertThat(context.things())
                .filteredOn(thing -> thing.roles().contains("Lenders"))
                .extracting(Thing::name)
                .containsExactlyInAnyOrder("Tern Savings Bank", "Rigg, Moss & Cie Bankers Ltd", "Köpinge Bankhus");
    }

    @Test
    void what_happens_may_have_any_name_but_a_paper_says_what_it_is() {
        Kinds kinds = new Kinds(FERRY);

        assertThat(kinds.admits("urn:f#Mishap", Kinds.Sort.OTHER)).isTrue();
        assertThat(kinds.admits("urn:f#Report", Kinds.Sort.OTHER)).isFalse();
    }
}
