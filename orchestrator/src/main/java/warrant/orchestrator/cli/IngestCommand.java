package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes documents in. */
@Command(
        name = "ingest",
        description = {
            "takes documents in: what they state becomes statements with quotations",
            "",
            "Without files: all of the matter's documents folder. Files and folders are copied there first. A folder"
                    + " with a matter.yaml is a matter of its own, and is worked on where it is.",
            "",
            "It goes on where an earlier one was ended, killed or stopped. While one is at work: --status, --pause,"
                    + " --resume and --cancel."
        })
final class IngestCommand implements Callable<Integer> {
    private static final double SECONDS = 60;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE|DIR", description = "files, folders of files, or a matter's folder")
    private List<Path> files = List.of();

    @Mixin
    private Which which = new Which();

    @Option(
            names = "--with",
            paramLabel = "LEVEL",
            defaultValue = "model",
            description = "rules, encoder or model: with what passages are read (default: ${DEFAULT-VALUE})")
    private String with = "model";

    @Option(names = "--max-minutes", paramLabel = "N", description = "stop after so many minutes of work")
    private double minutes;

    @Option(names = "--max-tokens", paramLabel = "N", description = "stop when the model has read so many tokens")
    private long tokens;

    @Option(
            names = "--open",
            description = "without an ontology.ttl: draft one from the documents first, and look for what it says")
    private boolean open;

    @ArgGroup
    private @Nullable Instead instead;

    /** What is wanted instead of an ingestion. */
    static final class Instead {
        @Option(names = "--status", description = "how it stands: progress, rate, time left, what failed")
        private boolean status;

        @Option(names = "--estimate", description = "what there is to read and how long it would take; reads nothing")
        private boolean estimate;

        @Option(names = "--pause", description = "let the one at work wait")
        private boolean pause;

        @Option(names = "--resume", description = "let the one that waits go on")
        private boolean resume;

        @Option(names = "--cancel", description = "end the one at work; what it has read is kept")
        private boolean cancel;

        int run(IngestStatus status, String with) {
            if (pause || resume || cancel) {
                return status.steer(pause ? "pause" : resume ? "resume" : "cancel");
            }
            return estimate && !this.status ? status.estimate(with) : status.show();
        }
    }

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        Instead other = instead;
        if (other != null) {
            return other.run(new IngestStatus(shell, which), with);
        }
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new Failure(Failure.Who.USER, "there is no file " + file);
            }
        }
        OwnerClient owner = shell.owner();
        String name = which.matter;
        for (Path file : files) {
            if (Files.isRegularFile(file.resolve("matter.yaml"))) {
                name = Matters.open(owner, file, which.matter);
            } else {
                name = name == null ? Matters.current(owner) : name;
                copy(shell, owner, file, name);
            }
        }
        String budget = "&open=" + open + "&seconds=" + Math.round(minutes * SECONDS) + "&tokens=" + tokens;
        JsonNode ended = run(shell, owner, name, with + budget);
        if (!shell.printedJson(ended.path("result"))) {
            show(shell, ended.path("result"));
        }
        boolean whole = ended.path("result").path("failures").isEmpty()
                && ended.path("result").path("stopped").asText().isEmpty();
        return whole ? 0 : 1;
    }

    /**
     * Takes a matter's documents in, telling the progress.
     *
     * @param with the level, and further parameters after an ampersand
     */
    static JsonNode run(Shell shell, OwnerClient owner, @Nullable String matter, String with) {
        String path = Which.in("/v1/ingest?with=" + with, matter);
        JsonNode job = owner.post(path, Shell.JSON.createObjectNode());
        return new Following(owner, shell::progress).toEnd(job.path("id").asText());
    }

    private static void copy(Shell shell, OwnerClient owner, Path file, String matter) {
        Path base = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
        try (Stream<Path> found = Files.walk(file)) {
            for (Path each : found.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList()) {
                Path relative = base == null
                        ? each.getFileName()
                        : base.toAbsolutePath().relativize(each.toAbsolutePath());
                String name = OwnerClient.encode(relative.toString()).replace("%2F", "/");
                owner.put(Which.in("/v1/documents/" + name, matter), each);
                shell.progress("  copied " + relative);
            }
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Prints what could not be read, and who must act. */
    static void showFailures(Shell shell, JsonNode failures) {
        failures.forEach(
                failure -> shell.print("not read: " + failure.path("where").asText() + ": "
                        + failure.path("reason").asText() + " ("
                        + whoMust(failure.path("who").asText()) + ")"));
    }

    private static String whoMust(String code) {
        return switch (code) {
            case "USER" -> "you must act";
            case "UPSTREAM" -> "the machine or a server must be seen to";
            case "LIMIT" -> "a limit was hit";
            default -> "a defect of Warrant, please report it";
        };
    }

    /** Prints what an ingestion did. */
    static void show(Shell shell, JsonNode result) {
        shell.print(result.path("documents").asInt() + " documents ("
                + result.path("unchanged").asInt()
                + " unchanged, " + result.path("removed").asInt() + " removed), "
                + result.path("passages").asInt() + " passages ("
                + result.path("read").asInt() + " read now, "
                + result.path("moved").asInt() + " taken over), "
                + result.path("statements").asInt() + " statements from documents");
        ObjectNode rejected = (ObjectNode) result.path("rejectedByReason");
        if (!rejected.isEmpty()) {
            StringBuilder text = new StringBuilder("rejected:");
            rejected.properties()
                    .forEach(each -> text.append(' ')
                            .append(each.getValue().asInt())
                            .append(' ')
                            .append(each.getKey())
                            .append(','));
            shell.print(text.substring(0, text.length() - 1));
        }
        result.path("alike")
                .forEach(pair -> shell.progress(String.format(
                        Locale.ROOT,
                        "alike: %s and %s, %s, %.0f %% of their words",
                        pair.path("first").asText(),
                        pair.path("second").asText(),
                        pair.path("kind").asText().equals("COPY") ? "copies" : "versions of one document",
                        100 * pair.path("likeness").asDouble())));
        result.path("tables").forEach(table -> shell.progress("table: " + table.asText()));
        showFailures(shell, result.path("failures"));
        if (!result.path("stopped").asText().isEmpty()) {
            shell.print("stopped: " + result.path("stopped").asText());
        }
        result.path("warnings").forEach(warning -> shell.progress("warning: " + warning.asText()));
    }
}
