package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import warrant.extraction.relate.Level;
import warrant.orchestrator.eval.contractnli.ContractNliSuite;
import warrant.orchestrator.eval.cranfield.CranfieldSuite;
import warrant.orchestrator.eval.logic.LogicSuite;
import warrant.orchestrator.eval.lubm.LubmSuite;
import warrant.orchestrator.eval.multihop.MultihopSuite;
import warrant.orchestrator.eval.pairs.ConllSuite;
import warrant.orchestrator.eval.pairs.DocredSuite;
import warrant.orchestrator.eval.proverqa.ProverQaSuite;
import warrant.orchestrator.eval.sara.SaraSuite;
import warrant.orchestrator.eval.sentence.Text2KgBench;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.ReportText;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Suite;
import warrant.orchestrator.eval.suite.SuiteException;

/** Runs a suite in this process and prints its report. */
record SuiteRun(Shell shell, boolean details, Level level) {

    private List<Suite> suites() {
        Minds minds = LocalMinds.of(shell, level);
        return List.of(
                new LogicSuite(),
                new SaraSuite(),
                new LubmSuite(),
                new ProverQaSuite(),
                new Text2KgBench(minds),
                new ContractNliSuite(minds),
                new MultihopSuite(minds),
                new CranfieldSuite(minds),
                new ConllSuite(minds),
                new DocredSuite(minds));
    }

    /** @return the exit code */
    int run(String name, Request request) {
        Suite suite = suite(name);
        long began = System.nanoTime();
        Report report = report(suite, request.keptIn(LocalMinds.journals(shell)));
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!shell.printedJson(json(report, seconds))) {
            ReportText.of(report, details).forEach(shell::print);
            shell.print(String.format(Locale.ROOT, "seconds: %.1f", seconds));
        }
        return 0;
    }

    private Suite suite(String name) {
        List<Suite> suites = suites();
        return suites.stream()
                .filter(suite -> suite.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Failure.Who.USER,
                        "there is no suite '" + name + "'; there are: matter, "
                                + suites.stream().map(Suite::name).collect(Collectors.joining(", "))));
    }

    private static Report report(Suite suite, Request request) {
        try {
            return suite.run(request);
        } catch (SuiteException e) {
            throw new Failure(Failure.Who.USER, String.valueOf(e.getMessage()), e);
        }
    }

    private static ObjectNode json(Report report, double seconds) {
        ObjectNode json = Shell.JSON.createObjectNode();
        json.put("suite", report.suite());
        json.put("of", report.of());
        json.put("seed", report.seed());
        json.put("items", report.items().size());
        for (Item.Outcome outcome : Item.Outcome.values()) {
            json.put(outcome.name().toLowerCase(Locale.ROOT), report.count(outcome));
        }
        ObjectNode measures = json.putObject("measures");
        report.measures().forEach(measures::put);
        report.notes().forEach(json.putArray("notes")::add);
        json.put("seconds", seconds);
        json.putArray("answers")
                .addAll(report.items().stream()
                        .map(Shell.JSON::<ObjectNode>valueToTree)
                        .toList());
        return json;
    }
}
