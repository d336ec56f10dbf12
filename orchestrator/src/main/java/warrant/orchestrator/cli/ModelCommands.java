package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Models. */
@Command(
        name = "models",
        description = "lists, fetches and verifies model files",
        subcommands = {
            ModelCommands.Listing.class,
            ModelCommands.Pull.class,
            ModelCommands.Verify.class,
            ModelCommands.Info.class
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

        @Parameters(paramLabel = "NAME", description = "as listed")
        private String name = "";

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
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
    @Command(name = "info", description = "tells what the catalogue knows of a model")
    static final class Info implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "as listed")
        private String name = "";

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            for (JsonNode model : shell.ownerWithoutStore().get("/v1/models").path("data")) {
                if (model.path("name").asText().equalsIgnoreCase(name)) {
                    if (!shell.printedJson(model)) {
                        model.properties()
                                .forEach(each -> shell.print(
                                        each.getKey() + ": " + each.getValue().asText()));
                    }
                    return 0;
                }
            }
            throw new Failure(Failure.Who.USER, "there is no model '" + name + "'; see: warrant models list");
        }
    }
}
