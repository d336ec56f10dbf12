package warrant.orchestrator.matter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A matter's folder: where its files lie, and what its matter.yaml says.
 *
 * @param root absolute path
 * @param language {@code en}, {@code de} or {@code zh}
 * @param asOf the day that questions are about when they name none; null: today
 * @param ranks of rules, highest first
 * @param calendars the first is the default; at least one
 * @param thresholds relation, or {@code default}, to the least confidence with which its statements are believed
 * @param reading limits on the files that are read
 * @param warnings what was read and is unknown here
 */
public record MatterFolder(
        Path root,
        String name,
        String title,
        String language,
        @Nullable LocalDate asOf,
        List<String> ranks,
        List<WorkCalendar> calendars,
        Map<String, Double> thresholds,
        ReadingLimits reading,
        List<String> warnings) {

    private static final String DRAFT = "ontology.draft.ttl";

    public MatterFolder {
        ranks = List.copyOf(ranks);
        calendars = List.copyOf(calendars);
        thresholds = Map.copyOf(thresholds);
        warnings = List.copyOf(warnings);
        if (calendars.isEmpty()) {
            throw new IllegalArgumentException("a matter needs a calendar: " + root);
        }
    }

    /**
     * Reads a folder. It need not hold anything: a matter can begin empty.
     *
     * @throws MatterException naming file and line of what cannot be understood
     */
    public static MatterFolder read(Path root) {
        return MatterYaml.read(root.toAbsolutePath().normalize());
    }

    /** @return the folder of the documents; it may be missing */
    public Path documentsFolder() {
        return root.resolve("documents");
    }

    /** @return the documents, ordered by name; links out of the folder and hidden files are left out */
    public List<Path> documents() {
        return under(documentsFolder(), file -> true);
    }

    /** @return a document's name: its path below the documents folder, with {@code /} */
    public String nameOf(Path document) {
        return documentsFolder().relativize(document).toString().replace('\\', '/');
    }

    /** @return what is tried on documents that are protected: the lines of passwords.txt */
    public List<String> passwords() {
        Optional<Path> file = file("passwords.txt");
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            return Files.readAllLines(file.get()).stream()
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new MatterException("cannot read " + file.get() + ": " + e.getMessage(), e);
        }
    }

    /** @return the matter's ontology; where it brings none, the one that was drafted from its documents */
    public Optional<Path> ontology() {
        return file("ontology.ttl").or(() -> file(DRAFT));
    }

    /** @return where a drafted ontology is written */
    public Path draftedOntology() {
        return root.resolve(DRAFT);
    }

    public List<Path> rules() {
        return under(root.resolve("rules"), file -> file.toString().endsWith(".rules"));
    }

    public List<Path> ruleTests() {
        return under(root.resolve("rules"), file -> file.toString().endsWith(".tests"));
    }

    public Optional<Path> questions() {
        return file("questions.yaml");
    }

    public Optional<Path> expected() {
        return file("expected.ttl");
    }

    /**
     * Finds the place of a document by its name.
     *
     * @throws MatterException if the name leads out of the documents folder
     */
    public Path place(String name) {
        Path folder = documentsFolder();
        Path place = name.indexOf('\0') >= 0 ? folder : folder.resolve(name).normalize();
        if (!place.startsWith(folder) || place.equals(folder)) {
            throw new MatterException("'" + name.replace('\0', '?')
                    + "' is not a name of a document: it must lie in the documents folder");
        }
        return place;
    }

    private Optional<Path> file(String name) {
        return Optional.of(root.resolve(name)).filter(file -> Files.isRegularFile(file));
    }

    private interface Choice {
        boolean takes(Path file);
    }

    private static List<Path> under(Path folder, Choice choice) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !hidden(folder.relativize(file)))
                    .filter(choice::takes)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().startsWith("~$")) {
                return true;
            }
        }
        return false;
    }
}
