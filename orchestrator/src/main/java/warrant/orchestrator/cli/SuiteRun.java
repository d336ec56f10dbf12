package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import warrant.orchestrator.eval.logic.LogicSuite;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.ReportText;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Suite;
import warrant.orchestrator.eval.suite.SuiteException;

/** Runs a suite in this process and prints its report. */
record SuiteRun(Shell shell, boolean details) {
    private static final List<Suite> SUITES = List.of(new LogicSuite());

    /** @return the exit code */
    int run(String name, Request request) {
        Report report = report(suite(name), request);
        if (!shell.printedJson(json(report))) {
            ReportText.of(report, details).forEach(shell::print);
        }
        return 0;
    }

    private static Suite suite(String name) {
        return SUITES.stream()
                .filter(suite -> suite.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Failure.Who.VERSION,
                        "the suite '" + name + "' comes with a later version; this one has: matter, "
                                + SUITES.stream().map(Suite::name).collect(Collectors.joining(", "))));
    }

    private static Report report(Suite suite, Request request) {
        try {
            return suite.run(request);
        } catch (SuiteException e) {
            throw new Failure(Failure.Who.USER, String.valueOf(e.getMessage()), e);
        }
    }

    private static ObjectNode json(Report report) {
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
        json.put("seconds", report.seconds());
        json.putArray("answers")
                .addAll(report.items().stream()
                        .map(Shell.JSON::<ObjectNode>valueToTree)
                        .toList());
        return json;
    }
}
