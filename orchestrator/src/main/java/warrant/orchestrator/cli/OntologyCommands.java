package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a matter can state. */
@Command(
        name = "ontology",
        description = "shows what the matter can state; drafts an ontology from documents",
        subcommands = {OntologyCommands.Show.class, OntologyCommands.Propose.class})
final class OntologyCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return show(Shell.of(spec), new Which());
    }

    /** Shows the ontology. */
    @Command(name = "show", description = "lists the classes and relations")
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            return show(Shell.of(spec), which);
        }
    }

    private static int show(Shell shell, Which which) {
        JsonNode ontology = shell.owner().get(which.in("/v1/ontology"));
        if (!shell.printedJson(ontology)) {
            shell.print(
                    ontology.path("own").asBoolean()
                            ? "The matter's own ontology."
                            : "The matter brings no ontology; this is Warrant's general one for contracts.");
            ontology.path("classes").forEach(each -> shell.print("class     " + line(each)));
            ontology.path("relations").forEach(each -> shell.print("relation  " + line(each)));
        }
        return 0;
    }

    private static String line(JsonNode term) {
        String comment = term.path("comment").asText();
        return term.path("label").asText() + (comment.isEmpty() ? "" : ": " + comment);
    }

    /** Drafts one. */
    @Command(
            name = "propose",
            description = {
                "drafts classes and relations from documents, with examples, for a person to edit",
                "",
                "From tables: a class for the rows and a relation for each column. From text: roles that documents define,"
                        + " verbs between names, nouns before values. What is printed is an ontology.ttl."
            })
    static final class Propose implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "folder of documents, or a matter's folder")
        private Path folder = Path.of(".");

        @Option(names = "--out", paramLabel = "FILE", description = "write it there; a file that is there is kept")
        private @Nullable Path out;

        @Option(
                names = "--least",
                paramLabel = "N",
                defaultValue = "2",
                description = "how often something of running text must be met (default: ${DEFAULT-VALUE})")
        private int least;

        @Option(
                names = "--with",
                paramLabel = "LEVEL",
                defaultValue = "rules",
                description = "rules, or model: it has a look at what text seemed to state (default: ${DEFAULT-VALUE})")
        private String with = "rules";

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            Path file = out;
            if (!Files.isDirectory(folder)) {
                throw new Failure(Failure.Who.USER, "there is no folder " + folder);
            }
            if (file != null && Files.exists(file)) {
                throw new Failure(Failure.Who.USER, "there is a file " + file + " already; name another one");
            }
            OwnerClient owner = shell.ownerWithoutStore();
            ObjectNode wanted = Shell.JSON
                    .createObjectNode()
                    .put("folder", folder.toAbsolutePath().toString())
                    .put("least", least)
                    .put("with", with);
            JsonNode job = owner.post("/v1/ontology/proposals", wanted);
            JsonNode proposal = new Following(owner, shell::progress)
                    .toEnd(job.path("id").asText())
                    .path("result");
            proposal.path("failures").forEach(failure -> shell.progress("not read: " + failure.asText()));
            if (!shell.printedJson(proposal)) {
                write(shell, proposal, file);
            }
            return proposal.path("failures").isEmpty() ? 0 : 1;
        }

        private static void write(Shell shell, JsonNode proposal, @Nullable Path file) {
            String turtle = proposal.path("turtle").asText();
            if (file == null) {
                shell.print(turtle.stripTrailing());
                return;
            }
            try {
                Files.writeString(file, turtle);
            } catch (IOException e) {
                throw new Failure(Failure.Who.USER, "cannot write " + file + ": " + e.getMessage(), e);
            }
            shell.print(proposal.path("classes").asInt() + " classes and "
                    + proposal.path("relations").asInt() + " relations drafted from "
                    + proposal.path("documents").asInt() + " documents into " + file);
        }
    }
}
