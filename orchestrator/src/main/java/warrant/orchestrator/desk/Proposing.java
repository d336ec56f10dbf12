package warrant.orchestrator.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import warrant.extraction.propose.Confirming;
import warrant.extraction.propose.Draft;
import warrant.extraction.propose.DraftTurtle;
import warrant.extraction.propose.Drafting;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Readings;
import warrant.extraction.read.Settings;
import warrant.extraction.read.process.ReadingProcess;
import warrant.extraction.split.Splitter;
import warrant.llm.LanguageModel;
import warrant.orchestrator.Progress;
import warrant.orchestrator.config.ClassPath;
import warrant.orchestrator.matter.ReadingLimits;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;

/** Drafts an ontology from the files of a folder. */
public final class Proposing {
    private static final String NAMESPACE = "urn:example:draft#";

    private final List<String> passwords;
    private final Progress progress;

    /** @param passwords tried on files that are protected */
    public Proposing(List<String> passwords, Progress progress) {
        this.passwords = List.copyOf(passwords);
        this.progress = progress;
    }

    /**
     * A draft.
     *
     * @param turtle the text of an {@code ontology.ttl}
     * @param failures files that could not be read, and why
     */
    public record Proposal(String turtle, int documents, int classes, int relations, List<String> failures) {
        public Proposal {
            failures = List.copyOf(failures);
        }
    }

    /**
     * @param folder of documents, or a matter's folder with documents in it
     * @param least how often something of running text must have been met
     * @param model has a look at what running text seemed to state; null: nobody does
     */
    public Proposal of(Path folder, int least, @Nullable Supplier<LanguageModel> model) {
        Path documents = Files.isRegularFile(folder.resolve("matter.yaml")) ? folder.resolve("documents") : folder;
        Drafting drafting = new Drafting();
        List<String> failures = new ArrayList<>();
        int read = 0;
        progress.stage("read");
        Settings limits = ReadingLimits.DEFAULT.settings(passwords);
        try (ReadingProcess reader =
                new ReadingProcess(ClassPath.own(), limits, ReadingLimits.DEFAULT.memoryMebibytes())) {
            List<Path> files = files(documents);
            for (Path file : files) {
                progress.checkpoint();
                progress.count("files", read + failures.size(), files.size());
                String name = documents.relativize(file).toString();
                try {
                    add(reader.readAll(name, Files.readAllBytes(file)), drafting);
                    read++;
                } catch (ReadException no) {
                    failures.add(String.valueOf(no.getMessage()));
                }
            }
        } catch (IOException e) {
            throw new OwnerException(Who.USER, "cannot read " + documents + ": " + e.getMessage(), e);
        }
        progress.stage("draft");
        Draft draft = drafting.draft(least);
        Draft looked = model == null ? draft : new Confirming(model.get()).confirmed(draft);
        String turtle = DraftTurtle.of(looked, NAMESPACE);
        return new Proposal(
                turtle, read, looked.kinds().size(), looked.relations().size(), failures);
    }

    private static void add(Readings readings, Drafting drafting) {
        for (Reading reading : readings.documents()) {
            drafting.add(reading, new Splitter().split(reading));
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new OwnerException(Who.USER, "there is no folder " + folder);
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new OwnerException(Who.USER, "cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
