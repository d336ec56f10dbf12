package warrant.graph.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.graph.Document;
import warrant.graph.Iris;
import warrant.graph.MatterStore;
import warrant.graph.Ontology;
import warrant.graph.Samples;
import warrant.graph.Statement;
import warrant.graph.memory.MemoryStore;
import warrant.graph.rdf.RdfExport.Format;

class RdfExportTest {
    private static final Document DOCUMENT = Samples.document("lease.pdf", "Rent is due.");
    private static final Ontology GENERAL = OntologyFile.general();
    private final MemoryStore store = new MemoryStore();

    @Test
    void an_ontology_that_is_written_and_read_is_the_same() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RdfExport.ontology(GENERAL, out);

        Ontology again = OntologyFile.read("again.ttl", out.toString(StandardCharsets.UTF_8));
        assertThat(again.classes()).isEqualTo(GENERAL.classes());
        assertThat(again.relations()).isEqualTo(GENERAL.relations());
        assertThat(again.entities()).isEqualTo(GENERAL.entities());
        assertThat(again.defaultPrefix()).isEqualTo(GENERAL.defaultPrefix());
    }

    @Test
    void statements_are_written_as_triples_with_every_character() {
        for (Format format : Format.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            RdfExport.statements(statements(), GENERAL, format, out);

            Expected again = ExpectedFile.read("again.ttl", out.toString(StandardCharsets.UTF_8), GENERAL);
            assertThat(again.statements())
                    .containsExactlyElementsOf(
                            statements().stream().map(Statement::triple).toList());
        }
    }

    @Test
    void provenance_says_for_each_support_where_and_since_when() {
        for (Format format : Format.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            RdfExport.withProvenance(statements(), List.of(DOCUMENT), GENERAL, format, out);

            String text = out.toString(StandardCharsets.UTF_8);
            Turtle turtle = Turtle.read("again.ttl", text);
            assertThat(turtle.with(Iris.RDF + "reifies"))
                    .hasSameSizeAs(statements())
                    .allSatisfy(at ->
                            assertThat(at.triple().getObject().isTripleTerm()).isTrue());
            assertThat(turtle.with(Iris.WARRANT + "text")).hasSize(6);
            assertThat(turtle.with(Iris.WARRANT + "premise")).hasSize(3);
            assertThat(turtle.with(RdfExport.PROV + "generatedAtTime")).hasSameSizeAs(statements());
            assertThat(text).contains("2024-01-01", "lease.pdf", "B7");
        }
    }

    private List<Statement> statements() {
        MatterStore matter = store.matter("m");
        matter.apply(Samples.oneOfEach(DOCUMENT), Instant.EPOCH);
        return matter.statements(Instant.EPOCH);
    }
}
