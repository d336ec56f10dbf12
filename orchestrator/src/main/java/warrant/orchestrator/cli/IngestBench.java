package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import warrant.orchestrator.bench.Corpus;
import warrant.orchestrator.config.Settings;

/** How many pages and characters a second are taken in at each level, from generated leases of ten pages. */
final class IngestBench {
    private static final int PAGES_A_DOCUMENT = 10;
    private static final double LETTERS_A_TOKEN = 4;

    private final Shell shell;
    private final int pages;
    private final long seed;

    /** @param pages how many to generate: a multiple of ten, at least */
    IngestBench(Shell shell, int pages, long seed) {
        this.shell = shell;
        this.pages = pages;
        this.seed = seed;
    }

    /** @param levels each is measured with a store of its own */
    int run(List<String> levels) {
        ArrayNode all = Shell.JSON.createArrayNode();
        try (Scratch corpus = Scratch.make("corpus")) {
            int documents = Math.max(1, pages / PAGES_A_DOCUMENT);
            Corpus.write(corpus.folder(), documents, PAGES_A_DOCUMENT, seed);
            for (String level : levels) {
                ObjectNode one = measure(corpus.folder(), level, documents * PAGES_A_DOCUMENT);
                all.add(one);
                if (!shell.wantsJson()) {
                    shell.print(line(one));
                }
            }
        } catch (IOException e) {
            throw new Failure(Failure.Who.UPSTREAM, "cannot write the generated documents: " + e.getMessage(), e);
        }
        shell.printedJson(all);
        return 0;
    }

    private ObjectNode measure(Path corpus, String level, int count) {
        try (Scratch data = Scratch.make("bench")) {
            Settings settings = shell.settings(data.folder());
            OwnerClient owner = OwnerProcess.connect(settings, shell::progress);
            try {
                String name = Matters.open(owner, corpus, null);
                JsonNode job = IngestCommand.run(shell, owner, name, level);
                JsonNode standing = job.path("standing");
                JsonNode seconds = job.path("secondsByStage");
                double read = seconds.path("read").asDouble();
                double relate = seconds.path("relate").asDouble();
                long characters = standing.path("total").asLong();
                return Shell.JSON
                        .createObjectNode()
                        .put("level", level)
                        .put("pages", count)
                        .put("statements", job.path("result").path("statements").asInt())
                        .put("readPagesPerSecond", count / read)
                        .put(
                                "pagesPerSecond",
                                count / (read + relate + seconds.path("resolve").asDouble()))
                        .put("tokensPerSecond", characters / LETTERS_A_TOKEN / relate)
                        .put("tokensOfModel", standing.path("tokens").asLong())
                        .put("seconds", read + relate + seconds.path("resolve").asDouble())
                        .put("foretold", standing.path("foretold").asDouble())
                        .put("taken", standing.path("taken").asDouble());
            } finally {
                OwnerProcess.stop(settings, owner);
            }
        }
    }

    private static String line(JsonNode one) {
        return String.format(
                Locale.ROOT,
                "%-8s %5d pages in %.1f s: %.1f pages a second (read alone %.0f), about %.0f tokens of text a second,"
                        + " %d statements; foretold after a twentieth %.1f s, taken %.1f s",
                one.path("level").asText(),
                one.path("pages").asInt(),
                one.path("seconds").asDouble(),
                one.path("pagesPerSecond").asDouble(),
                one.path("readPagesPerSecond").asDouble(),
                one.path("tokensPerSecond").asDouble(),
                one.path("statements").asInt(),
                one.path("foretold").asDouble(),
                one.path("taken").asDouble());
    }
}
