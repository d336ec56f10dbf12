package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import warrant.orchestrator.config.Settings;

/**
 * Measures the model in use, the shape of a model of half a thousand million random weights, and the encoder, each in a
 * process of its own and, if asked to, beside llama.cpp and ONNX Runtime on the same files. It ends in time: what was
 * not measured until then is named.
 */
final class LlmBench {
    private static final String PACKAGE = "warrant.llm.bench.";
    private static final String PEER = "node-llama-cpp@3.22.1";
    private static final String ONNX = "com.microsoft.onnxruntime:onnxruntime:1.21.1";
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
    private static final String HALF = "random weights in the shape of Qwen2.5-0.5B, Q4_0";

    private final Shell shell;
    private final String precision;
    private final boolean peer;
    private final int requests;
    private final BenchProcess processes;
    private final Scratch scratch;

    /** @param requests how many show that memory stays flat; 0: none */
    LlmBench(Shell shell, String precision, boolean peer, int requests, Duration most) {
        this.shell = shell;
        this.precision = precision;
        this.peer = peer;
        this.requests = requests;
        this.scratch = Scratch.make("bench");
        this.processes = new BenchProcess(shell, scratch.folder().resolve("log"), most);
    }

    /** @return the exit code */
    int run() {
        Settings settings = shell.settings();
        Path model = LocalModels.file(shell, settings.model());
        try {
            Path kept = Files.createDirectories(settings.models().resolveSibling("bench-peer"));
            ObjectNode all = Shell.JSON.createObjectNode();
            if (requests > 0) {
                all.set("requests", requests(model, kept));
            } else {
                all.set(settings.model(), measured(settings.model(), model, "trained", kept));
                all.set("encoder", encoder(kept));
                all.set(HALF, measured(HALF, random(model, "HALF", kept), "random", kept));
            }
            LlmFigures.print(shell, all);
            // what fails names the log in it, so then it stays
            scratch.close();
            return 0;
        } catch (IOException e) {
            throw new Failure(Failure.Who.UPSTREAM, "the measurement cannot be run: " + e.getMessage(), e);
        }
    }

    private JsonNode measured(String name, Path model, String weights, Path kept) throws IOException {
        Path report = scratch.folder().resolve(weights + ".json");
        String seconds = processes.secondsLeft();
        processes.java(
                "measuring " + name,
                Optional.empty(),
                PACKAGE + "Bench",
                List.of(model.toString(), name, precision, seconds, weights, report.toString()));
        ObjectNode told = read(report);
        if (peer && told.has("workload")) {
            told.set("peer", llamaCpp(model, report, kept));
        }
        told.remove("workload");
        return told;
    }

    private JsonNode encoder(Path kept) throws IOException {
        Path report = scratch.folder().resolve("encoder.json");
        Optional<Path> onnx = peer ? onnx(kept) : Optional.empty();
        String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
        processes.java(
                "measuring the encoder",
                onnx,
                PACKAGE + "EncoderBench",
                List.of(threads, processes.secondsLeft(), String.valueOf(onnx.isPresent()), report.toString()));
        ObjectNode told = read(report);
        told.remove("workload");
        return told;
    }

    private JsonNode requests(Path model, Path kept) throws IOException {
        Path report = scratch.folder().resolve("requests.json");
        processes.java(
                "asking " + requests + " times",
                Optional.empty(),
                PACKAGE + "Requests",
                List.of(
                        random(model, "TINY", kept).toString(),
                        Integer.toString(requests),
                        processes.secondsLeft(),
                        report.toString()));
        ObjectNode told = read(report);
        told.remove("workload");
        return told;
    }

    /** @return a file of random weights, which is made once */
    private Path random(Path vocabulary, String shape, Path kept) throws IOException {
        Path file = kept.resolve("random-" + shape.toLowerCase(java.util.Locale.ROOT) + ".gguf");
        if (!Files.exists(file)) {
            Path fresh = scratch.folder().resolve(shape + ".gguf");
            processes.java(
                    "making random weights",
                    Optional.empty(),
                    PACKAGE + "RandomModel",
                    List.of(vocabulary.toString(), shape, fresh.toString()));
            if (Files.exists(fresh)) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return file;
    }

    private JsonNode llamaCpp(Path model, Path report, Path kept) throws IOException {
        Path script = kept.resolve("peer.mjs");
        try (InputStream source =
                Objects.requireNonNull(LlmBench.class.getResourceAsStream("/bench/peer.mjs"), "peer.mjs")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(kept.resolve("node_modules").resolve("node-llama-cpp"))) {
            processes.run("fetching " + PEER, List.of("npm", "install", "--prefix", kept.toString(), PEER));
        }
        File answers = scratch.folder().resolve("peer.jsonl").toFile();
        String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
        processes.run(
                "measuring llama.cpp",
                List.of("node", script.toString(), model.toString(), report.toString(), threads),
                answers);
        List<String> lines = Files.readAllLines(answers.toPath());
        return Shell.JSON.readTree(lines.isEmpty() ? "{}" : lines.getLast());
    }

    /** @return the library, which Maven fetches once; empty where it cannot be had */
    private Optional<Path> onnx(Path kept) throws IOException {
        Path jar = kept.resolve("onnxruntime-1.21.1.jar");
        if (!Files.exists(jar)) {
            processes.run(
                    "fetching ONNX Runtime",
                    List.of("mvn", "-B", "-q", COPY, "-Dartifact=" + ONNX, "-DoutputDirectory=" + kept));
        }
        return Optional.of(jar).filter(Files::exists);
    }

    private static ObjectNode read(Path report) throws IOException {
        return Files.exists(report) ? (ObjectNode) Shell.JSON.readTree(report.toFile()) : Shell.JSON.createObjectNode();
    }
}
