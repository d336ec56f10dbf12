package warrant.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.extraction.Extraction;
import warrant.extraction.read.Settings;
import warrant.extraction.read.file.Readers;
import warrant.extraction.relate.Level;
import warrant.extraction.relate.Relator;
import warrant.extraction.resolve.Resolver;
import warrant.extraction.split.Splitter;
import warrant.graph.ContentHash;
import warrant.graph.MatterStore;
import warrant.graph.Ontology;
import warrant.graph.memory.MemoryStore;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.orchestrator.ingest.Extracts;
import warrant.orchestrator.ingest.Failure;
import warrant.orchestrator.ingest.IngestReport;
import warrant.orchestrator.ingest.Retry;
import warrant.orchestrator.ingest.Shelf;
import warrant.orchestrator.ingest.Thresholds;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.matter.RuleVersions;
import warrant.orchestrator.search.Meanings;

class IngestTest {
    private static final String ONTOLOGY = """
            @prefix : <urn:example:small#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix w: <urn:warrant:> .
            :Company a owl:Class ; rdfs:label "company" ; rdfs:comment "A company." .
            :ownedBy a owl:ObjectProperty ; rdfs:label "is owned by" ; rdfs:comment "A company is owned by another." ;
                rdfs:domain :Company ; rdfs:range :Company .
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("documents"));
        Files.writeString(folder.resolve("ontology.ttl"), ONTOLOGY);
        Files.writeString(folder.resolve("matter.yaml"), "name: small\n");
        for (int i = 0; i < 6; i++) {
            document(i, "Birchwood Estates Ltd", "Larchmont Holdings plc");
        }
    }

    private void document(int number, String owned, String owner) throws IOException {
        StringBuilder text = new StringBuilder("NOTE " + number + "\n\n");
        for (int clause = 1; clause <= 4; clause++) {
            text.append(clause)
                    .append(". Clause. ")
                    .append(("Number " + number + " of these notes says at length what nobody needs to know here. ")
                            .repeat(3))
                    .append(clause == 3 ? owned + " is owned by " + owner + "." : "Nothing else is said.")
                    .append("\n\n");
        }
        Files.writeString(folder.resolve("documents/note" + number + ".txt"), text);
    }

    /** Ends the work before a passage. */
    private static final class Ending implements Progress {
        private int left;

        private Ending(int left) {
            this.left = left;
        }

        @Override
        public void stage(String name) {}

        @Override
        public void count(String what, long done, long total) {}

        @Override
        public void line(String text) {}

        @Override
        public void checkpoint() {
            if (left-- == 0) {
                throw new Stopped(Stopped.Why.CANCELLED, "cancelled");
            }
        }
    }

    private IngestReport ingest(MatterStore store, Progress progress, Thresholds thresholds) {
        MatterFolder matter = MatterFolder.read(folder);
        Ontology ontology = MatterRules.read(matter).ontology();
        Relator relator = new Relator(
                ontology, Level.RULES, null, null, warrant.extraction.relate.Settings.standard(Level.RULES));
        Extracts extracts = new Extracts(
                store, relator, (context, table) -> Extraction.NOTHING, new Retry(List.of()), ontology.toString());
        Readers readers = new Readers(Settings.DEFAULT);
        Shelf shelf = new Shelf(readers, new Splitter()::split, Settings.DEFAULT.bytes());
        OpenMatter open = new OpenMatter(
                "small",
                matter,
                new RuleVersions(folder.resolve("versions")),
                store,
                () -> (LanguageModel) none(),
                () -> (LanguageModel) none(),
                () -> (Encoder) none(),
                new Meanings(() -> (Encoder) none()),
                Clock.systemUTC(),
                warrant.orchestrator.config.Settings.from(Map.of("HOME", folder.toString())));
        return new Ingest(shelf, extracts, new Resolver(ontology), thresholds).run(open, Set.of(), progress);
    }

    private IngestReport ingest(MatterStore store) {
        return ingest(store, Progress.NONE, Thresholds.NONE);
    }

    private static Object none() {
        throw new IllegalStateException("rules need no model");
    }

    private static Set<String> believed(MatterStore store) {
        Set<String> triples = new TreeSet<>();
        store.statements(java.time.Instant.now().plusSeconds(60))
                .forEach(statement -> statement
                        .supports()
                        .forEach(support -> triples.add(statement.triple() + " " + support.origin())));
        return triples;
    }

    @Test
    void what_is_stopped_anywhere_and_resumed_is_as_if_it_was_never_stopped() {
        MatterStore calm = new MemoryStore().matter("small");
        IngestReport whole = ingest(calm);
        assertThat(whole.stopped()).isEmpty();
        assertThat(believed(calm)).isNotEmpty();

        for (int after = 0; after < whole.passages() + whole.documents(); after += 3) {
            MatterStore rough = new MemoryStore().matter("small");
            List<String> stops = new ArrayList<>();
            try {
                stops.add(ingest(rough, new Ending(after), Thresholds.NONE).stopped());
            } catch (Stopped early) {
                stops.add(String.valueOf(early.getMessage()));
            }
            assertThat(stops).containsExactly("cancelled");
            assertThat(IngestState.of(rough)).isEqualTo("stopped: cancelled");
            assertThat(IngestState.complete(rough)).isFalse();

            IngestReport rest = ingest(rough);

            assertThat(rest.read()).isLessThanOrEqualTo(whole.passages() - Math.max(0, after - whole.documents()));
            assertThat(ContentHash.of(rough)).isEqualTo(ContentHash.of(calm));
            assertThat(IngestState.complete(rough)).isTrue();
        }
    }

    @Test
    void of_a_changed_file_only_the_changed_passages_are_read_again() throws Exception {
        MatterStore store = new MemoryStore().matter("small");
        ingest(store);
        Path file = folder.resolve("documents/note2.txt");
        Files.writeString(file, Files.readString(file).replaceFirst("nobody needs", "nobody at all needs"));

        IngestReport again = ingest(store);

        assertThat(again.read()).isEqualTo(1);
        assertThat(again.moved())
                .isEqualTo(again.passages() / again.documents() - 1)
                .isPositive();
        MatterStore fresh = new MemoryStore().matter("small");
        ingest(fresh);
        assertThat(believed(store)).isEqualTo(believed(fresh));
    }

    @Test
    void a_removed_file_takes_what_rested_on_it_alone() throws Exception {
        document(5, "Quayside Storage Ltd", "Harbour Group plc");
        MatterStore store = new MemoryStore().matter("small");
        ingest(store);
        assertThat(believed(store)).anyMatch(each -> each.contains("Quayside"));

        Files.delete(folder.resolve("documents/note5.txt"));
        IngestReport report = ingest(store);

        assertThat(report.removed()).isEqualTo(1);
        assertThat(believed(store)).noneMatch(each -> each.contains("Quayside"));
        assertThat(believed(store)).anyMatch(each -> each.contains("Birchwood"));
    }

    @Test
    void what_fails_is_listed_with_who_must_act_until_it_is_mended() throws Exception {
        Path bad = folder.resolve("documents/bad.pdf");
        Files.writeString(bad, "%PDF-1.7 and no more");
        MatterStore store = new MemoryStore().matter("small");

        IngestReport report = ingest(store);

        assertThat(report.documents()).isEqualTo(6);
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.where()).isEqualTo("bad.pdf");
            assertThat(failure.who()).isEqualTo(Failure.Who.USER);
        });
        assertThat(store.kept(Ingest.FAILED)).containsOnlyKeys("bad.pdf");
        Files.delete(bad);
        ingest(store);
        assertThat(store.kept(Ingest.FAILED)).isEmpty();
    }

    @Test
    void what_is_less_sure_than_the_matter_wants_is_rejected() {
        MatterStore store = new MemoryStore().matter("small");

        IngestReport report =
                ingest(store, Progress.NONE, new Thresholds(0, Map.of("urn:example:small#ownedBy", 0.999)));

        assertThat(believed(store)).noneMatch(each -> each.contains("ownedBy"));
        assertThat(report.rejections()).anyMatch(each -> each.detail().contains("below the threshold of 1.00"));
    }
}
