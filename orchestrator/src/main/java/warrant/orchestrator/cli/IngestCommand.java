package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
                    + " with a matter.yaml is a matter of its own, and is worked on where it is."
        })
final class IngestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE|DIR", description = "files, folders of files, or a matter's folder")
    private List<Path> files = List.of();

    @Option(names = "--matter", paramLabel = "NAME", description = "the matter (default: the one in use)")
    private @Nullable String matter;

    @Option(
            names = "--with",
            paramLabel = "LEVEL",
            defaultValue = "model",
            description = "rules, encoder or model: with what passages are read (default: ${DEFAULT-VALUE})")
    private String with = "model";

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new Failure(Failure.Who.USER, "there is no file " + file);
            }
        }
        OwnerClient owner = shell.owner();
        String name = matter;
        for (Path file : files) {
            if (Files.isRegularFile(file.resolve("matter.yaml"))) {
                name = Matters.open(owner, file, matter);
            } else {
                name = name == null ? Matters.current(owner) : name;
                copy(shell, owner, file, name);
            }
        }
        JsonNode ended = run(shell, owner, name, with);
        if (!shell.printedJson(ended.path("result"))) {
            show(shell, ended.path("result"));
        }
        return ended.path("result").path("failures").isEmpty() ? 0 : 1;
    }

    /** Takes a matter's documents in, telling the progress. */
    static JsonNode run(Shell shell, OwnerClient owner, @Nullable String matter, String with) {
        String path = "/v1/ingest?with=" + OwnerClient.encode(with)
                + (matter == null ? "" : "&matter=" + OwnerClient.encode(matter));
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
                owner.put("/v1/documents/" + name + "?matter=" + OwnerClient.encode(matter), each);
                shell.progress("  copied " + relative);
            }
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Prints what an ingestion did. */
    static void show(Shell shell, JsonNode result) {
        shell.print(result.path("documents").asInt() + " documents ("
                + result.path("unchanged").asInt()
                + " unchanged, " + result.path("removed").asInt() + " removed), "
                + result.path("passages").asInt() + " passages ("
                + result.path("read").asInt() + " read now), "
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
        result.path("tables").forEach(table -> shell.progress("table: " + table.asText()));
        result.path("failures").forEach(failure -> shell.print("not read: " + failure.asText()));
        result.path("warnings").forEach(warning -> shell.progress("warning: " + warning.asText()));
    }
}
