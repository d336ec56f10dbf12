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

/** The matters of a data folder. */
@Command(
        name = "matter",
        description = "creates, lists, chooses and removes matters",
        subcommands = {
            MatterCommands.Create.class,
            MatterCommands.Listing.class,
            MatterCommands.Use.class,
            MatterCommands.Remove.class,
            MatterCommands.Profile.class
        })
final class MatterCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return list(Shell.of(spec));
    }

    private static int list(Shell shell) {
        JsonNode matters = shell.owner().get("/v1/matters");
        if (shell.printedJson(matters)) {
            return 0;
        }
        if (matters.isEmpty()) {
            shell.print("There is no matter yet. Create one with: warrant matter create NAME");
        }
        for (JsonNode matter : matters) {
            shell.print((matter.path("current").asBoolean() ? "* " : "  ")
                    + matter.path("name").asText() + "  "
                    + matter.path("documents").asInt() + " documents  "
                    + matter.path("folder").asText());
        }
        return 0;
    }

    /** Adds one. */
    @Command(name = "create", description = "adds a matter and puts it to use")
    static final class Create implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "0..1", paramLabel = "NAME", description = "its name (default: as its folder says)")
        private @Nullable String name;

        @Option(names = "--folder", paramLabel = "DIR", description = "work on this folder, which stays where it is")
        private @Nullable Path folder;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            ObjectNode wanted = Shell.JSON.createObjectNode();
            if (name != null) {
                wanted.put("name", name);
            }
            if (folder != null) {
                wanted.put("folder", folder.toAbsolutePath().normalize().toString());
            }
            JsonNode matter = shell.owner().post("/v1/matters", wanted);
            if (!shell.printedJson(matter)) {
                matter.path("warnings").forEach(warning -> shell.progress("warning: " + warning.asText()));
                shell.print("Matter " + matter.path("name").asText() + " in "
                        + matter.path("folder").asText() + ".");
            }
            return 0;
        }
    }

    /** Lists them. */
    @Command(name = "list", description = "lists the matters; a star marks the one in use")
    static final class Listing implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            return list(Shell.of(spec));
        }
    }

    /** Chooses one. */
    @Command(name = "use", description = "puts a matter to use: commands mean it when they name none")
    static final class Use implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "its name")
        private String name;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            JsonNode matter = shell.owner()
                    .post("/v1/matters/" + OwnerClient.encode(name) + "/use", Shell.JSON.createObjectNode());
            if (!shell.printedJson(matter)) {
                shell.print("Matter " + name + " is in use.");
            }
            return 0;
        }
    }

    /** Removes one. */
    @Command(name = "remove", description = "removes a matter from the store; the files of its folder stay")
    static final class Remove implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "its name")
        private String name;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            JsonNode left = shell.owner().delete("/v1/matters/" + OwnerClient.encode(name));
            if (!shell.printedJson(left)) {
                shell.print("Matter " + name + " is removed; its folder is as it was.");
            }
            return 0;
        }
    }

    /** Tells or forgets with what model it is read. */
    @Command(
            name = "profile",
            description = "tells the model profile that is pinned to a matter: weights, precision, kernels",
            footer = "Reading with other weights or in another precision is refused until the pin is taken off.")
    static final class Profile implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "the matter's name")
        private String name;

        @Option(names = "--forget", description = "takes the pin off: the next reading with a model sets its own")
        private boolean forget;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            String path = "/v1/matters/" + OwnerClient.encode(name) + "/profile";
            JsonNode profile =
                    forget ? shell.owner().delete(path) : shell.owner().get(path);
            if (!shell.printedJson(profile)) {
                String pinned = profile.path("pinned").asText();
                shell.print(pinned.isEmpty() ? "No model profile is pinned to matter " + name + "." : pinned);
            }
            return 0;
        }
    }
}
