package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warrant.extraction.relate.Level;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.eval.suite.Request;

/** Scores a matter's folder in a store of its own, or a public data set. */
@Command(
        name = "eval",
        description = {
            "eval matter --data DIR: runs the whole job on a matter's folder, in a fresh store, and scores it",
            "eval SUITE --data DIR: answers and scores a public data set in its own format:",
            "  logic: programs recorded for ProofWriter and PrOntoQA (Logic-LM)",
            "  text2kgbench: triples of sentences under an ontology",
            "  conll04: entities and relations of news sentences, without training",
            "  redocred: relations between the entities of documents, without training",
            "  sara: tax cases, facts as given, by nine sections of the statute as rules",
            "  lubm: fourteen queries over universities, with OWL 2 RL rules of their ontology",
            "  proverqa: problems of ProverQA from their gold formulas",
            "  contractnli: hypotheses about contracts, with evidence",
            "  multihop: questions that take several texts (MuSiQue, HotpotQA, 2WikiMultihopQA)",
            "  cranfield: abstracts found for queries",
            "",
            "What text2kgbench, conll04, redocred, contractnli and multihop have finished is kept:",
            "the same command goes on where a run was ended.",
            "Here --data names the folder of the matter or of the data set."
        })
final class EvalCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SUITE", description = "matter, or the name of a data set")
    private String suite = "";

    @Option(
            names = "--with",
            paramLabel = "LEVEL",
            defaultValue = "model",
            description = "rules, encoder or model: with what passages are read (default: ${DEFAULT-VALUE})")
    private String with = "model";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "at most N questions; of a data set a stratified sample (0: all)")
    private int limit;

    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "keep the store in this folder, and go on with what an earlier run left in it")
    private @Nullable Path store;

    @Option(
            names = "--given",
            description = "answer questions from what expected.ttl says instead of what was read: scores them apart")
    private boolean given;

    @Option(names = "--statements", description = "matter: score the statements alone, ask no questions")
    private boolean statements;

    @Option(names = "--details", description = "print every statement missed or beyond, and every answer")
    private boolean details;

    @Option(names = "--polarity", description = "logic: compare each recorded query with the question's own sentence")
    private boolean polarity;

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        Path folder = shell.data();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Failure(Failure.Who.USER, "say which folder: warrant eval " + suite + " --data DIR");
        }
        if (!suite.equals("matter")) {
            Map<String, String> options = polarity ? Map.of("polarity", "") : Map.of();
            return new SuiteRun(shell, details, level())
                    .run(suite, new Request(folder, limit, Request.SEED, options, shell::progress));
        }
        JsonNode job = inFreshFolder(shell, folder);
        JsonNode report = job.path("result");
        if (!shell.printedJson(report)) {
            show(shell, report);
        }
        return 0;
    }

    private Level level() {
        try {
            return Level.valueOf(with.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Who.USER, "--with is rules, encoder or model, not '" + with + "'", e);
        }
    }

    private JsonNode inFreshFolder(Shell shell, Path folder) {
        if (store != null) {
            return evaluated(shell, folder, store);
        }
        try (Scratch scratch = Scratch.make("eval")) {
            return evaluated(shell, folder, scratch.folder());
        }
    }

    private JsonNode evaluated(Shell shell, Path folder, Path data) {
        Settings settings = shell.settings(data);
        OwnerClient owner = OwnerProcess.connect(settings, shell::progress);
        try {
            String name = Matters.open(owner, folder, null);
            String path = "/v1/evaluations?matter=" + OwnerClient.encode(name) + "&with=" + OwnerClient.encode(with)
                    + "&limit=" + limit + "&given=" + given + "&statements=" + statements;
            JsonNode job = owner.post(path, Shell.JSON.createObjectNode());
            return new Following(owner, shell::progress).toEnd(job.path("id").asText());
        } finally {
            OwnerProcess.stop(settings, owner);
        }
    }

    private void show(Shell shell, JsonNode report) {
        shell.print("matter " + report.path("matter").asText() + ", read with "
                + report.path("with").asText());
        IngestCommand.show(shell, report.path("ingest"));
        if (report.hasNonNull("statements")) {
            part(shell, "text  ", report.path("statements").path("text"));
            part(shell, "tables", report.path("statements").path("tables"));
            ReviewCommands.showCalibration(shell, report.path("statements").path("calibration"));
        }
        questions(shell, report);
        JsonNode proofs = report.path("proofs");
        shell.print("proofs: " + proofs.path("accepted").asInt() + " of "
                + proofs.path("checked").asInt() + " accepted by the independent checker");
        proofs.path("rejected").forEach(each -> shell.print("  " + each.asText()));
        StringBuilder times = new StringBuilder("seconds:");
        report.path("seconds")
                .properties()
                .forEach(each -> times.append(String.format(
                        Locale.ROOT, " %s %.1f", each.getKey(), each.getValue().asDouble())));
        shell.print(times.toString());
        shell.print(
                "peak memory of all processes: " + report.path("peakMebibytes").asLong() + " MiB");
    }

    private void part(Shell shell, String name, JsonNode part) {
        shell.print(String.format(
                Locale.ROOT,
                "%s statements: %d expected; precision %.3f recall %.3f micro, %.3f and %.3f macro by relation",
                name,
                part.path("expected").asInt(),
                part.path("precision").asDouble(),
                part.path("recall").asDouble(),
                part.path("macroPrecision").asDouble(),
                part.path("macroRecall").asDouble()));
        if (details) {
            part.path("byRelation")
                    .properties()
                    .forEach(each -> shell.print(
                            "    " + each.getKey() + ": " + each.getValue().asText()));
        }
    }

    private void questions(Shell shell, JsonNode report) {
        if (details) {
            report.path("statements").path("missed").forEach(each -> shell.print("  missed: " + each.asText()));
            report.path("statements").path("beyond").forEach(each -> shell.print("  beyond: " + each.asText()));
        }
        int[] counts = new int[3];
        for (JsonNode question : report.path("questions")) {
            String mark = question.path("mark").asText();
            counts[mark.equals("right") ? 0 : mark.equals("wrong") ? 1 : 2]++;
            for (JsonNode wording : question.path("wordings")) {
                if (details || !wording.path("mark").asText().equals("right")) {
                    shell.print("  " + wording.path("mark").asText() + ": "
                            + wording.path("wording").asText());
                    wording.path("complaints").forEach(each -> shell.print("      " + each.asText()));
                    if (details) {
                        shell.print(wording.path("answer").asText().indent(6).stripTrailing());
                    }
                }
            }
        }
        shell.print("questions: " + counts[0] + " right, " + counts[1] + " wrong, " + counts[2] + " abstained of "
                + report.path("questions").size() + " (all wordings of each must be right)");
    }
}
