package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A matter's content, out of Warrant and away. */
final class DataCommands {
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

    private DataCommands() {}

    /** Writes RDF. */
    @Command(name = "export", description = "prints the statements as RDF 1.2")
    static final class Export implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(names = "--format", defaultValue = "turtle", paramLabel = "FORMAT", description = "turtle or ntriples")
        private String format = "turtle";

        @Option(names = "--provenance", description = "with what each statement rests on")
        private boolean provenance;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            shell.print(shell.owner()
                    .getText(which.in("/v1/export?format=" + OwnerClient.encode(format) + "&provenance=" + provenance))
                    .stripTrailing());
            return 0;
        }
    }

    /** Draws the graph. */
    @Command(name = "graph", description = "prints the graph of entities in the DOT language (draw it with: dot -Tsvg)")
    static final class Graph implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            JsonNode statements = shell.owner().get(which.in("/v1/statements?limit=100000"));
            if (!shell.printedJson(statements)) {
                shell.print(dot(statements));
            }
            return 0;
        }

        private static String dot(JsonNode statements) {
            Map<String, String> names = new HashMap<>();
            for (JsonNode each : statements) {
                if (each.path("relation").asText().equals(LABEL)) {
                    names.putIfAbsent(
                            each.path("subject").asText(), each.path("object").asText());
                }
            }
            TreeSet<String> edges = new TreeSet<>();
            for (JsonNode each : statements) {
                if (!each.hasNonNull("datatype")
                        && !each.path("relation").asText().endsWith("#type")) {
                    String subject = each.path("subject").asText();
                    String object = each.path("object").asText();
                    edges.add("  " + quoted(names.getOrDefault(subject, subject)) + " -> "
                            + quoted(names.getOrDefault(object, object)) + " [label="
                            + quoted(each.path("relation").asText().replaceAll(".*[#/:]", "")) + "];");
                }
            }
            return "digraph matter {\n  rankdir=LR;\n" + String.join("\n", edges) + "\n}";
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
        }
    }

    /** Removes a matter with its bytes. */
    @Command(
            name = "erase",
            description = "erases a matter with everything in it; its folder too, if it lies in the data folder")
    static final class Erase implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "MATTER", description = "its name")
        private String name = "";

        @Option(names = "--yes", description = "you are sure: this cannot be undone")
        private boolean sure;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            if (!sure) {
                throw new Failure(
                        Failure.Who.USER, "erasing '" + name + "' cannot be undone; say --yes if you are sure");
            }
            JsonNode left = shell.owner().delete("/v1/matters/" + OwnerClient.encode(name) + "?files=true");
            if (!shell.printedJson(left)) {
                shell.print("Matter " + name + " is erased.");
            }
            return 0;
        }
    }
}
