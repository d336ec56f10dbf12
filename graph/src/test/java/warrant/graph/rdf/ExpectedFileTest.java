package warrant.graph.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Triple;

class ExpectedFileTest {
    private static final String PREFIXES = """
            @prefix : <urn:x#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix w: <urn:warrant:> .
            """;
    private static final Ontology ONTOLOGY = OntologyFile.read("o.ttl", PREFIXES + """
            :Party a owl:Class .
            :amount a owl:DatatypeProperty ; rdfs:range w:Money .
            :governedBy a owl:ObjectProperty .
            :ireland rdfs:label "Ireland" .
            """);

    @Test
    void entities_are_told_by_all_their_labels_and_values_are_canonical() {
        Expected expected = read("""
                :a a :Party ; rdfs:label "Acme Ltd"@en ; skos:altLabel "Supplier", "Acme" ;
                  :amount "EUR 5"^^w:Money , "EUR 7" ; :due "P6W"^^xsd:duration ; :governedBy :ireland ; :number "007" .
                """);

        Entity a = new Entity("urn:x#a");
        assertThat(expected.labels(a)).containsExactly("Acme Ltd", "Supplier", "Acme");
        assertThat(expected.labels(new Entity("urn:x#ireland"))).containsExactly("Ireland");
        assertThat(expected.statements())
                .containsExactly(
                        new Triple(a, Iris.TYPE, new Entity("urn:x#Party")),
                        new Triple(a, "urn:x#amount", new Literal("EUR 5.00", Datatypes.MONEY)),
                        new Triple(a, "urn:x#amount", new Literal("EUR 7.00", Datatypes.MONEY)),
                        new Triple(a, "urn:x#due", new Literal("P42D", Datatypes.DURATION)),
                        new Triple(a, "urn:x#governedBy", new Entity("urn:x#ireland")),
                        new Triple(a, "urn:x#number", Literal.text("007")));
    }

    @Test
    void blank_nodes_are_entities_too_and_statements_about_statements_are_let_pass() {
        Expected expected = read("""
                [ a :Party ; rdfs:label "Acme Ltd" ] :governedBy [ rdfs:label "France" ] {| :source "x" |} .
                """);

        assertThat(expected.statements()).extracting(Triple::relation).contains("urn:x#governedBy");
        assertThat(expected.labels().values())
                .anySatisfy(labels -> assertThat(labels).containsExactly("France"));
    }

    @Test
    void a_misspelled_relation_and_a_value_that_is_none_are_named_with_their_place() {
        assertThatThrownBy(() -> read(":a :amuont \"EUR 5\" ."))
                .isInstanceOf(RdfException.class)
                .hasMessage("e.ttl:7:12: the ontology has no relation :amuont. Maybe :amount is meant.");
        assertThatThrownBy(() -> read(":a :due \"2024-02-30\"^^xsd:date ."))
                .isInstanceOf(RdfException.class)
                .hasMessageContaining("e.ttl:7:")
                .hasMessageContaining("no such day: '2024-02-30'");
    }

    @Test
    void nothing_is_expected_of_an_empty_file_and_half_a_file_is_refused() {
        assertThat(ExpectedFile.read("e.ttl", "", ONTOLOGY).statements()).isEmpty();
        assertThatThrownBy(() -> read(":a a :Party ; rdfs:la")).isInstanceOf(RdfException.class);
    }

    private static Expected read(String text) {
        return ExpectedFile.read("e.ttl", PREFIXES + text, ONTOLOGY);
    }
}
