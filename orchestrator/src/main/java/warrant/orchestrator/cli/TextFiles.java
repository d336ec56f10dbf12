package warrant.orchestrator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts in files that the user names, in UTF-8; what goes wrong is for the user to mend. */
final class TextFiles {
    private TextFiles() {}

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot read " + file + " as UTF-8 text: " + e.getMessage(), e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
