package warrant.orchestrator.ground;

import java.util.List;
import warrant.llm.Context;
import warrant.llm.LanguageModel;
import warrant.orchestrator.retrieve.Wish;

/**
 * Asks the model, in closed questions, whether what was found is what was asked for. It decides what is relevant, never
 * what is true: every candidate is believed or proved before it comes here.
 */
public final class Gate {
    private static final String SYSTEM = "You check what answers a question. Reply with yes or no.";

    private final LanguageModel model;

    public Gate(LanguageModel model) {
        this.model = model;
    }

    /** Tells, for each statement, the probability that it answers the question. One batch. */
    public double[] statements(String question, Wish wish, List<String> statements) {
        String asks = wish == Wish.WHETHER
                ? "Is this what the question asks about, so that knowing it answers the question?"
                : "Does this statement give what the question asks for?";
        return ask(
                question,
                statements.stream()
                        .map(statement -> "Statement: " + statement + "\n" + asks)
                        .toList());
    }

    /** Tells, for each text, the probability that it answers the question by itself. One batch. */
    public double[] texts(String question, List<String> texts) {
        return ask(
                question,
                texts.stream()
                        .map(text -> "Text: " + text + "\nCan the question be answered with this text alone?")
                        .toList());
    }

    /** Tells, for each relation, the probability that the question asks for it. One batch. */
    public double[] relations(String question, List<String> relations) {
        return ask(
                question,
                relations.stream()
                        .map(relation -> "Information: " + relation + "\nDoes the question ask for this information?")
                        .toList());
    }

    private double[] ask(String question, List<String> checks) {
        if (checks.isEmpty()) {
            return new double[0];
        }
        try (Context context = model.read(SYSTEM, "Question: " + question + "\n")) {
            List<Context.Question> questions =
                    checks.stream().map(Context.Question::yesNo).toList();
            return context.choose(questions).stream()
                    .mapToDouble(options -> options[0])
                    .toArray();
        }
    }
}
