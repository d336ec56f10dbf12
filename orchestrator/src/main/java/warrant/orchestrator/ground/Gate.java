package warrant.orchestrator.ground;

import java.util.List;
import warrant.llm.Context;
import warrant.llm.LanguageModel;

/**
 * Asks the model, in closed questions, whether what was found is what was asked for. It decides what is relevant, never
 * what is true: every candidate is believed or proved before it comes here.
 */
public final class Gate {
    private final LanguageModel model;

    public Gate(LanguageModel model) {
        this.model = model;
    }

    /** Tells, for each statement, the probability that it answers the question. One batch. */
    public double[] statements(String question, List<String> statements) {
        return ask(
                question,
                statements.stream()
                        .map(statement -> "Proposed answer: " + statement
                                + "\nDoes the proposed answer answer the question? Answer yes or no.")
                        .toList());
    }

    /** Tells, for each text, the probability that it answers the question by itself. One batch. */
    public double[] texts(String question, List<String> texts) {
        return ask(
                question,
                texts.stream()
                        .map(text -> "Text: " + text + "\nDoes the text alone answer the question? Answer yes or no.")
                        .toList());
    }

    private double[] ask(String question, List<String> checks) {
        if (checks.isEmpty()) {
            return new double[0];
        }
        try (Context context = model.read("", "Question: " + question + "\n")) {
            List<Context.Question> questions =
                    checks.stream().map(Context.Question::yesNo).toList();
            return context.choose(questions).stream()
                    .mapToDouble(options -> options[0])
                    .toArray();
        }
    }
}
