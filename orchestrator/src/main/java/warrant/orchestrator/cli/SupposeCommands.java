package warrant.orchestrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import warrant.orchestrator.view.AnswerText;
import warrant.orchestrator.view.WhatIfView;
import warrant.orchestrator.view.WhyNotView;

/** What is missing, and what would follow if something were otherwise. */
final class SupposeCommands {
    private SupposeCommands() {}

    /** Says what a conclusion lacks. */
    @Command(
            name = "whynot",
            description =
                    "says what is missing for a conclusion: by rule the fewest unmet conditions, and what could be"
                            + " supposed; exit code 1 when it holds")
    static final class WhyNot implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Sought sought = new Sought();

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() throws JsonProcessingException {
            Shell shell = Shell.of(spec);
            JsonNode node = shell.owner().post(which.in("/v1/whynot"), sought.asking());
            if (!shell.printedJson(node)) {
                show(shell, Shell.JSON.treeToValue(node, WhyNotView.class));
            }
            return node.path("holds").asBoolean() ? 1 : 0;
        }

        private static void show(Shell shell, WhyNotView view) {
            if (view.holds()) {
                shell.print("It holds as of " + view.asOf() + ": " + view.says());
                shell.print(AnswerText.of(view.reasoning()));
                return;
            }
            shell.print(view.text().stripTrailing());
            for (WhyNotView.Supposed supposed : view.suppositions()) {
                shell.print((supposed.enough() ? "Tried: it would hold" : "Tried: it would still not hold")
                        + " if one supposes that " + supposed.says());
            }
        }
    }

    /** Writes a certificate. */
    @Command(
            name = "certificate",
            description = "writes the certificate that something holds, or that it does not, for warrant-check.jar")
    static final class Certificate implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Sought sought = new Sought();

        @Option(names = "--to", paramLabel = "FILE", required = true, description = "the file to write")
        private Path to = Path.of("");

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            String certificate = shell.owner().postForText(which.in("/v1/certificate"), sought.asking());
            TextFiles.write(to, certificate);
            shell.print("Written to " + to + ". Check it with: java -jar rules/target/warrant-check.jar " + to);
            return 0;
        }
    }

    /** Shows what would follow. */
    @Command(
            name = "whatif",
            description = "shows what would follow from other statements, rules or days; nothing is changed")
    static final class WhatIf implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(
                names = "--add",
                paramLabel = "TEXT",
                description = "a statement: \"SUBJECT | RELATION | OBJECT\", and if need be \"| FROM | UNTIL\"")
        private List<String> add = new ArrayList<>();

        @Option(
                names = "--remove",
                paramLabel = "ID",
                description = "a statement, by its id or by words that only it contains")
        private List<String> remove = new ArrayList<>();

        @Option(
                names = "--rules",
                paramLabel = "FILE",
                description = "rules, more or instead of those of the same name")
        private @Nullable Path rules;

        @Option(names = "--without", paramLabel = "RULE", description = "a rule that would not exist")
        private List<String> without = new ArrayList<>();

        @Option(names = "--then", paramLabel = "DAY", description = "another day than the one it is about")
        private @Nullable String then;

        @Mixin
        private AsOf asOf = new AsOf();

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() throws JsonProcessingException {
            Shell shell = Shell.of(spec);
            JsonNode node = shell.owner().post(which.in("/v1/whatif"), asking());
            if (!shell.printedJson(node)) {
                show(shell, Shell.JSON.treeToValue(node, WhatIfView.class));
            }
            return 0;
        }

        private ObjectNode asking() {
            ObjectNode asking = Shell.JSON.createObjectNode();
            asking.put("asOf", asOf.day).put("then", then).put("rules", rules == null ? null : TextFiles.read(rules));
            ArrayNode added = asking.putArray("add");
            add.forEach(each -> added.add(statement(each)));
            remove.forEach(asking.putArray("remove")::add);
            without.forEach(asking.putArray("without")::add);
            return asking;
        }

        private static ObjectNode statement(String text) {
            String[] parts = text.split("\\|", -1);
            if (parts.length < 3 || parts.length > 5) {
                throw new Failure(Failure.Who.USER, "--add takes \"SUBJECT | RELATION | OBJECT\", not '" + text + "'");
            }
            ObjectNode node = Shell.JSON.createObjectNode();
            List<String> names = List.of("subject", "relation", "object", "from", "until");
            for (int i = 0; i < parts.length; i++) {
                node.put(names.get(i), parts[i].strip());
            }
            return node;
        }

        private static void show(Shell shell, WhatIfView view) {
            shell.print("As of " + view.asOf() + (view.then().equals(view.asOf()) ? "" : ", then " + view.then())
                    + ": " + view.gained().size() + " conclusions more, "
                    + view.lost().size() + " fewer, "
                    + view.disputed().size() + " new disputes, "
                    + view.settled().size() + " settled");
            for (WhatIfView.Changed gained : view.gained()) {
                shell.print("+ " + gained.says());
                shell.print(AnswerText.of(gained.reasoning()));
            }
            for (WhatIfView.Changed lost : view.lost()) {
                shell.print("- " + lost.says());
                lost.why().lines().skip(1).forEach(line -> shell.print("      " + line));
            }
            view.disputed().forEach(each -> shell.print("! in dispute: " + each));
            view.settled().forEach(each -> shell.print("= no longer in dispute: " + each));
            view.notes().forEach(each -> shell.print("Note: " + each));
        }
    }
}
