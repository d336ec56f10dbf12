package warrant.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warrant.orchestrator.bench.Corpus;

/** Long measurements. */
@Command(
        name = "bench",
        subcommands = {RuleBench.class, GraphBench.class, RetrieveBench.class, HttpBench.class},
        description = {
            "bench rules: measures deduction",
            "bench kills: ends Warrant at random moments of an ingestion, resumes, and compares the graph",
            "bench ingest: takes generated leases in at the levels of --with, and tells pages and tokens a second;",
            "  with --folder it reads that folder's files again and again, and extracts nothing",
            "bench llm: measures the language model, a shape of 0.5B and the encoder, beside others with --peer",
            "bench graph: measures the store",
            "bench retrieve: measures how passages are found",
            "bench http: measures the service as a client sees it"
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "as above")
    private String name = "";

    @Option(names = "--kills", paramLabel = "N", defaultValue = "20", description = "how many (default: 20)")
    private int kills;

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "0",
            description = "of small documents to generate for it, instead of a folder (kills)")
    private int documents;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the moments (default: 1)")
    private long seed;

    @Option(names = "--with", paramLabel = "LEVEL", defaultValue = "model", description = "rules, encoder or model")
    private String with = "model";

    @Option(names = "--folder", paramLabel = "DIR", description = "the matter's folder (default: the shipped one)")
    private List<Path> folder = List.of();

    @Option(
            names = "--pages",
            paramLabel = "N",
            defaultValue = "1000",
            description = "that are read at least (default: 1000)")
    private int pages;

    @Option(
            names = "--peer",
            description = "measure llama.cpp and ONNX Runtime too, where Node and Maven are there (llm)")
    private boolean peer;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "",
            description = "f32, bf16, int8 or int4, or two for reading and writing: bf16+int8 (llm)")
    private String precision = "";

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "12",
            description = "after which nothing more is begun; what is missing is named (llm, default: 12)")
    private int minutes;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "0",
            description = "only so many short requests to a tiny model: whether memory stays flat (llm)")
    private int requests;

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        return switch (name) {
            case "kills" -> kills(shell);
            case "ingest" ->
                folder.isEmpty()
                        ? new IngestBench(shell, pages, seed).run(levels())
                        : new ReadingBench(shell, matter().resolve("documents"), pages).run();
            case "llm" -> new LlmBench(shell, precision, peer, requests, Duration.ofMinutes(minutes)).run();
            default ->
                throw new Failure(
                        Failure.Who.USER,
                        "there is no measurement '" + name
                                + "'; there are: llm, rules, graph, retrieve, ingest, http, kills");
        };
    }

    private List<String> levels() {
        return spec.commandLine().getParseResult().hasMatchedOption("--with")
                ? List.of(with.split(","))
                : List.of("rules", "encoder");
    }

    private int kills(Shell shell) {
        if (documents == 0) {
            return new Kills(shell, matter(), with, kills, seed).run();
        }
        try (Scratch corpus = Scratch.make("corpus")) {
            Corpus.write(corpus.folder(), documents, 1, seed);
            return new Kills(shell, corpus.folder(), with, kills, seed).run();
        } catch (IOException e) {
            throw new Failure(Failure.Who.UPSTREAM, "cannot write the generated documents: " + e.getMessage(), e);
        }
    }

    private Path matter() {
        return folder.isEmpty()
                ? Path.of(System.getProperty("warrant.home", "."), "matters", "supply")
                : folder.getFirst();
    }
}
