package warrant.orchestrator.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import warrant.extraction.Rejection;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.process.ReadingProcess;
import warrant.extraction.relate.Level;
import warrant.extraction.relate.Relator;
import warrant.extraction.relate.tables.TableRelator;
import warrant.extraction.resolve.Merge;
import warrant.extraction.resolve.Pair;
import warrant.extraction.resolve.Resolver;
import warrant.extraction.split.Splitter;
import warrant.graph.Document;
import warrant.graph.MatterStore;
import warrant.graph.Ontology;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.orchestrator.Hashes;
import warrant.orchestrator.Ingest;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.Progress;
import warrant.orchestrator.config.ClassPath;
import warrant.orchestrator.ingest.Extracts;
import warrant.orchestrator.ingest.IngestReport;
import warrant.orchestrator.ingest.Retry;
import warrant.orchestrator.ingest.Shelf;
import warrant.orchestrator.ingest.Thresholds;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.matter.ReadingLimits;
import warrant.orchestrator.view.IngestView;

/** Takes a matter's documents in. */
final class Intake {
    /**
     * Kind of the records that name pairs of entities which a person has taken apart: two IRIs with a blank between.
     */
    static final String APART = "apart";

    private static final int SHOWN = 200;

    private Intake() {}

    static IngestView run(OpenMatter matter, Level level, Progress progress) {
        MatterRules rules =
                matter.versions().current(matter.folder(), matter.clock().instant());
        if (!rules.own()) {
            progress.line("the matter brings no ontology: Warrant's general one for contracts is used");
        }
        if (level == Level.MODEL) {
            PinnedProfile.hold(
                    matter.name(), matter.store(), matter.reader().get().profile(), progress);
        }
        Tables tables = new Tables(progress);
        return with(matter, rules.ontology(), level, tables, ingest -> {
            IngestReport report = ingest.run(matter, apart(matter.store()), progress);
            return view(report, rules, tables);
        });
    }

    static Ingest.Plan plan(OpenMatter matter, Level level, Progress progress) {
        Ontology ontology = MatterRules.read(matter.folder()).ontology();
        return with(matter, ontology, level, new Tables(progress), ingest -> ingest.plan(matter, progress));
    }

    private static <T> T with(
            OpenMatter matter, Ontology ontology, Level level, Tables heard, Function<Ingest, T> work) {
        ReadingLimits reading = matter.folder().reading();
        TableRelator tables = new TableRelator(
                ontology, level == Level.RULES ? null : matter.encoder().get(), reading.statementsPerTable());
        Extracts extracts = new Extracts(
                matter.store(),
                relator(matter, ontology, level),
                (context, table) -> {
                    TableRelator.Understood understood = tables.understand(context.document(), table);
                    heard.add(place(context.document(), table), understood);
                    return understood.extraction();
                },
                new Retry(Retry.WAITS),
                Hashes.of(ontology.toString()));
        Thresholds thresholds = Thresholds.of(matter.folder().thresholds(), ontology);
        Settings limits = reading.settings(matter.folder().passwords());
        try (ReadingProcess reader = new ReadingProcess(ClassPath.own(), limits, reading.memoryMebibytes())) {
            Shelf shelf = new Shelf(reader, new Splitter()::split, limits.bytes());
            return work.apply(new Ingest(shelf, extracts, new Resolver(ontology), thresholds));
        }
    }

    private static String place(Document document, Table table) {
        String caption = table.caption().isEmpty() ? "page " + table.page() : table.caption();
        return document.name() + ", " + caption;
    }

    private static Relator relator(OpenMatter matter, Ontology ontology, Level level) {
        @Nullable LanguageModel model = level == Level.MODEL ? matter.reader().get() : null;
        @Nullable Encoder encoder = level == Level.RULES ? null : matter.encoder().get();
        return new Relator(ontology, level, model, encoder, warrant.extraction.relate.Settings.standard(level));
    }

    private static Set<Pair> apart(MatterStore store) {
        Set<Pair> pairs = new HashSet<>();
        for (String pair : store.kept(APART).keySet()) {
            String[] both = pair.split(" ");
            pairs.add(new Pair(both[0], both[1]));
        }
        return pairs;
    }

    /** What is heard of tables while they are read. */
    private record Tables(Progress progress, Set<String> meanings, Set<String> capped) {
        Tables(Progress progress) {
            this(progress, new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void add(String place, TableRelator.Understood understood) {
            meanings.add(place + ": " + understood.meaning());
            if (understood.rowsLeftOut() > 0) {
                String line = place + ": " + understood.rowsLeftOut() + " rows were left out, because the others yield"
                        + " as many statements as statements_per_table in matter.yaml allows";
                capped.add(line);
                progress.line(line);
            }
        }
    }

    private static IngestView view(IngestReport report, MatterRules rules, Tables tables) {
        List<String> warnings = new ArrayList<>(tables.capped());
        rules.parsed().errors().forEach(problem -> warnings.add(problem.text()));
        return new IngestView(
                report.documents(),
                report.unchanged(),
                report.removed(),
                report.alike(),
                report.passages(),
                report.read(),
                report.moved(),
                report.supports(),
                Map.copyOf(report.rejectedByReason()),
                report.rejections().stream().limit(SHOWN).map(Intake::words).toList(),
                report.merges().stream().map(Intake::words).toList(),
                tables.meanings().stream().limit(SHOWN).toList(),
                report.failures(),
                warnings,
                report.stopped(),
                report.seconds());
    }

    private static String words(Rejection rejection) {
        return rejection.reason() + ": " + rejection.what() + " (" + rejection.detail() + ")";
    }

    private static String words(Merge merge) {
        return merge.mergedName() + " is " + merge.keptName() + ": " + merge.reason();
    }
}
