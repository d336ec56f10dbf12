package warrant.orchestrator.eval.lubm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.orchestrator.eval.suite.DataSets;
import warrant.orchestrator.eval.suite.Item.Outcome;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.SuiteException;

class LubmSuiteTest {
    /** The words are the benchmark's; the ontology and the data were written for this test. */
    private static final String ONTOLOGY = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:owl="http://www.w3.org/2002/07/owl#">
              <owl:Class rdf:ID="Chair">
                <owl:intersectionOf rdf:parseType="Collection">
                  <owl:Class rdf:about="#Person"/>
                  <owl:Restriction>
                    <owl:onProperty rdf:resource="#headOf"/>
                    <owl:someValuesFrom><owl:Class rdf:about="#Department"/></owl:someValuesFrom>
                  </owl:Restriction>
                </owl:intersectionOf>
              </owl:Class>
              <owl:ObjectProperty rdf:ID="headOf"><rdfs:domain rdf:resource="#Person"/></owl:ObjectProperty>
              <owl:ObjectProperty rdf:ID="degreeFrom"><owl:inverseOf rdf:resource="#hasAlumnus"/></owl:ObjectProperty>
              <owl:TransitiveProperty rdf:ID="subOrganizationOf"/>
            </rdf:RDF>
            """;

    private static final String DATA = """
            @prefix u: <http://elsewhere.example/univ-bench.owl#> .
            <http://www.Department0.University0.edu> a u:Department ; u:subOrganizationOf <http://www.University0.edu> .
            <http://www.Department0.University0.edu/Group0>
                u:subOrganizationOf <http://www.Department0.University0.edu> .
            <urn:kim> u:headOf <http://www.Department0.University0.edu> ; u:degreeFrom <http://www.University0.edu> .
            """;

    @TempDir
    private Path folder;

    @Test
    void queries_are_answered_over_what_the_ontology_implies() throws IOException {
        write("q1", "q1(?X,?Y) <- Chair(?X), headOf(?X,?Y) .");
        write("q2", "q2(?X) <- hasAlumnus(University0,?X) .");
        write("q3", "q3(?X) <- subOrganizationOf(?X,University0) .");
        write("q4", "q4(?X) <- Course(?X) .");
        Files.writeString(folder.resolve("univ-bench.owl"), ONTOLOGY);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("data.ttl.gz")))) {
            out.write(DATA.getBytes(StandardCharsets.UTF_8));
        }

        Report report = new LubmSuite().run(Request.of(folder));

        assertThat(report.measure("q1 answers")).isEqualTo(1);
        assertThat(report.measure("q2 answers")).isEqualTo(1);
        assertThat(report.measure("q3 answers")).isEqualTo(2);
        assertThat(report.measure("q4 answers")).isZero();
        assertThat(report.count(Outcome.RIGHT)).as("as Jena has it").isEqualTo(4);
        assertThat(report.measure("proofs accepted")).isEqualTo(4);
    }

    @Test
    void a_folder_without_queries_is_an_error() {
        assertThatThrownBy(() -> new LubmSuite().run(Request.of(folder))).isInstanceOf(SuiteException.class);
    }

    @Test
    void the_benchmark_has_its_reference_answers() {
        Assumptions.assumeTrue(Boolean.getBoolean("lubm"), "long: runs with -Dlubm=true");

        Report report = new LubmSuite().run(Request.of(DataSets.folder("lubm")));

        assertThat(report.count(Outcome.RIGHT)).isEqualTo(14);
    }

    private void write(String name, String query) throws IOException {
        Path queries = Files.createDirectories(folder.resolve("queries"));
        Files.writeString(queries.resolve(name + ".txt"), query);
    }
}
