package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warrant.llm.store.Catalogue;

/** Models. */
@Command(
        name = "models",
        description = "lists, fetches and verifies model files",
        subcommands = {
            ModelCommands.Listing.class,
            ModelCommands.Pull.class,
            ModelCommands.Verify.class,
            ModelCommands.Info.class,
            ModelCommands.Export.class
        })
final class ModelCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return list(Shell.of(spec));
    }

    private static int list(Shell shell) {
        JsonNode models = shell.ownerWithoutStore().get("/v1/models").path("data");
        if (!shell.printedJson(models)) {
            for (JsonNode model : models) {
                shell.print((model.path("inUse").asBoolean() ? "* " : "  ")
                        + model.path("name").asText() + "  "
                        + (model.path("bytes").asLong() >> 20) + " MiB  "
                        + (model.hasNonNull("path") ? "here" : "not here") + "  "
                        + model.path("what").asText());
            }
            shell.print("worth having where there is memory (warrant models pull NAME):");
            for (Catalogue.Larger larger : Catalogue.larger()) {
                shell.print("  %s  about %d MiB, needs %d GiB of memory, %s  %s"
                        .formatted(
                                larger.name(),
                                larger.bytes() >> 20,
                                (larger.memory() >> 30) + 1,
                                larger.licence(),
                                larger.what()));
            }
        }
        return 0;
    }

    private static JsonNode job(Shell shell, String name, String verb) {
        OwnerClient owner = shell.ownerWithoutStore();
        String path = "/v1/models/" + OwnerClient.encode(name) + "/" + verb;
        JsonNode job = owner.post(path, Shell.JSON.createObjectNode());
        return new Following(owner, shell::progress)
                .toEnd(job.path("id").asText())
                .path("result");
    }

    /** Lists them. */
    @Command(name = "list", description = "lists the models of the catalogue; a star marks the one in use")
    static final class Listing implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            return list(Shell.of(spec));
        }
    }

    /** Fetches one. */
    @Command(name = "pull", description = "gets a model's file from the first source that has it")
    static final class Pull implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "as listed, or the hub's owner/name or owner/name:file.gguf")
        private String name = "";

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            if (Catalogue.find(name).isEmpty()) {
                shell.print(name + " is here: " + LocalModels.file(shell, name));
                return 0;
            }
            JsonNode model = job(shell, name, "pull");
            if (!shell.printedJson(model)) {
                shell.print(name + " is here: " + model.path("path").asText());
            }
            return 0;
        }
    }

    /** Verifies one. */
    @Command(name = "verify", description = "compares a model file's hash anew")
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "as listed")
        private String name = "";

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            JsonNode verified = job(shell, name, "verify");
            boolean sound = verified.path("sound").asBoolean();
            if (!shell.printedJson(verified)) {
                shell.print(name + (sound ? " is sound" : " is not here, or its bytes are not those of the catalogue"));
            }
            return sound ? 0 : 1;
        }
    }

    /** Tells all about one. */
    @Command(
            name = "info",
            description = "tells what a model is, under which licence, and what running it takes here",
            footer = "Nothing is loaded and nothing fetched.")
    static final class Info implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "as listed, a file, a folder, or the hub's owner/name")
        private String name = "";

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            ObjectNode told = LocalModels.info(shell, name);
            if (!shell.printedJson(told)) {
                told.properties()
                        .forEach(each -> shell.print(
                                each.getKey() + ": " + each.getValue().asText()));
            }
            return 0;
        }
    }

    /** Writes one as a GGUF file. */
    @Command(name = "export", description = "writes a model as a GGUF file, and measures what that costs on a text")
    static final class Export implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(
                index = "0",
                paramLabel = "NAME",
                description = "as listed, a file, a folder, or the hub's owner/name")
        private String name = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "to be written")
        private Path file = Path.of("");

        @Option(names = "--type", description = "q8_0 (the default), q4_0, f16 or f32", paramLabel = "TYPE")
        private String type = "q8_0";

        @Option(names = "--text", description = "a text file on which the loss is measured", paramLabel = "TEXT")
        private @Nullable Path text;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            ObjectNode told = LocalModels.export(shell, name, file, type, text);
            if (!shell.printedJson(told)) {
                told.properties()
                        .forEach(each -> shell.print(
                                each.getKey() + ": " + each.getValue().asText()));
            }
            return 0;
        }
    }
}
