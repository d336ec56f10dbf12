package warrant.orchestrator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.extraction.Extraction;
import warrant.extraction.Rejection;
import warrant.extraction.alike.Alike;
import warrant.extraction.relate.tables.CodeNames;
import warrant.extraction.resolve.Pair;
import warrant.extraction.resolve.Resolution;
import warrant.extraction.resolve.Resolver;
import warrant.graph.MatterStore;
import warrant.graph.Passage;
import warrant.orchestrator.ingest.Belief;
import warrant.orchestrator.ingest.Extracts;
import warrant.orchestrator.ingest.Failure;
import warrant.orchestrator.ingest.IngestReport;
import warrant.orchestrator.ingest.Introductions;
import warrant.orchestrator.ingest.Shelf;
import warrant.orchestrator.ingest.Shelf.Inventory;
import warrant.orchestrator.ingest.Shelf.Shelved;
import warrant.orchestrator.ingest.Thresholds;

/** From files to statements: the table of contents of ingestion. */
public final class Ingest {
    /** Kind of the records that tell which files and passages could not be ingested, and who must act. */
    public static final String FAILED = "failed";

    /** So many documents are believed as soon as they are read; of more, every so many-th brings in those before it. */
    private static final int AT_ONCE = 20;

    private final Shelf shelf;
    private final Extracts extracts;
    private final Resolver resolver;
    private final Thresholds thresholds;

    public Ingest(Shelf shelf, Extracts extracts, Resolver resolver, Thresholds thresholds) {
        this.shelf = shelf;
        this.extracts = extracts;
        this.resolver = resolver;
        this.thresholds = thresholds;
    }

    /**
     * What an ingestion would have to do.
     *
     * @param work of the passages that are to be read, as {@link Extracts#work} measures it
     */
    public record Plan(int documents, int unchanged, int removed, int passages, int unread, long work) {}

    /** Finds out what is to do; changes nothing. */
    public Plan plan(OpenMatter matter, Progress progress) {
        progress.stage("read");
        Inventory inventory = shelf.look(matter, progress);
        List<Passage> unread = inventory.documents().stream()
                .flatMap(d -> extracts.unread(d).stream())
                .toList();
        return new Plan(
                inventory.documents().size(),
                inventory.unchanged(),
                inventory.gone().size(),
                inventory.passages(),
                unread.size(),
                unread.stream().mapToLong(Extracts::work).sum());
    }

    /**
     * Ingests a matter's folder. Unchanged files cost nothing; changed and removed ones take their supports with them.
     * Where it is stopped, what was read until then is believed and kept, and the report says why.
     *
     * @param blocked pairs of names that a person has taken apart
     */
    public IngestReport run(OpenMatter matter, Set<Pair> blocked, Progress progress) {
        Stopwatch watch = new Stopwatch(matter.clock());
        IngestState.begin(matter.store());

        progress.stage("read");
        Inventory inventory = look(matter, progress);
        Shelf.keep(matter.store(), inventory);
        watch.lap("read");

        progress.stage("relate");
        Related related = new Related(matter, blocked, progress, new ArrayList<>(inventory.failures()));
        related.all(inventory);
        watch.lap("relate");

        progress.stage("resolve");
        Resolution resolution = believe(matter, related.extractions, blocked);
        watch.lap("resolve");

        keep(matter.store(), related.failures);
        end(matter.store(), related.stopped);
        return report(inventory, related, resolution, watch);
    }

    private Inventory look(OpenMatter matter, Progress progress) {
        try {
            return shelf.look(matter, progress);
        } catch (Stopped end) {
            IngestState.stop(matter.store(), String.valueOf(end.getMessage()));
            throw end;
        }
    }

    private void end(MatterStore store, @Nullable Stopped stopped) {
        if (stopped == null) {
            extracts.prune();
            IngestState.end(store);
        } else {
            IngestState.stop(store, String.valueOf(stopped.getMessage()));
        }
    }

    /** What was found so far. */
    private final class Related implements Extracts.Listener {
        private final OpenMatter matter;
        private final Set<Pair> blocked;
        private final Progress progress;
        private final List<Failure> failures;
        private final List<Extraction> extractions = new ArrayList<>();
        private @Nullable Stopped stopped;
        private int passages;
        private int seen;
        private long work;
        private long done;

        private Related(OpenMatter matter, Set<Pair> blocked, Progress progress, List<Failure> failures) {
            this.matter = matter;
            this.blocked = blocked;
            this.progress = progress;
            this.failures = failures;
        }

        /** After each document what is known so far is believed, so that questions need not wait for the end. */
        private void all(Inventory inventory) {
            Map<String, List<Passage>> unread = new HashMap<>();
            inventory.documents().forEach(document -> unread.put(id(document), extracts.unread(document)));
            List<Shelved> order = new ArrayList<>(inventory.documents());
            order.sort((a, b) -> Boolean.compare(none(unread, b), none(unread, a)));
            passages = inventory.passages();
            work = unread.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Extracts::work)
                    .sum();
            progress.work(0, work);
            try {
                for (int i = 0; i < order.size(); i++) {
                    extracts.of(order.get(i), this).stream()
                            .map(thresholds::applied)
                            .forEach(extractions::add);
                    if (!none(unread, order.get(i)) && (i < AT_ONCE || i % AT_ONCE == 0)) {
                        believe(matter, extractions, blocked);
                    }
                }
            } catch (Stopped end) {
                stopped = end;
            }
        }

        private static boolean none(Map<String, List<Passage>> unread, Shelved document) {
            return unread.getOrDefault(id(document), List.of()).isEmpty();
        }

        private static String id(Shelved document) {
            return document.reading().document().id();
        }

        @Override
        public void before() {
            progress.checkpoint();
        }

        @Override
        public void after(Passage passage, boolean fresh, @Nullable Failure failure) {
            if (failure != null) {
                failures.add(failure);
                progress.line(failure.where() + ": " + failure.reason());
            }
            if (fresh) {
                done += Extracts.work(passage);
                progress.work(done, work);
            }
            progress.count("passages", ++seen, passages);
        }
    }

    private Resolution believe(OpenMatter matter, List<Extraction> extractions, Set<Pair> blocked) {
        Resolution resolution = resolver.resolve(Introductions.first(CodeNames.resolved(extractions)), blocked);
        Instant now = matter.clock().instant();
        new Belief(matter.store()).align(resolution.opens(), now);
        return resolution;
    }

    private static void keep(MatterStore store, List<Failure> failures) {
        Map<String, String> records = new TreeMap<>();
        failures.forEach(failure -> records.put(failure.where(), failure.record()));
        Set<String> old = new HashSet<>(store.kept(FAILED).keySet());
        old.removeAll(records.keySet());
        store.forget(FAILED, old);
        store.keep(FAILED, records);
    }

    private IngestReport report(Inventory inventory, Related related, Resolution resolution, Stopwatch watch) {
        List<Rejection> rejections = new ArrayList<>(related.extractions.stream()
                .flatMap(e -> e.rejections().stream())
                .toList());
        rejections.addAll(resolution.rejections());
        TreeMap<String, Integer> byReason = new TreeMap<>();
        rejections.forEach(r -> byReason.merge(r.reason().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return new IngestReport(
                inventory.documents().size(),
                inventory.unchanged(),
                inventory.gone().size(),
                Alike.among(inventory.documents().stream()
                        .map(each -> each.reading().document())
                        .toList()),
                inventory.passages(),
                extracts.asked(),
                extracts.moved(),
                resolution.opens().size(),
                resolution.merges(),
                rejections,
                byReason,
                related.failures,
                related.stopped == null ? "" : String.valueOf(related.stopped.getMessage()),
                watch.seconds());
    }
}
