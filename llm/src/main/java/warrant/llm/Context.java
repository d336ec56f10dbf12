package warrant.llm;

import java.util.List;

/** A text that a model has read, ready to be asked about. To be closed: it holds keys and values. */
public interface Context extends AutoCloseable {

    /**
     * Asks closed questions, all in one batch. Each question ends the user's message; the answer begins with its lead.
     *
     * @return for each question, in order, the probability of each of its options among them; sums to 1
     */
    List<double[]> choose(List<Question> questions);

    /**
     * Scores candidates as continuations, all in one batch.
     *
     * @return for each question, in order, for each option the sum of the log-probabilities of its tokens and their
     *     number
     */
    List<List<Score>> score(List<Question> questions);

    /** Writes an answer, token by token the likeliest that the constraint allows. */
    Completion complete(String question, String lead, Constraint constraint, int maxTokens);

    @Override
    void close();

    /**
     * A closed question.
     *
     * @param text what is asked, put after the text that was read
     * @param lead first words of the answer, put into the model's mouth; may be empty
     * @param options what may follow the lead, at least one, none empty
     */
    record Question(String text, String lead, List<String> options) {
        public Question {
            options = List.copyOf(options);
            if (options.isEmpty() || options.stream().anyMatch(String::isEmpty)) {
                throw new IllegalArgumentException("a closed question needs options: " + text);
            }
        }

        public static Question yesNo(String text) {
            return new Question(text, "", List.of("yes", "no"));
        }
    }

    /** @param logProbability natural logarithm, summed over the tokens */
    record Score(double logProbability, int tokens) {
        /** @return mean log-probability of a token: the length-normalised score */
        public double mean() {
            return logProbability / tokens;
        }
    }

    /**
     * @param logProbability of the tokens, under the unconstrained model
     * @param finished whether the model or the constraint ended it, rather than the token limit
     */
    record Completion(String text, double logProbability, int tokens, boolean finished) {}
}
