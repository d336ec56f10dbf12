package warrant.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for one run, gone with everything in it when closed. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch make(String purpose) {
        try {
            return new Scratch(Files.createTempDirectory("warrant-" + purpose));
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
