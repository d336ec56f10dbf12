package warrant.extraction.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import warrant.extraction.Finding;
import warrant.extraction.Rejection;
import warrant.extraction.Side;
import warrant.graph.Change;
import warrant.graph.Datatypes;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.graph.rdf.OntologyFile;

final class ResolverTest {
    private static final Ontology ONTOLOGY = OntologyFile.read("o.ttl", """
            @prefix : <urn:t#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :Company a owl:Class . :Person a owl:Class . :Agreement a owl:Class . :Invoice a owl:Class .
            :knows a owl:ObjectProperty .
            :party a owl:ObjectProperty ; rdfs:domain :Agreement ; rdfs:range :Company .
            :due a owl:DatatypeProperty, owl:FunctionalProperty ; rdfs:range xsd:date .
            """);
    private static final Resolver RESOLVER = new Resolver(ONTOLOGY);

    private static Quotation place(String document, String words) {
        return new Quotation(new Span(document, "1", 0, words.length(), null), words);
    }

    private static Side.Named named(String document, String name, String kind) {
        return new Side.Named(name, kind.isEmpty() ? "" : "urn:t#" + kind, place(document, name));
    }

    private static Finding finding(Side.Named subject, String relation, Side object, double confidence) {
        String document = subject.quotation().span().document();
        return new Finding(
                subject,
                relation,
                object,
                Interval.ALWAYS,
                List.of(place(document, "words")),
                confidence,
                "model",
                "p");
    }

    private static Finding knows(String document, String one, String kind, String other, String otherKind) {
        return finding(named(document, one, kind), "urn:t#knows", named(document, other, otherKind), 0.9);
    }

    private static Finding alias(String document, String name, String kind, String alias) {
        return finding(named(document, name, kind), Iris.ALT_LABEL, new Side.Value(Literal.text(alias)), 1);
    }

    private static Finding due(String document, String name, String day, double confidence) {
        return finding(
                named(document, name, "Invoice"),
                "urn:t#due",
                new Side.Value(new Literal(day, Datatypes.DATE)),
                confidence);
    }

    private static Set<String> merged(Resolution resolution) {
        Set<String> merged = new java.util.TreeSet<>();
        resolution.merges().forEach(m -> merged.add(m.mergedName() + " -> " + m.keptName()));
        return merged;
    }

    @Test
    void near_same_names_of_different_companies_stay_apart() {
        Resolution resolution = RESOLVER.resolve(
                List.of(
                        knows("a", "Tarn Freight Systems Ltd", "Company", "Tarn Freight Services GmbH", "Company"),
                        knows("b", "Oldmark Holding", "Company", "Oldmark Logistics", "Company"),
                        knows("b", "Pell Works Ltd", "Company", "Pell Works GmbH", "Company")),
                Set.of());

        assertThat(resolution.merges()).isEmpty();
    }

    @Test
    void spellings_initials_and_short_references_come_together_and_say_why() {
        Resolution resolution = RESOLVER.resolve(
                List.of(
                        knows("a", "Tarn Freight Ltd", "Company", "Jan Sorel", "Person"),
                        knows("b", "Tarn Freight Limited", "Company", "J. Sorel", "Person"),
                        knows("b", "Ms Ode", "Person", "Mara Ode", "Person"),
                        knows("c", "Amendment No. 2", "Agreement", "Amendment Agreement No. 2", "Agreement")),
                Set.of());

        assertThat(merged(resolution))
                .containsExactlyInAnyOrder(
                        "Tarn Freight Ltd -> Tarn Freight Limited",
                        "J. Sorel -> Jan Sorel",
                        "Ms Ode -> Mara Ode",
                        "Amendment No. 2 -> Amendment Agreement No. 2");
        assertThat(resolution.merges()).allSatisfy(m -> assertThat(m.reason()).isNotBlank());
    }

    @Test
    void an_initial_that_fits_two_people_names_neither() {
        Resolution resolution = RESOLVER.resolve(
                List.of(
                        knows("a", "Jan Sorel", "Person", "Julia Sorel", "Person"),
                        knows("b", "J. Sorel", "Person", "Mara Ode", "Person")),
                Set.of());

        assertThat(resolution.merges()).isEmpty();
    }

    @Test
    void a_role_names_a_different_company_in_each_document() {
        Resolution resolution = RESOLVER.resolve(
                List.of(
                        alias("a", "Tarn Freight Ltd", "Company", "Seller"),
                        alias("b", "Pell Works Ltd", "Company", "Seller")),
                Set.of());

        assertThat(resolution.merges()).isEmpty();
    }

    @Test
    void a_merge_that_somebody_undid_stays_undone() {
        List<Finding> findings = List.of(
                knows("a", "Jan Sorel", "Person", "Mara Ode", "Person"),
                knows("b", "J. Sorel", "Person", "Mara Ode", "Person"));
        Merge merge = RESOLVER.resolve(findings, Set.of()).merges().getFirst();

        Resolution apart = RESOLVER.resolve(findings, Set.of(new Pair(merge.kept(), merge.merged())));

        assertThat(apart.merges()).isEmpty();
    }

    @Test
    void things_of_classes_that_exclude_each_other_stay_apart_under_one_name() {
        Resolution resolution = RESOLVER.resolve(
                List.of(
                        knows("a", "Orla", "Person", "Mara Ode", "Person"),
                        knows("b", "Orla", "Company", "Mara Ode", "Person")),
                Set.of());

        assertThat(resolution.opens().stream()
                        .map(Change.Open::triple)
                        .filter(t -> t.relation().equals("urn:t#knows"))
                        .map(t -> t.subject().iri())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void of_a_functional_relation_each_document_states_one_value() {
        Resolution resolution = RESOLVER.resolve(
                List.of(
                        due("a", "Invoice B-1", "2024-01-01", 0.9),
                        due("a", "Invoice B-1", "2024-02-02", 0.6),
                        due("b", "Invoice B-1", "2024-03-03", 0.7)),
                Set.of());

        assertThat(resolution.opens().stream()
                        .map(Change.Open::triple)
                        .filter(t -> t.relation().equals("urn:t#due"))
                        .map(t -> ((Literal) t.object()).lexical()))
                .containsExactlyInAnyOrder("2024-01-01", "2024-03-03");
        assertThat(resolution.rejections()).hasSize(1);
    }

    @Test
    void a_side_of_a_class_that_the_ontology_forbids_is_rejected() {
        Resolution resolution = RESOLVER.resolve(
                List.of(finding(named("a", "Deed", "Agreement"), "urn:t#party", named("a", "Mara Ode", "Person"), 0.9)),
                Set.of());

        assertThat(resolution.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.ONTOLOGY);
    }

    @Test
    void the_order_of_documents_and_findings_does_not_matter() {
        long seed = Long.getLong("seed", System.nanoTime());
        List<Finding> findings = new ArrayList<>(List.of(
                knows("a", "Tarn Freight Ltd", "Company", "Jan Sorel", "Person"),
                knows("b", "Tarn Freight Limited", "Company", "J. Sorel", ""),
                knows("c", "Ms Ode", "Person", "Mara Ode", "Person"),
                knows("d", "Amendment No. 2", "Agreement", "Amendment Agreement No. 2", "Agreement"),
                knows("e", "OF-12", "", "Order Form OF-12", "Agreement"),
                alias("e", "Order Form OF-12", "Agreement", "OF-12"),
                due("f", "Invoice B-1", "2024-01-01", 0.9),
                due("f", "Invoice B-1", "2024-02-02", 0.6)));
        Resolution expected = RESOLVER.resolve(findings, Set.of());
        Random random = new Random(seed);

        for (int i = 0; i < 50; i++) {
            Collections.shuffle(findings, random);
            assertThat(RESOLVER.resolve(findings, Set.of())).as("seed %d", seed).isEqualTo(expected);
        }
    }
}
