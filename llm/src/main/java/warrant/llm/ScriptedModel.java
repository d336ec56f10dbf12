package warrant.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A language model whose opinion is a function of ours: for tests, and for running everything around a model without
 * one. It answers closed questions, and writes what it is told to write.
 */
public final class ScriptedModel implements LanguageModel {
    private static final int LETTERS_A_TOKEN = 4;

    private final BiFunction<String, String, Double> opinion;
    private final UnaryOperator<String> writer;
    private final double logProbability;

    /**
     * @param opinion from the text that was read and a question (with the option, for questions that are not yes or no)
     *     to the probability of yes or of that option, in [0, 1]
     */
    public ScriptedModel(BiFunction<String, String, Double> opinion) {
        this(opinion, text -> "", 0);
    }

    /**
     * @param writer of a text that was read and what was asked of it, what is written after them
     * @param logProbability of all that is written
     */
    public ScriptedModel(
            BiFunction<String, String, Double> opinion, UnaryOperator<String> writer, double logProbability) {
        this.opinion = opinion;
        this.writer = writer;
        this.logProbability = logProbability;
    }

    @Override
    public ModelProfile profile() {
        return new ModelProfile("scripted", "0", "exact", "java");
    }

    @Override
    public Context read(String system, String text) {
        return new ScriptedContext(text);
    }

    @Override
    public int count(String text) {
        return text.length() / LETTERS_A_TOKEN + 1;
    }

    @Override
    public void close() {
        // nothing is held
    }

    private final class ScriptedContext implements Context {
        private final String text;

        private ScriptedContext(String text) {
            this.text = text;
        }

        @Override
        public List<double[]> choose(List<Question> questions) {
            List<double[]> answers = new ArrayList<>();
            for (Question question : questions) {
                answers.add(answer(question));
            }
            return answers;
        }

        private double[] answer(Question question) {
            if (question.options().equals(List.of("yes", "no"))) {
                double yes = opinion.apply(text, question.text());
                return new double[] {yes, 1 - yes};
            }
            double[] weights = weights(question);
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = sum == 0 ? 1.0 / weights.length : weights[i] / sum;
            }
            return weights;
        }

        private double[] weights(Question question) {
            return question.options().stream()
                    .mapToDouble(option -> opinion.apply(text, question.text() + option))
                    .toArray();
        }

        @Override
        public List<List<Score>> score(List<Question> questions) {
            List<List<Score>> scores = new ArrayList<>();
            for (Question question : questions) {
                List<Score> row = new ArrayList<>();
                double[] weights = weights(question);
                for (int i = 0; i < weights.length; i++) {
                    int tokens = count(question.options().get(i));
                    row.add(new Score(Math.log(Math.max(weights[i], Double.MIN_NORMAL)), tokens));
                }
                scores.add(row);
            }
            return scores;
        }

        @Override
        public Completion complete(String question, String lead, Generation how, Consumer<Piece> listener) {
            String written = writer.apply(text + question);
            int tokens = written.isEmpty() ? 0 : count(written);
            return new Completion(written, logProbability, tokens, count(text), Ending.MODEL, List.of());
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
