package warrant.orchestrator.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import warrant.extraction.Extraction;
import warrant.extraction.ExtractionCodec;
import warrant.extraction.read.Table;
import warrant.extraction.relate.DocumentContext;
import warrant.extraction.relate.Relator;
import warrant.graph.MatterStore;
import warrant.graph.Passage;
import warrant.orchestrator.Hashes;
import warrant.orchestrator.ingest.Shelf.Shelved;

/**
 * What was found in each passage, kept under the hash of all that it depends on: a decision once stored is not asked
 * for again, and a killed ingestion goes on with the passage it was cut off at.
 */
public final class Extracts {
    static final String KIND = "extraction";

    /** Finds what tables state; needs no model and is not kept. */
    public interface TableRelator {
        Extraction extract(DocumentContext context, Table table);
    }

    private final MatterStore store;
    private final Relator relator;
    private final TableRelator tables;
    private final String ontologyHash;
    private final Map<String, String> kept;
    private final Set<String> used = new TreeSet<>();
    private int asked;

    public Extracts(MatterStore store, Relator relator, TableRelator tables, String ontologyHash) {
        this.store = store;
        this.relator = relator;
        this.tables = tables;
        this.ontologyHash = ontologyHash;
        this.kept = store.kept(KIND);
    }

    /** Tells whether every passage of the document was read before, so that nothing need be asked. */
    public boolean complete(Shelved document) {
        DocumentContext context = context(document);
        return document.passages().stream().allMatch(passage -> kept.containsKey(key(context, passage)));
    }

    /** Finds what a document states: its tables, then its passages in order, one decision kept at a time. */
    public List<Extraction> of(Shelved document, Runnable afterEach) {
        DocumentContext context = context(document);
        List<Extraction> found = new ArrayList<>();
        for (Table table : document.reading().tables()) {
            found.add(tables.extract(context, table));
        }
        for (Passage passage : document.passages()) {
            found.add(of(context, passage));
            afterEach.run();
        }
        return found;
    }

    private Extraction of(DocumentContext context, Passage passage) {
        String key = key(context, passage);
        used.add(key);
        Optional<Extraction> known = Optional.ofNullable(kept.get(key)).map(ExtractionCodec::read);
        if (known.isPresent()) {
            return known.get();
        }
        Extraction fresh = relator.extract(context, passage);
        store.keep(KIND, Map.of(key, ExtractionCodec.write(fresh)));
        asked++;
        return fresh;
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

    private DocumentContext context(Shelved document) {
        return relator.context(document.reading().document(), document.passages());
    }

    private String key(DocumentContext context, Passage passage) {
        return Hashes.of(relator.version(), ontologyHash, context.hash(), passage.id());
    }
}
