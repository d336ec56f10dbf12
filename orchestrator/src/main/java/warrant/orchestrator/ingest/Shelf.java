package warrant.orchestrator.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.DocumentReader;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Readings;
import warrant.graph.Document;
import warrant.graph.MatterStore;
import warrant.graph.Passage;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.Progress;

/** Brings the documents of the store in line with the files of the folder. */
public final class Shelf {
    /** Cuts a reading into passages. */
    public interface Splitter {
        List<Passage> split(Reading reading);
    }

    private final DocumentReader reader;
    private final Splitter splitter;
    private final long maxBytes;

    /** @param maxBytes a larger file is refused */
    public Shelf(DocumentReader reader, Splitter splitter, long maxBytes) {
        this.reader = reader;
        this.splitter = splitter;
        this.maxBytes = maxBytes;
    }

    /**
     * A document as it stands in the folder now.
     *
     * @param former as it stood before its file changed; null: it did not, or is new
     */
    public record Shelved(
            Reading reading,
            List<Passage> passages,
            @Nullable Former former) {
        public Shelved {
            passages = List.copyOf(passages);
        }
    }

    /**
     * What the folder held.
     *
     * @param fresh those of the documents that the store has not
     * @param gone identifiers of documents that the store has and whose file is gone or changed
     */
    public record Inventory(List<Shelved> documents, List<Failure> failures, List<Shelved> fresh, List<String> gone) {
        public Inventory {
            documents = List.copyOf(documents);
            failures = List.copyOf(failures);
            fresh = List.copyOf(fresh);
            gone = List.copyOf(gone);
        }

        /** @return how many documents the store had already */
        public int unchanged() {
            return documents.size() - fresh.size();
        }

        /** @return how many passages all documents have */
        public int passages() {
            return documents.stream().mapToInt(d -> d.passages().size()).sum();
        }
    }

    /** Keeps what is new, and takes away what is gone. */
    public static void keep(MatterStore store, Inventory inventory) {
        inventory.fresh().forEach(each -> store.put(each.reading().document(), each.passages()));
        inventory.gone().forEach(store::remove);
    }

    /** Reads every file; changes nothing. */
    public Inventory look(OpenMatter matter, Progress progress) {
        Look look = new Look(matter.store());
        List<Path> files = matter.folder().documents();
        int done = 0;
        for (Path file : files) {
            progress.checkpoint();
            progress.count("files", done++, files.size());
            look.at(matter.folder().nameOf(file), file, progress);
        }
        progress.count("files", files.size(), files.size());
        return look.inventory();
    }

    /** One look at a folder. */
    private final class Look {
        private final MatterStore store;
        private final Map<String, Document> before = new LinkedHashMap<>();
        private final Map<String, Document> byName = new HashMap<>();
        private final List<Shelved> shelved = new ArrayList<>();
        private final List<Shelved> fresh = new ArrayList<>();
        private final List<Failure> failures = new ArrayList<>();

        private Look(MatterStore store) {
            this.store = store;
            store.documents().forEach(document -> {
                before.put(document.id(), document);
                byName.put(document.name(), document);
            });
        }

        private void at(String name, Path file, Progress progress) {
            try {
                Readings readings = reader.readAll(name, bytes(file));
                readings.documents().forEach(reading -> shelve(reading, progress));
                readings.refused().forEach(inner -> {
                    failures.add(new Failure(
                            inner.name(), Failure.Who.valueOf(inner.who().name()), inner.why()));
                    progress.line(inner.name() + ": " + inner.why());
                });
            } catch (ReadException e) {
                failures.add(Failure.of(name, e));
                progress.line(name + ": " + e.getMessage());
            }
        }

        private void shelve(Reading reading, Progress progress) {
            Document document = reading.document();
            List<Passage> passages = splitter.split(reading);
            reading.warnings().forEach(warning -> progress.line(document.name() + ": " + warning));
            boolean known = document.equals(before.remove(document.id()));
            Document old = byName.get(document.name());
            Former former = known || old == null ? null : new Former(old, store.passages(old.id()));
            Shelved each = new Shelved(reading, passages, former);
            shelved.add(each);
            if (!known) {
                fresh.add(each);
            }
        }

        private Inventory inventory() {
            return new Inventory(shelved, failures, fresh, List.copyOf(before.keySet()));
        }
    }

    private byte[] bytes(Path file) throws ReadException {
        try {
            long size = Files.size(file);
            if (size > maxBytes) {
                throw new ReadException(
                        ReadException.Who.LIMIT,
                        "is " + (size >> 20) + " MiB large, more than the " + (maxBytes >> 20)
                                + " MiB that are read. Split it, and ingest the parts.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ReadException(
                    ReadException.Who.UPSTREAM,
                    "cannot be read from the disk (" + e.getMessage() + "). Check its permissions.",
                    e);
        }
    }
}
