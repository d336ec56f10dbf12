package warrant.extraction.read.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders in which reading processes keep temporary files; each names the process that must remove it. */
final class Leftovers {
    private static final String PREFIX = "warrant-read-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    private Leftovers() {}

    /** Makes a folder that this process removes, and removes those whose process was killed before it could. */
    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        try (Stream<Path> all = Files.list(folder.resolveSibling(""))) {
            all.filter(Leftovers::isOrphan).forEach(Leftovers::remove);
        }
        return folder;
    }

    private static boolean isOrphan(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches()
                && Files.isDirectory(folder)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** Removes a folder with all that is in it; what cannot be removed, such as another user's, stays. */
    static void remove(Path folder) {
        try (Stream<Path> left = Files.walk(folder)) {
            List<Path> deepestFirst = left.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stays) {
            // the next process that starts tries again
        }
    }
}
