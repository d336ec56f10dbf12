package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The queue of a reviewer: what to look at, and what was said of it. */
final class ReviewCommands {
    private ReviewCommands() {}

    /** Lists what should be looked at. */
    @Command(
            name = "uncertain",
            description = {
                "lists what a reviewer should look at first: only documents say it, nobody judged it, least sure first",
                "",
                "confirm, reject or correct each; what is said is kept as that person's assertion and as training data."
            })
    static final class Uncertain implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(
                names = "--below",
                paramLabel = "C",
                defaultValue = "0.9",
                description = "only what is less sure than that (default: ${DEFAULT-VALUE})")
        private double below;

        @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "at most so many")
        private int limit;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            JsonNode statements =
                    shell.owner().get(which.in("/v1/statements/uncertain?below=" + below + "&limit=" + limit));
            if (!shell.printedJson(statements)) {
                statements.forEach(statement -> StatementCommands.show(shell, statement));
                shell.print(statements.size() + " statements to look at");
            }
            return 0;
        }
    }

    /** Says that one holds. */
    @Command(name = "confirm", description = "says that a statement holds; it rests on you too from then on")
    static final class Confirm implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "as listed")
        private String id = "";

        @Mixin
        private StatementCommands.Saying saying = new StatementCommands.Saying();

        @Override
        public Integer call() {
            String path = saying.which.in("/v1/statements/" + OwnerClient.encode(id) + "/confirm");
            return StatementCommands.post(spec, path, saying.json(), "Confirmed");
        }
    }

    /** Shows where one stands. */
    @Command(
            name = "picture",
            description = "draws the page of a PDF file that a statement is quoted from, the quotation highlighted")
    static final class Picture implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "as listed")
        private String id = "";

        @Option(
                names = "--quotation",
                paramLabel = "N",
                defaultValue = "0",
                description = "which of its quotations, from 0 on (default: ${DEFAULT-VALUE})")
        private int quotation;

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "PNG file to write")
        private Path out = Path.of("page.png");

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            shell.owner()
                    .download(
                            which.in("/v1/statements/" + OwnerClient.encode(id) + "/picture?quotation=" + quotation),
                            out);
            shell.print("drew the page into " + out);
            return 0;
        }
    }

    /** Tells what was said. */
    @Command(
            name = "verdicts",
            description = {
                "tells what reviewers said of statements from documents, how far confidence can be taken at its word,",
                "and which thresholds for matter.yaml follow from that; with --json as training data"
            })
    static final class VerdictList implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(
                names = "--precision",
                paramLabel = "P",
                defaultValue = "0.95",
                description = "share of a relation's statements that should be right (default: ${DEFAULT-VALUE})")
        private double precision;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            JsonNode view = shell.owner().get(which.in("/v1/verdicts?precision=" + precision));
            if (!shell.printedJson(view)) {
                long right = 0;
                for (JsonNode verdict : view.path("verdicts")) {
                    right += verdict.path("right").asBoolean() ? 1 : 0;
                }
                shell.print(view.path("verdicts").size() + " verdicts, " + right + " of them right");
                showCalibration(shell, view.path("calibration"));
                view.path("thresholds")
                        .properties()
                        .forEach(each -> shell.print(String.format(
                                Locale.ROOT,
                                "threshold of %s: %.2f",
                                each.getKey(),
                                each.getValue().asDouble())));
            }
            return 0;
        }
    }

    /** Prints how far confidence can be taken at its word. */
    static void showCalibration(Shell shell, JsonNode calibration) {
        if (calibration.path("count").asInt() > 0) {
            shell.print(String.format(
                    Locale.ROOT,
                    "expected calibration error: %.3f over %d statements",
                    calibration.path("error").asDouble(),
                    calibration.path("count").asInt()));
            calibration
                    .path("bins")
                    .forEach(bin -> shell.progress(String.format(
                            Locale.ROOT,
                            "  confidence %.2f: %.2f right of %d",
                            bin.path("confidence").asDouble(),
                            bin.path("right").asDouble(),
                            bin.path("count").asInt())));
        }
    }
}
