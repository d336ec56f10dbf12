package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import warrant.orchestrator.view.AnswerText;

/** The shipped matter, from files to proved answers. */
@Command(
        name = "demo",
        description = {
            "takes the documents of a supply dispute in, deduces, and answers questions with proofs",
            "",
            "A second run reads nothing anew; questions are answered anew."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String NAME = "demo";

    @Spec
    private CommandSpec spec;

    @Option(names = "--fresh", description = "forget what an earlier demo took in, and do everything anew")
    private boolean fresh;

    @Option(
            names = "--with",
            paramLabel = "LEVEL",
            defaultValue = "model",
            description = "rules, encoder or model: with what passages are read (default: ${DEFAULT-VALUE})")
    private String with = "model";

    private final Map<String, Integer> kinds = new TreeMap<>();

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        Path folder = Path.of(System.getProperty("warrant.home", "."), "matters", "supply");
        if (!Files.isDirectory(folder)) {
            throw new Failure(Failure.Who.USER, "the shipped matter is missing: there is no folder " + folder);
        }
        OwnerClient owner = shell.owner();
        if (fresh && knows(owner)) {
            shell.progress("Forgetting what an earlier demo took in ...");
            owner.delete("/v1/matters/" + NAME);
        }
        Matters.open(owner, folder, NAME);
        shell.progress("Taking in the documents of " + folder + " ...");
        JsonNode ended = IngestCommand.run(shell, owner, NAME, with);
        ArrayNode answers = ask(shell, owner);
        summary(shell, owner, ended);
        Path page = dossier(owner, answers);
        if (!shell.printedJson(answers)) {
            next(shell, page);
        }
        return 0;
    }

    private static boolean knows(OwnerClient owner) {
        return StreamSupport.stream(owner.get("/v1/matters").spliterator(), false)
                .anyMatch(matter -> matter.path("name").asText().equals(NAME));
    }

    private ArrayNode ask(Shell shell, OwnerClient owner) {
        ArrayNode answers = Shell.JSON.createArrayNode();
        JsonNode questions = owner.get("/v1/matters/" + NAME + "/questions");
        for (JsonNode question : questions) {
            ObjectNode asking = Shell.JSON.createObjectNode();
            asking.put("question", question.path("question").asText());
            asking.set("asOf", question.path("asOf"));
            asking.set("knownOn", question.path("knownOn"));
            String text = "Question " + (answers.size() + 1) + " of " + questions.size() + ": "
                    + question.path("question").asText();
            if (shell.wantsJson()) {
                shell.progress(text);
            } else {
                shell.print("\n" + text);
            }
            JsonNode answer = shell.beating(owner, () -> owner.post("/v1/ask?matter=" + NAME, asking));
            answers.add(answer);
            kinds.merge(answer.path("kind").asText(), 1, Integer::sum);
            if (!shell.wantsJson()) {
                shell.print(AnswerText.of(AskCommands.answer(answer)));
            }
        }
        return answers;
    }

    private void summary(Shell shell, OwnerClient owner, JsonNode ended) {
        if (shell.wantsJson()) {
            return;
        }
        JsonNode conclusions = owner.get("/v1/conclusions?matter=" + NAME);
        long derived = StreamSupport.stream(conclusions.spliterator(), false)
                .filter(each -> each.path("derived").asBoolean())
                .count();
        shell.print("\nSummary");
        IngestCommand.show(shell, ended.path("result"));
        shell.print(derived + " conclusions derived by rules");
        StringBuilder times = new StringBuilder("seconds:");
        ended.path("secondsByStage")
                .properties()
                .forEach(each -> times.append(String.format(
                        Locale.ROOT, " %s %.1f", each.getKey(), each.getValue().asDouble())));
        shell.print(times.toString());
        StringBuilder answers = new StringBuilder("answers:");
        kinds.forEach(
                (kind, number) -> answers.append(' ').append(number).append(' ').append(kind));
        shell.print(answers.toString());
    }

    private static Path dossier(OwnerClient owner, ArrayNode answers) {
        ObjectNode body = Shell.JSON.createObjectNode();
        body.set("answers", answers);
        String page = owner.postForText("/v1/dossiers?matter=" + NAME, body);
        Path file = Path.of("warrant-dossier", NAME + ".html").toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, page);
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void next(Shell shell, Path page) {
        shell.print("""

                The dossier with all answers, proofs and quotations is %s
                  Open it in a browser:   xdg-open %s

                Try next:
                  ./warrant ask "Which company controls Kestrane Cooling Systems Limited?"
                  ./warrant why "interest due"
                  ./warrant statements list waives
                  ./warrant rules check matters/supply
                  ./warrant matter create mine && ./warrant ingest YOUR-FILES
                  ./warrant stop""".formatted(page, page));
    }
}
