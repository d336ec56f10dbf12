package warrant.extraction.read.image;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tesseract as a program of its own. Its languages are English, German and Chinese, as far as it has them.
 *
 * @param program its name, or where it lies
 * @param languages as its option {@code -l} takes them
 */
public record Tesseract(String program, String languages) {
    /** What to do where it is missing. */
    public static final String CURE =
            "install Tesseract (package tesseract-ocr), or have its text recognised elsewhere and add that file";

    private static final List<String> WANTED = List.of("eng", "deu", "chi_sim");
    private static final int MOST = 8 << 20;

    /** @return the one that the system finds by its name, or null */
    public static @Nullable Tesseract installed() {
        return at("tesseract");
    }

    /** @return the one at a place, with its languages, or null if none is there */
    public static @Nullable Tesseract at(String program) {
        try {
            String listed = run(List.of(program, "--list-langs"), Duration.ofSeconds(10));
            Set<String> known = new TreeSet<>(listed.lines().map(String::strip).toList());
            List<String> wanted = WANTED.stream().filter(known::contains).toList();
            return new Tesseract(program, wanted.isEmpty() ? "eng" : String.join("+", wanted));
        } catch (IOException missing) {
            return null;
        }
    }

    /**
     * @param picture of a format that Tesseract reads: PNG, JPEG, TIFF with several pages
     * @return the text, paragraphs parted by blank lines, pages by form feeds
     */
    public String text(byte[] picture, Duration limit) throws IOException {
        Path file = Files.createTempFile("warrant-ocr", ".img");
        try {
            Files.write(file, picture);
            return run(List.of(program, file.toString(), "stdout", "-l", languages), limit);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String run(List<String> command, Duration limit) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread watch = Thread.ofVirtual().start(() -> endAfter(process, limit));
        try {
            byte[] out = process.getInputStream().readNBytes(MOST);
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("Tesseract failed or took longer than " + limit.toSeconds() + " s");
            }
            return new String(out, StandardCharsets.UTF_8);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    private static void endAfter(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            process.destroyForcibly();
        }
    }
}
