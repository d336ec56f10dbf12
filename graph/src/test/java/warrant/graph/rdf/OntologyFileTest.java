package warrant.graph.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.graph.Datatypes;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Example;
import warrant.graph.Ontology.Relation;

class OntologyFileTest {
    private static final String PREFIXES = """
            @prefix : <urn:x#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix w: <urn:warrant:> .
            """;
    private static final int PREFIX_LINES = 6;

    @Test
    void reads_classes_with_labels_in_the_order_of_the_matters_language() {
        String text = """
                :Lease a owl:Class ; rdfs:subClassOf :Contract ; owl:disjointWith :Invoice ;
                  rdfs:label "Mietvertrag"@de , "lease"@en ; skos:altLabel "tenancy" ;
                  rdfs:comment "Ein Vertrag."@de , "A contract to use a thing."@en ;
                  skos:example "This Lease is made today."@en .
                :Invoice a owl:Class .
                """;

        Ontology english = read(text);
        Ontology german = OntologyFile.read("o.ttl", PREFIXES + text, "de");

        assertThat(english.classes().get("urn:x#Lease"))
                .isEqualTo(new Ontology.Kind(
                        "urn:x#Lease",
                        List.of("lease", "tenancy", "Mietvertrag"),
                        "A contract to use a thing.",
                        Set.of("urn:x#Contract"),
                        Set.of("urn:x#Invoice"),
                        List.of("This Lease is made today.")));
        assertThat(kind(german, "urn:x#Lease").label()).isEqualTo("Mietvertrag");
        assertThat(kind(english, "urn:x#Invoice").disjoint()).containsExactly("urn:x#Lease");
        assertThat(kind(english, "urn:x#Contract").label()).isEqualTo("contract");
        assertThat(english.defaultPrefix()).isEqualTo("urn:x#");
    }

    @Test
    void reads_relations_with_unions_inverses_kinds_and_examples() {
        Ontology ontology = read("""
                :A a owl:Class . :B a owl:Class .
                :occupies a owl:ObjectProperty , owl:FunctionalProperty , owl:TransitiveProperty , w:State ;
                  rdfs:domain [ a owl:Class ; owl:unionOf ( :A :B ) ] ; rdfs:range :B ; rdfs:subPropertyOf :uses ;
                  skos:example "Ann lives in Rome. => Ann | Rome" , "Ann lives." .
                :uses a owl:ObjectProperty .
                :isOccupiedBy a owl:ObjectProperty ; owl:inverseOf :occupies .
                :since a owl:DatatypeProperty ; rdfs:range xsd:gYear .
                :rent rdfs:range w:Money .
                """);

        Relation occupies = ontology.relation("urn:x#occupies").orElseThrow();
        assertThat(occupies.domain()).containsExactlyInAnyOrder("urn:x#A", "urn:x#B");
        assertThat(occupies.range()).containsExactly("urn:x#B");
        assertThat(occupies.object() && occupies.functional() && occupies.transitive() && occupies.state())
                .isTrue();
        assertThat(occupies.inverse()).isEqualTo("urn:x#isOccupiedBy");
        assertThat(occupies.parents()).containsExactly("urn:x#uses");
        assertThat(occupies.examples())
                .containsExactly(
                        new Example("Ann lives in Rome.", "Ann", "Rome"), new Example("Ann lives.", null, null));
        assertThat(ontology.relation("urn:x#isOccupiedBy").orElseThrow().inverse())
                .isEqualTo("urn:x#occupies");
        assertThat(ontology.relation("urn:x#since").orElseThrow().range()).containsExactly(Datatypes.INTEGER);
        assertThat(ontology.relation("urn:x#rent").orElseThrow().object()).isFalse();
    }

    @Test
    void reads_labelled_individuals_but_not_the_ontology_itself() {
        Ontology ontology = read("""
                <urn:x> a owl:Ontology ; rdfs:label "About" .
                :Country a owl:Class .
                :ie a :Country ; rdfs:label "Ireland" , "Irland"@de .
                :fr a :Country .
                """);

        assertThat(ontology.entities()).containsOnlyKeys("urn:x#ie");
        assertThat(ontology.entities().get("urn:x#ie")).containsExactly("Ireland", "Irland");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            :A a owl:Class%:B a owl:Class .       | 1:15 | '.' is missing at the end of line 7
            :A a owl:Class ; rdfs:label "x .%:B . | 1:33 | closing quotation mark
            :A a foo:Class .                      | 1:6  | '@prefix foo: <...> .' is missing
            :A a owl:Class ; rdfs:lable "x" .     | 1:29 | there is no rdfs:lable. Maybe rdfs:label
            :p a owl:ObjectPropety .              | 1:6  | Maybe owl:ObjectProperty is meant
            :p rdfs:range w:Mony .                | 1:15 | Maybe w:Money is meant
            :p rdfs:range xsd:dat .               | 1:15 | Maybe xsd:date is meant
            :Party a owl:Class . :p rdfs:domain :Partyy . | 1:37 | Maybe :Party is meant
            A a owl:Class .                       | 1:1  | Maybe ':A' is meant
            :A a <relative> .                     | 1:6  | expected an absolute IRI
            :p a owl:ObjectProperty ; rdfs:range xsd:date . | 1:38 | owl:DatatypeProperty is meant
            :p a owl:ObjectProperty , owl:DatatypeProperty . | 1:27 | at once
            :A a owl:Class . :p a owl:DatatypeProperty ; rdfs:range :A . | 1:57 | owl:ObjectProperty is meant
            :A a owl:Class                        | 1:15 | '.'
            :A rdfs:label "half                   | 1:20 | Broken
            """)
    void an_error_has_its_place_and_a_suggestion(String text, String place, String words) {
        RdfException thrown = catchThrowableOfType(RdfException.class, () -> read(text.replace('%', '\n')));

        int line = Integer.parseInt(place.split(":")[0]) + PREFIX_LINES;
        assertThat(thrown).hasMessageStartingWith("o.ttl:" + line + ":" + place.split(":")[1] + ": ");
        assertThat(thrown).hasMessageContaining(words);
    }

    @Test
    void an_empty_file_says_nothing() {
        assertThat(OntologyFile.read("o.ttl", "").relations()).isEmpty();
        assertThat(OntologyFile.read("o.ttl", "\ufeff# nothing\n").classes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PK\u0003\u0004\u0000binary", "<html><body>", "'{\"json\": 1}'", "%PDF-1.7"})
    void a_file_of_another_kind_is_refused(String text) {
        assertThatThrownBy(() -> OntologyFile.read("o.ttl", text)).isInstanceOf(RdfException.class);
    }

    @Test
    void brackets_without_end_are_refused() {
        assertThatThrownBy(() -> read(":a :b " + "[ :c ".repeat(200_000))).isInstanceOf(RdfException.class);
        assertThatThrownBy(() -> read(":a :b " + "( ".repeat(200_000))).isInstanceOf(RdfException.class);
    }

    @Test
    void a_huge_ontology_is_read_in_time() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append(":C%d a owl:Class ; rdfs:label \"class %d\" ; owl:disjointWith :D%d .%n".formatted(i, i, i));
        }

        assertThat(read(text.toString()).classes()).hasSize(4_000);
    }

    @Test
    void a_circle_of_classes_or_of_a_list_ends() {
        Ontology ontology = read("""
                :A rdfs:subClassOf :B . :B rdfs:subClassOf :A .
                :p rdfs:domain _:l . _:l owl:unionOf _:l .
                """);

        assertThat(ontology.isA("urn:x#A", "urn:x#B")).isTrue();
        assertThat(ontology.isA("urn:x#A", "urn:x#C")).isFalse();
    }

    @Test
    void the_general_ontology_explains_every_relation() {
        Ontology general = OntologyFile.general();

        assertThat(general.relations()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(general.relations().values()).allSatisfy(relation -> {
            assertThat(relation.comment()).endsWith(".");
            assertThat(relation.domain()).isNotEmpty();
            assertThat(relation.range()).hasSize(1);
            assertThat(general.classes().keySet()).containsAll(relation.domain());
            assertThat(relation.examples()).singleElement().satisfies(example -> {
                assertThat(example.subject()).isNotNull();
                assertThat(example.object()).isNotNull();
            });
        });
    }

    private static Ontology read(String text) {
        return OntologyFile.read("o.ttl", PREFIXES + text);
    }

    private static Ontology.Kind kind(Ontology ontology, String iri) {
        return Objects.requireNonNull(ontology.classes().get(iri), iri);
    }
}
