package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rules and ontology. */
@Command(
        name = "rules",
        description = "shows, checks, tests and lays out the rules of a matter",
        subcommands = {
            RuleCommands.Check.class,
            RuleCommands.Test.class,
            RuleCommands.History.class,
            RuleFormatting.class,
            RuleLibraries.class,
            RuleSharing.Import.class,
            RuleSharing.Export.class
        })
final class RuleCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Which which = new Which();

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        JsonNode rules = shell.owner().get(which.in("/v1/rules"));
        if (!shell.printedJson(rules)) {
            rules.forEach(rule -> shell.print(rule.path("text").asText()));
            shell.print(rules.size() + " rules");
        }
        return 0;
    }

    private static @Nullable String matter(OwnerClient owner, @Nullable Path folder, @Nullable String matter) {
        if (folder == null) {
            return matter;
        }
        if (!Files.isDirectory(folder)) {
            throw new Failure(Failure.Who.USER, "there is no folder " + folder);
        }
        return Matters.open(owner, folder, matter);
    }

    /** Checks them. */
    @Command(name = "check", description = "reads the rules and tells every problem with its place")
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "0..1", paramLabel = "DIR", description = "a matter's folder (default: the matter in use)")
        private @Nullable Path folder;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            OwnerClient owner = shell.owner();
            String name = matter(owner, folder, which.matter);
            JsonNode checked = owner.post(Which.in("/v1/rules/check", name), Shell.JSON.createObjectNode());
            if (!shell.printedJson(checked)) {
                checked.path("problems").forEach(problem -> shell.print(problem.asText()));
                shell.print(checked.path("files").asInt() + " files, "
                        + checked.path("rules").asInt() + " rules, "
                        + checked.path("errors").asInt() + " errors, "
                        + checked.path("warnings").asInt()
                        + " warnings");
            }
            return checked.path("errors").asInt() == 0 ? 0 : 1;
        }
    }

    /** Tests them. */
    @Command(name = "test", description = "runs the tests of the rules (rules/*.tests)")
    static final class Test implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "0..1", paramLabel = "DIR", description = "a matter's folder (default: the matter in use)")
        private @Nullable Path folder;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            OwnerClient owner = shell.owner();
            String name = matter(owner, folder, which.matter);
            JsonNode tested = owner.post(Which.in("/v1/rules/test", name), Shell.JSON.createObjectNode());
            if (!shell.printedJson(tested)) {
                tested.path("failures").forEach(failure -> shell.print(failure.asText()));
                shell.print(tested.path("tests").asInt() + " tests, "
                        + tested.path("failed").asInt() + " failed");
            }
            return tested.path("failed").asInt() == 0 ? 0 : 1;
        }
    }

    /** Their versions. */
    @Command(name = "history", description = "tells when which rules became known: what ask --known-on goes by")
    static final class History implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            JsonNode versions = shell.owner().get(which.in("/v1/rules/versions"));
            if (!shell.printedJson(versions)) {
                versions.forEach(version -> {
                    shell.print(version.path("since").asText() + "  "
                            + version.path("rules").asInt() + " rules, version "
                            + version.path("hash").asText().substring(0, 12));
                    version.path("changes").forEach(change -> shell.print("  " + change.asText()));
                });
                shell.print(versions.size() + " versions");
            }
            return 0;
        }
    }
}
