package warrant.orchestrator.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** A document as it stands in the folder now. */
    public record Shelved(Reading reading, List<Passage> passages) {
        public Shelved {
            passages = List.copyOf(passages);
        }
    }

    /**
     * What the folder held.
     *
     * @param unchanged how many documents the store had already
     * @param removed how many documents the store had whose file is gone or changed
     */
    public record Inventory(List<Shelved> documents, List<Failure> failures, int unchanged, int removed) {
        public Inventory {
            documents = List.copyOf(documents);
            failures = List.copyOf(failures);
        }
    }

    /** Reads every file, keeps what is new, and takes away what is gone. */
    public Inventory fill(OpenMatter matter, Progress progress) {
        MatterStore store = matter.store();
        Map<String, Document> before = new HashMap<>();
        store.documents().forEach(document -> before.put(document.id(), document));
        List<Path> files = matter.folder().documents();
        List<Shelved> shelved = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        int unchanged = 0;
        int done = 0;
        for (Path file : files) {
            progress.count("files", done++, files.size());
            String name = matter.folder().nameOf(file);
            try {
                Readings readings = reader.readAll(name, bytes(file));
                for (Reading reading : readings.documents()) {
                    Document document = reading.document();
                    List<Passage> passages = splitter.split(reading);
                    reading.warnings().forEach(warning -> progress.line(document.name() + ": " + warning));
                    if (document.equals(before.remove(document.id()))) {
                        unchanged++;
                    } else {
                        store.put(document, passages);
                    }
                    shelved.add(new Shelved(reading, passages));
                }
                readings.refused().forEach(inner -> {
                    failures.add(new Failure(inner.name(), inner.why()));
                    progress.line(inner.name() + ": " + inner.why());
                });
            } catch (ReadException e) {
                failures.add(new Failure(name, String.valueOf(e.getMessage())));
                progress.line(name + ": " + e.getMessage());
            }
        }
        before.keySet().forEach(store::remove);
        progress.count("files", files.size(), files.size());
        return new Inventory(shelved, failures, unchanged, before.size());
    }

    private byte[] bytes(Path file) throws ReadException {
        try {
            long size = Files.size(file);
            if (size > maxBytes) {
                throw new ReadException("is " + (size >> 20) + " MiB large, more than the " + (maxBytes >> 20)
                        + " MiB that are read. Split it, and ingest the parts.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ReadException("cannot be read from the disk (" + e.getMessage() + "). Check its permissions.", e);
        }
    }
}
