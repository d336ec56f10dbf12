package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import warrant.orchestrator.config.Settings;

/** Measures the language model in a process of its own and, if asked to, llama.cpp on the same file after it. */
final class LlmBench {
    private static final String MEASURES = "warrant.llm.bench.Bench";
    private static final String PEER = "node-llama-cpp@3.22.1";
    private static final int BEAT_SECONDS = 8;

    private static final JsonNode JSON_NOTHING = Shell.JSON.createArrayNode();

    private final Shell shell;
    private final String precision;
    private final boolean peer;

    LlmBench(Shell shell, String precision, boolean peer) {
        this.shell = shell;
        this.precision = precision;
        this.peer = peer;
    }

    /** @return the exit code */
    int run() {
        Settings settings = shell.settings();
        Path model = LocalModels.file(shell, settings.model());
        Scratch scratch = Scratch.make("bench");
        try {
            Path report = scratch.folder().resolve("report.json");
            Path log = scratch.folder().resolve("log");
            measure(settings.model(), model, report, log);
            ObjectNode all = (ObjectNode) Shell.JSON.readTree(report.toFile());
            if (peer) {
                all.set("peer", peer(settings, model, report, log));
            }
            all.remove("workload");
            print(all);
            // what fails names the log in it, so then it stays
            scratch.close();
            return 0;
        } catch (IOException e) {
            throw new Failure(Failure.Who.UPSTREAM, "the measurement cannot be run: " + e.getMessage(), e);
        }
    }

    private void measure(String name, Path model, Path report, Path log) throws IOException {
        String app = System.getProperty("warrant.app", "");
        await(
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        Path.of(app, "lib", "main") + "/*",
                        MEASURES,
                        model.toString(),
                        name,
                        precision,
                        report.toString()),
                log,
                "measuring " + name);
    }

    private JsonNode peer(Settings settings, Path model, Path report, Path log) throws IOException {
        Path folder = Files.createDirectories(settings.models().resolveSibling("bench-peer"));
        Path script = folder.resolve("peer.mjs");
        try (InputStream source =
                Objects.requireNonNull(LlmBench.class.getResourceAsStream("/bench/peer.mjs"), "peer.mjs")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(folder.resolve("node_modules").resolve("node-llama-cpp"))) {
            await(new ProcessBuilder("npm", "install", "--prefix", folder.toString(), PEER), log, "fetching " + PEER);
        }
        Path answers = report.resolveSibling("peer.json");
        String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
        ProcessBuilder node =
                new ProcessBuilder("node", script.toString(), model.toString(), report.toString(), threads);
        await(node, answers, log, "measuring llama.cpp");
        List<String> lines = Files.readAllLines(answers);
        return Shell.JSON.readTree(lines.isEmpty() ? "{}" : lines.getLast());
    }

    private void await(ProcessBuilder builder, Path log, String what) throws IOException {
        await(builder, log, log, what);
    }

    private void await(ProcessBuilder builder, Path out, Path log, String what) throws IOException {
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "65536");
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.redirectInput(new File("/dev/null")).start();
        try {
            while (!process.waitFor(BEAT_SECONDS, TimeUnit.SECONDS)) {
                shell.progress(what);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Who.USER, "interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new Failure(
                    Failure.Who.UPSTREAM, what + " ended with code " + process.exitValue() + "; its log is " + log);
        }
    }

    private void print(JsonNode all) {
        if (shell.printedJson(all)) {
            return;
        }
        shell.print(all.path("profile").asText());
        for (JsonNode figure : all.path("figures")) {
            shell.print(line(figure, all.path("peer").path("figures")));
        }
        for (JsonNode other : all.path("peer").path("figures")) {
            if (!all.path("figures")
                    .findValuesAsText("name")
                    .contains(other.path("name").asText())) {
                shell.print(line(other, JSON_NOTHING) + "   (llama.cpp alone)");
            }
        }
    }

    private static String line(JsonNode figure, JsonNode peers) {
        String beside = "";
        for (JsonNode other : peers) {
            if (other.path("name").equals(figure.path("name"))) {
                double theirs = other.path("value").asDouble();
                beside = String.format(
                        Locale.ROOT,
                        "   llama.cpp %.2f: %.2f times that",
                        theirs,
                        figure.path("value").asDouble() / theirs);
            }
        }
        return String.format(
                        Locale.ROOT,
                        "  %-40s %10.2f %s",
                        figure.path("name").asText(),
                        figure.path("value").asDouble(),
                        figure.path("unit").asText())
                + beside;
    }
}
