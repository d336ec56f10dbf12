package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.process.ReadingProcess;

/** How many pages a second are read, without any extraction: a folder's files, again and again. */
final class ReadingBench {
    private static final int MEBIBYTES = 768;

    private final Shell shell;
    private final List<Path> files;
    private final int pages;
    private final Map<String, Tally> byFormat = new TreeMap<>();

    /** What was read of one format. */
    private static final class Tally {
        private int pages;
        private long characters;
        private long nanos;
    }

    /** @param pages how many to read at least */
    ReadingBench(Shell shell, Path documents, int pages) {
        this.shell = shell;
        this.pages = pages;
        try (Stream<Path> walk = Files.walk(documents)) {
            this.files = walk.filter(file -> Files.isRegularFile(file)).sorted().toList();
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot list " + documents + ": " + e.getMessage());
        }
    }

    /** The first round, in which the reading process starts and warms up, is not counted. */
    int run() {
        Path app = Path.of(System.getProperty("warrant.app", "."));
        String classPath = app.resolve("lib").resolve("main") + "/*";
        try (ReadingProcess reader = new ReadingProcess(classPath, Settings.DEFAULT, MEBIBYTES)) {
            round(reader);
            byFormat.clear();
            int before = -1;
            while (total().pages < pages && total().pages > before) {
                before = total().pages;
                round(reader);
                shell.progress(total().pages + " of " + pages + " pages");
            }
        }
        report();
        return total().pages >= pages ? 0 : 1;
    }

    private void round(ReadingProcess reader) {
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            try {
                byte[] bytes = Files.readAllBytes(file);
                long begin = System.nanoTime();
                List<Reading> readings = reader.readAll(name, bytes).documents();
                long nanos = System.nanoTime() - begin;
                String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
                Tally tally = byFormat.computeIfAbsent(format, f -> new Tally());
                tally.nanos += nanos;
                readings.forEach(reading -> add(reading, tally));
            } catch (ReadException no) {
                shell.progress(String.valueOf(no.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void add(Reading reading, Tally tally) {
        tally.pages += reading.document().pages().size();
        tally.characters += reading.document().pages().stream()
                .mapToLong(page -> page.text().length())
                .sum();
    }

    private Tally total() {
        Tally total = new Tally();
        byFormat.values().forEach(tally -> {
            total.pages += tally.pages;
            total.characters += tally.characters;
            total.nanos += tally.nanos;
        });
        return total;
    }

    private void report() {
        ObjectNode node = node(total());
        ObjectNode formats = node.putObject("formats");
        byFormat.forEach((format, tally) -> formats.set(format, node(tally)));
        if (!shell.printedJson(node)) {
            List<String> lines = new ArrayList<>(List.of(line("read", total())));
            byFormat.forEach((format, tally) -> lines.add(line("  " + format, tally)));
            shell.print(String.join("\n", lines));
        }
    }

    private static ObjectNode node(Tally tally) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("pages", tally.pages)
                .put("characters", tally.characters)
                .put("seconds", tally.nanos / 1e9)
                .put("pagesPerSecond", tally.pages / (tally.nanos / 1e9));
    }

    private static String line(String what, Tally tally) {
        return String.format(
                Locale.ROOT,
                "%-8s %6d pages %10d characters %8.2f s %8.1f pages a second",
                what,
                tally.pages,
                tally.characters,
                tally.nanos / 1e9,
                tally.pages / (tally.nanos / 1e9));
    }
}
