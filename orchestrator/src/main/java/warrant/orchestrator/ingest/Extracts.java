package warrant.orchestrator.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import warrant.extraction.Extraction;
import warrant.extraction.ExtractionCodec;
import warrant.extraction.read.Table;
import warrant.extraction.relate.DocumentContext;
import warrant.extraction.relate.Relator;
import warrant.graph.MatterStore;
import warrant.graph.Passage;
import warrant.llm.ModelException;
import warrant.orchestrator.Hashes;
import warrant.orchestrator.ingest.Shelf.Shelved;

/**
 * What was found in each passage, kept under the hash of all that it depends on: a decision once stored is not asked
 * for again, and a killed ingestion goes on with the passage it was cut off at. Of a document that changed only the
 * passages that changed are read again, as long as it names the same things.
 */
public final class Extracts {
    /** Kind of the records that keep what was found, one a passage. */
    public static final String KIND = "extraction";

    /** So much work may be lost when the process is killed; a passage that takes longer is kept at once. */
    private static final long UNKEPT_NANOS = 250_000_000;

    /** Stands for what is the same for every passage, however short. */
    private static final int BASE_WORK = 120;

    /** Finds what tables state; needs no model and is not kept. */
    public interface TableRelator {
        Extraction extract(DocumentContext context, Table table);
    }

    /** Hears of each passage. */
    public interface Listener {
        /** Before a passage is seen to; may wait, or throw to end the work. */
        void before();

        /** A passage has been seen to, and why it could not be, if so. */
        void after(Passage passage, boolean fresh, @Nullable Failure failure);
    }

    private final MatterStore store;
    private final Relator relator;
    private final TableRelator tables;
    private final Retry retry;
    private final String ontologyHash;
    private final Map<String, String> kept;
    private final Set<String> used = new TreeSet<>();
    private final Map<String, DocumentContext> contexts = new HashMap<>();
    private final Map<String, String> pending = new HashMap<>();
    private long lastKept = System.nanoTime();
    private int asked;
    private int moved;

    public Extracts(MatterStore store, Relator relator, TableRelator tables, Retry retry, String ontologyHash) {
        this.store = store;
        this.relator = relator;
        this.tables = tables;
        this.retry = retry;
        this.ontologyHash = ontologyHash;
        this.kept = store.kept(KIND);
    }

    /** Tells whether every passage of the document was read before, so that nothing need be asked. */
    public boolean complete(Shelved document) {
        return unread(document).isEmpty();
    }

    /** @return the passages that nothing is kept of */
    public List<Passage> unread(Shelved document) {
        DocumentContext context = context(document);
        return document.passages().stream()
                .filter(passage -> !kept.containsKey(key(context, passage)))
                .toList();
    }

    /** @return how much work it is to read a passage, in units that take about the same time */
    public static long work(Passage passage) {
        return BASE_WORK + (long) passage.text().length();
    }

    /**
     * Finds what a document states: its tables, then its passages in order. What was found is kept at least every
     * {@link #UNKEPT_NANOS}, and whatever ends the work.
     */
    public List<Extraction> of(Shelved document, Listener listener) {
        try {
            return found(document, listener);
        } finally {
            keep();
            contexts.remove(document.reading().document().id());
        }
    }

    private List<Extraction> found(Shelved document, Listener listener) {
        DocumentContext context = context(document);
        List<Extraction> found = new ArrayList<>();
        for (Table table : document.reading().tables()) {
            found.add(tables.extract(context, table));
        }
        @Nullable Moved from = moved(document, context);
        for (Passage passage : document.passages()) {
            listener.before();
            String key = key(context, passage);
            used.add(key);
            Optional<Extraction> known = known(key, passage, document, from);
            Failure failure = null;
            if (known.isPresent()) {
                found.add(known.get());
            } else {
                try {
                    found.add(fresh(key, context, passage));
                } catch (ModelException e) {
                    failure = Failure.of(context.document().name() + ", " + place(passage), e);
                }
            }
            listener.after(passage, known.isEmpty(), failure);
        }
        return found;
    }

    private static String place(Passage passage) {
        return "page " + passage.page() + (passage.path().isEmpty() ? "" : ", " + passage.path());
    }

    private Optional<Extraction> known(String key, Passage passage, Shelved document, @Nullable Moved from) {
        String record = kept.get(key);
        if (record != null) {
            return Optional.of(ExtractionCodec.read(record));
        }
        Former former = document.former();
        if (from == null || former == null) {
            return Optional.empty();
        }
        DocumentContext before = relator.context(former.document(), former.passages());
        Optional<Extraction> carried = from.former(passage)
                .map(old -> kept.get(key(before, old)))
                .map(ExtractionCodec::read)
                .flatMap(from::here);
        carried.ifPresent(found -> {
            keep(key, found);
            moved++;
        });
        return carried;
    }

    private @Nullable Moved moved(Shelved document, DocumentContext context) {
        Former former = document.former();
        return former != null && Moved.alike(relator.context(former.document(), former.passages()), context)
                ? new Moved(former, context.document(), document.passages())
                : null;
    }

    private Extraction fresh(String key, DocumentContext context, Passage passage) {
        Extraction fresh = retry.of(() -> relator.extract(context, passage));
        keep(key, fresh);
        asked++;
        return fresh;
    }

    private void keep(String key, Extraction found) {
        pending.put(key, ExtractionCodec.write(found));
        if (System.nanoTime() - lastKept > UNKEPT_NANOS) {
            keep();
        }
    }

    private void keep() {
        if (!pending.isEmpty()) {
            store.keep(KIND, pending);
            pending.clear();
        }
        lastKept = System.nanoTime();
    }

    /** Forgets what no passage of today needs. */
    public void prune() {
        Set<String> old = new TreeSet<>(store.kept(KIND).keySet());
        old.removeAll(used);
        store.forget(KIND, old);
    }

    /** Tells how many passages were read in this run. */
    public int asked() {
        return asked;
    }

    /** Tells of how many passages of changed documents what was found before was taken over. */
    public int moved() {
        return moved;
    }

    private DocumentContext context(Shelved document) {
        return contexts.computeIfAbsent(
                document.reading().document().id(),
                id -> relator.context(document.reading().document(), document.passages()));
    }

    private String key(DocumentContext context, Passage passage) {
        return Hashes.of(relator.version(), ontologyHash, context.hash(), passage.id());
    }
}
