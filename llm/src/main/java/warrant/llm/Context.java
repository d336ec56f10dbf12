package warrant.llm;

import java.util.List;
import java.util.function.Consumer;

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

    /**
     * Writes an answer. Several calls are written side by side; each text is the one that it would be alone.
     *
     * @param lead first words of the answer, put into the model's mouth; may be empty
     * @param listener is told each piece of the text once it is certain, on a thread that must not be held up
     * @throws ModelException with code {@code LIMIT} if the caller is interrupted, which ends the writing
     */
    Completion complete(String question, String lead, Generation how, Consumer<Piece> listener);

    /** Writes an answer, token by token the likeliest that the constraint allows. */
    default Completion complete(String question, String lead, Constraint constraint, int maxTokens) {
        return complete(question, lead, Generation.greedy(constraint, maxTokens), piece -> {});
    }

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

    /** Why an answer ends. */
    enum Ending {
        /** The model or the constraint ended it. */
        MODEL,
        /** It came to one of the texts that end it. */
        STOP,
        /** The token limit was hit. */
        TOKENS,
        /** The time was over. */
        TIME
    }

    /**
     * @param logProbability of the tokens, under the unconstrained model
     * @param tokens that were written
     * @param prompt tokens that were read before, template and all
     * @param told each token, if {@link Generation#alternatives} is not 0
     */
    record Completion(String text, double logProbability, int tokens, int prompt, Ending ending, List<Token> told) {
        public Completion {
            told = List.copyOf(told);
        }

        /** @return whether it ended by itself, rather than by a limit */
        public boolean finished() {
            return ending == Ending.MODEL || ending == Ending.STOP;
        }
    }

    /**
     * A token of an answer.
     *
     * @param utf8 its bytes, 0 to 255, which need not be whole characters
     * @param logProbability under the unconstrained model at temperature 1
     * @param alternatives the likeliest tokens in its place, likeliest first, without alternatives of their own
     */
    record Token(List<Integer> utf8, double logProbability, List<Token> alternatives) {
        public Token {
            utf8 = List.copyOf(utf8);
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * More of an answer.
     *
     * @param tokens those that were written since the last piece, if they are told
     */
    record Piece(String text, List<Token> tokens) {
        public Piece {
            tokens = List.copyOf(tokens);
        }
    }
}
