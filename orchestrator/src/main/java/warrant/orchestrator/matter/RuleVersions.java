package warrant.orchestrator.matter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a matter on the clock of recording: what governed a deduction is kept with the moment from which on it
 * did, so that a question can be asked as known on an earlier day. A version is a folder like the matter's own, with
 * {@code matter.yaml}, ontology and rules and nothing else, and once written it stays as it is.
 *
 * @param folder with one folder a version, named by the moment; it need not exist
 */
public record RuleVersions(Path folder) {
    /** In universal time with nanoseconds, so that names sort as moments do. */
    private static final DateTimeFormatter NAME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HHmmss.SSSSSSSSS'Z'")
            .toFormatter()
            .withZone(java.time.ZoneOffset.UTC);

    /**
     * Rules that governed from a moment on.
     *
     * @param since first moment
     * @param folder its files
     */
    public record Version(Instant since, MatterFolder folder) {}

    /** @return the rules as they are; where they can be read, they govern from now on, and are kept */
    public MatterRules current(MatterFolder matter, Instant now) {
        MatterRules rules = MatterRules.read(matter);
        if (rules.parsed().ruleBase().isPresent()) {
            keep(matter, now);
        }
        return rules;
    }

    /** Keeps the rules of a matter as they are, where they differ from the latest version. */
    private void keep(MatterFolder matter, Instant now) {
        synchronized (RuleVersions.class) {
            SortedMap<String, byte[]> files = files(matter);
            List<Path> before = folders();
            Path latest = before.isEmpty() ? null : before.getLast();
            if (latest == null || !same(files, files(MatterFolder.read(latest)))) {
                write(files, after(latest, now));
            }
        }
    }

    /** A clock that was set back does not put a version before the one that it replaced. */
    private static Instant after(@Nullable Path latest, Instant now) {
        Instant last = latest == null ? Instant.MIN : moment(latest);
        return now.isAfter(last) ? now : last.plusNanos(1);
    }

    /** @return all versions, oldest first */
    public List<Version> list() {
        return folders().stream()
                .map(each -> new Version(moment(each), MatterFolder.read(each)))
                .toList();
    }

    /** @return the version that governed at a moment; before the first, the first, for no other was ever seen */
    public Optional<Version> at(Instant moment) {
        List<Path> all = folders();
        List<Path> known =
                all.stream().filter(each -> !moment(each).isAfter(moment)).toList();
        return (known.isEmpty() ? all.stream().findFirst() : Optional.of(known.getLast()))
                .map(each -> new Version(moment(each), MatterFolder.read(each)));
    }

    private List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> !each.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MatterException("cannot list the versions of rules in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Instant moment(Path version) {
        return NAME.parse(version.getFileName().toString(), Instant::from);
    }

    /** @return what rules are read from, by path below the folder */
    private static SortedMap<String, byte[]> files(MatterFolder matter) {
        List<Path> paths = new ArrayList<>(matter.rules());
        matter.ontology().ifPresent(paths::add);
        Optional.of(matter.root().resolve("matter.yaml"))
                .filter(Files::isRegularFile)
                .ifPresent(paths::add);
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Path path : paths) {
            try {
                files.put(matter.root().relativize(path).toString(), Files.readAllBytes(path));
            } catch (IOException e) {
                throw new MatterException("cannot read " + path + ": " + e.getMessage(), e);
            }
        }
        return files;
    }

    private static boolean same(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    /** Written aside and then named: a version is there whole, or not at all. */
    private void write(SortedMap<String, byte[]> files, Instant moment) {
        Path aside = folder.resolve(".new");
        try {
            erase(aside);
            Files.createDirectories(aside);
            for (var file : files.entrySet()) {
                Path place = aside.resolve(file.getKey());
                Files.createDirectories(place.getParent());
                Files.write(place, file.getValue());
            }
            Files.move(aside, folder.resolve(NAME.format(moment)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MatterException("cannot keep the version of the rules in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Erases all versions. */
    public void erase() throws IOException {
        erase(folder);
    }

    private static void erase(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
