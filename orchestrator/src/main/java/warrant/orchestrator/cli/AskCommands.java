package warrant.orchestrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warrant.orchestrator.view.AnswerText;
import warrant.orchestrator.view.AnswerView;
import warrant.orchestrator.view.WhyView;

/** Questions. */
final class AskCommands {
    private AskCommands() {}

    static AnswerView answer(JsonNode node) {
        try {
            return Shell.JSON.treeToValue(node, AnswerView.class);
        } catch (JsonProcessingException e) {
            throw new Failure(Failure.Who.US, "cannot read the answer: " + e.getOriginalMessage(), e);
        }
    }

    /** Answers one. */
    @Command(name = "ask", description = "answers a question; exit code 1 when the record does not support an answer")
    static final class Ask implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "the question, in words")
        private List<String> words = List.of();

        @Mixin
        private AsOf asOf = new AsOf();

        @Option(names = "--known-on", paramLabel = "DAY", description = "answer with what was known on that day")
        private @Nullable String knownOn;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            ObjectNode asking = Shell.JSON.createObjectNode();
            asking.put("question", String.join(" ", words));
            asking.put("asOf", asOf.day);
            asking.put("knownOn", knownOn);
            OwnerClient owner = shell.owner();
            JsonNode node = shell.beating(owner, () -> owner.post(which.in("/v1/ask"), asking));
            if (!shell.printedJson(node)) {
                shell.print(AnswerText.of(answer(node)));
            }
            return node.path("kind").asText().equals("grounded") ? 0 : 1;
        }
    }

    /** Explains a statement or a conclusion. */
    @Command(
            name = "why",
            description = "shows why something holds: its proof down to the quotations, or what is missing")
    static final class Why implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(
                arity = "1..*",
                paramLabel = "WORDS",
                description = "the id of a statement, or words of a conclusion")
        private List<String> words = List.of();

        @Mixin
        private AsOf asOf = new AsOf();

        @Option(names = "--known-on", paramLabel = "DAY", description = "with what was known on that day")
        private @Nullable String knownOn;

        @Mixin
        private Which which = new Which();

        @Override
        public Integer call() throws JsonProcessingException {
            Shell shell = Shell.of(spec);
            String path = "/v1/why?statement=" + OwnerClient.encode(String.join(" ", words))
                    + (asOf.day == null ? "" : "&asOf=" + OwnerClient.encode(asOf.day))
                    + (knownOn == null ? "" : "&knownOn=" + OwnerClient.encode(knownOn));
            JsonNode node = shell.owner().get(which.in(path));
            if (!shell.printedJson(node)) {
                WhyView why = Shell.JSON.treeToValue(node, WhyView.class);
                shell.print((why.holds() ? "Holds" : "Does not hold") + " as of " + why.asOf() + ": " + why.says());
                shell.print(why.holds() ? AnswerText.of(why.reasoning()) : why.refutation());
                if (!why.confidence().isEmpty()) {
                    shell.print("How sure reading was: " + why.confidence() + ".");
                }
                if (!why.checked().isEmpty()) {
                    shell.print("Proof " + why.checked() + " by the independent checker.");
                }
            }
            return node.path("holds").asBoolean() ? 0 : 1;
        }
    }
}
