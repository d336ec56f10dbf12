package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Statements. */
@Command(
        name = "statements",
        description = "lists what is believed; asserts, rejects and corrects it by hand",
        subcommands = {
            StatementCommands.Listing.class,
            ReviewCommands.Uncertain.class,
            ReviewCommands.Confirm.class,
            ReviewCommands.VerdictList.class,
            ReviewCommands.Picture.class,
            StatementCommands.Assert.class,
            StatementCommands.Reject.class,
            StatementCommands.Correct.class
        })
final class StatementCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return list(Shell.of(spec), new Which(), "", 1000);
    }

    private static int list(Shell shell, Which which, String text, int limit) {
        String path = "/v1/statements?limit=" + limit + "&text=" + OwnerClient.encode(text);
        JsonNode statements = shell.owner().get(which.in(path));
        if (shell.printedJson(statements)) {
            return 0;
        }
        statements.forEach(statement -> show(shell, statement));
        shell.print(
                statements.size() + " statements" + (statements.size() == limit ? " (the limit; see --limit)" : ""));
        return 0;
    }

    static void show(Shell shell, JsonNode statement) {
        String from =
                statement.hasNonNull("from") ? " from " + statement.path("from").asText() : "";
        String until = statement.hasNonNull("until")
                ? " until " + statement.path("until").asText()
                : "";
        shell.print(
                statement.path("id").asText() + "  " + statement.path("says").asText() + from + until);
        for (JsonNode support : statement.path("supports")) {
            JsonNode quotations = support.path("quotations");
            if (quotations.isEmpty()) {
                shell.print("              " + support.path("by").asText());
            }
            for (JsonNode quotation : quotations) {
                String words = quotation.path("text").asText().replaceAll("\\s+", " ");
                shell.print(String.format(
                        Locale.ROOT,
                        "              “%s” [%s, %s] %.2f",
                        words.length() > 160 ? words.substring(0, 160) + "…" : words,
                        quotation.path("document").asText(),
                        quotation.path("page").asText()
                                + (quotation.hasNonNull("cell")
                                        ? " " + quotation.path("cell").asText()
                                        : ""),
                        support.path("confidence").asDouble()));
            }
        }
    }

    /** What every statement by hand gives. */
    static final class Saying {
        @Option(names = "--from", paramLabel = "DAY", description = "first day on which it holds")
        private @Nullable String from;

        @Option(names = "--until", paramLabel = "DAY", description = "first day on which it holds no longer")
        private @Nullable String until;

        @Option(names = "--author", paramLabel = "NAME", description = "who says so (default: you)")
        private @Nullable String author;

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
        private String reason = "";

        @Mixin
        Which which = new Which();

        ObjectNode json() {
            ObjectNode node = Shell.JSON.createObjectNode();
            node.put("from", from).put("until", until).put("author", author).put("reason", reason);
            return node;
        }
    }

    static int post(CommandSpec spec, String path, ObjectNode saying, String done) {
        Shell shell = Shell.of(spec);
        JsonNode statement = shell.owner().post(path, saying);
        if (!shell.printedJson(statement)) {
            shell.print(done + " " + statement.path("id").asText() + "  "
                    + statement.path("says").asText());
        }
        return 0;
    }

    /** Lists them. */
    @Command(name = "list", description = "lists what is believed, with its quotations")
    static final class Listing implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "0..*", paramLabel = "WORDS", description = "only statements that contain all these words")
        private List<String> words = List.of();

        @Option(names = "--limit", paramLabel = "N", defaultValue = "1000", description = "at most so many")
        private int limit;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            return list(Shell.of(spec), which, String.join(" ", words), limit);
        }
    }

    /** States something. */
    @Command(name = "assert", description = "states something by hand")
    static final class Assert implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "SUBJECT", description = "label or <IRI>")
        private String subject = "";

        @Parameters(index = "1", paramLabel = "RELATION", description = "label, name or <IRI>")
        private String relation = "";

        @Parameters(index = "2", paramLabel = "OBJECT", description = "label or <IRI>, or a value: \"45 days\"")
        private String object = "";

        @Mixin
        private Saying saying = new Saying();

        @Override
        public Integer call() {
            ObjectNode node = saying.json();
            node.put("subject", subject).put("relation", relation).put("object", object);
            return post(spec, saying.which.in("/v1/statements"), node, "Stated");
        }
    }

    /** Turns one down. */
    @Command(name = "reject", description = "says that a statement does not hold; it stays rejected")
    static final class Reject implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "as listed")
        private String id = "";

        @Mixin
        private Saying saying = new Saying();

        @Override
        public Integer call() {
            String path = saying.which.in("/v1/statements/" + OwnerClient.encode(id) + "/reject");
            return post(spec, path, saying.json(), "Rejected");
        }
    }

    /** Says what one should read instead. */
    @Command(name = "correct", description = "says what a statement should read instead")
    static final class Correct implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "as listed")
        private String id = "";

        @Option(names = "--subject", paramLabel = "TEXT", description = "another subject")
        private @Nullable String subject;

        @Option(names = "--relation", paramLabel = "TEXT", description = "another relation")
        private @Nullable String relation;

        @Option(names = "--object", paramLabel = "TEXT", description = "another object or value")
        private @Nullable String object;

        @Mixin
        private Saying saying = new Saying();

        @Override
        public Integer call() {
            ObjectNode node = saying.json();
            node.put("subject", subject).put("relation", relation).put("object", object);
            String path = saying.which.in("/v1/statements/" + OwnerClient.encode(id) + "/correct");
            return post(spec, path, node, "Corrected to");
        }
    }
}
