package warrant.orchestrator.ground;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

    /** Tells, for each text, the probability that it answers the question by itself. One batch. */
    public double[] texts(String question, List<String> texts) {
        if (texts.isEmpty()) {
            return new double[0];
        }
        try (Context context = model.read("", "Question: " + question + "\n")) {
            List<Context.Question> questions = texts.stream()
                    .map(text -> "Text: " + text + "\nDoes the text alone answer the question? Answer yes or no.")
                    .map(Context.Question::yesNo)
                    .toList();
            return context.choose(questions).stream()
                    .mapToDouble(options -> options[0])
                    .toArray();
        }
    }

    /**
     * Tells, for each statement, how much likelier it makes the question: the mean log-probability of a token of the
     * question after the statement, less the same after no statement. One batch. After Sachan et al. 2022, Improving
     * Passage Retrieval with Zero-Shot Question Generation.
     */
    public double[] gains(String question, List<String> statements) {
        if (statements.isEmpty()) {
            return new double[0];
        }
        try (Context context = model.read("", "Write the question that is answered by the statement.\n")) {
            List<Context.Question> questions = Stream.concat(Stream.of("(none)"), statements.stream())
                    .map(statement -> new Context.Question("Statement: " + statement, "", List.of(question)))
                    .toList();
            double[] means = context.score(questions).stream()
                    .mapToDouble(scores -> scores.getFirst().mean())
                    .toArray();
            return Arrays.stream(means).skip(1).map(mean -> mean - means[0]).toArray();
        }
    }
}
