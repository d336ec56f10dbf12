package warrant.orchestrator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import warrant.extraction.Extraction;
import warrant.extraction.Rejection;
import warrant.extraction.relate.tables.CodeNames;
import warrant.extraction.resolve.Pair;
import warrant.extraction.resolve.Resolution;
import warrant.extraction.resolve.Resolver;
import warrant.orchestrator.ingest.Belief;
import warrant.orchestrator.ingest.Extracts;
import warrant.orchestrator.ingest.IngestReport;
import warrant.orchestrator.ingest.Introductions;
import warrant.orchestrator.ingest.Shelf;
import warrant.orchestrator.ingest.Shelf.Inventory;
import warrant.orchestrator.ingest.Shelf.Shelved;

/** From files to statements: the table of contents of ingestion. */
public final class Ingest {
    private final Shelf shelf;
    private final Extracts extracts;
    private final Resolver resolver;

    public Ingest(Shelf shelf, Extracts extracts, Resolver resolver) {
        this.shelf = shelf;
        this.extracts = extracts;
        this.resolver = resolver;
    }

    /**
     * Ingests a matter's folder. Unchanged files cost nothing; changed and removed ones take their supports with them.
     *
     * @param blocked pairs of names that a person has taken apart
     */
    public IngestReport run(OpenMatter matter, Set<Pair> blocked, Progress progress) {
        Stopwatch watch = new Stopwatch(matter.clock());
        IngestState.begin(matter.store());

        progress.stage("read");
        Inventory inventory = shelf.fill(matter, progress);
        watch.lap("read");

        progress.stage("relate");
        List<Extraction> extractions = relate(matter, inventory, blocked, progress);
        watch.lap("relate");

        progress.stage("resolve");
        Resolution resolution = believe(matter, extractions, blocked);
        watch.lap("resolve");

        extracts.prune();
        IngestState.end(matter.store());
        return report(inventory, extractions, resolution, watch);
    }

    /** After each document what is known so far is believed, so that questions need not wait for the end. */
    private List<Extraction> relate(OpenMatter matter, Inventory inventory, Set<Pair> blocked, Progress progress) {
        List<Shelved> order = new ArrayList<>(inventory.documents());
        order.sort((a, b) -> Boolean.compare(extracts.complete(b), extracts.complete(a)));
        int total =
                order.stream().mapToInt(document -> document.passages().size()).sum();
        int[] done = {0};
        List<Extraction> all = new ArrayList<>();
        for (Shelved document : order) {
            boolean fresh = !extracts.complete(document);
            all.addAll(extracts.of(document, () -> progress.count("passages", ++done[0], total)));
            if (fresh) {
                believe(matter, all, blocked);
            }
        }
        return all;
    }

    private Resolution believe(OpenMatter matter, List<Extraction> extractions, Set<Pair> blocked) {
        Resolution resolution = resolver.resolve(Introductions.first(CodeNames.resolved(extractions)), blocked);
        Instant now = matter.clock().instant();
        new Belief(matter.store()).align(resolution.opens(), now);
        return resolution;
    }

    private IngestReport report(
            Inventory inventory, List<Extraction> extractions, Resolution resolution, Stopwatch watch) {
        List<Rejection> rejections = new ArrayList<>(
                extractions.stream().flatMap(e -> e.rejections().stream()).toList());
        rejections.addAll(resolution.rejections());
        TreeMap<String, Integer> byReason = new TreeMap<>();
        rejections.forEach(r -> byReason.merge(r.reason().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum));
        int passages = inventory.documents().stream()
                .mapToInt(d -> d.passages().size())
                .sum();
        return new IngestReport(
                inventory.documents().size(),
                inventory.unchanged(),
                inventory.removed(),
                passages,
                extracts.asked(),
                resolution.opens().size(),
                resolution.merges(),
                rejections,
                byReason,
                inventory.failures(),
                watch.seconds());
    }
}
