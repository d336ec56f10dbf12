package warrant.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A language model whose opinion is a function of ours: for tests, and for running everything around a model without
 * one. It answers closed questions; it writes nothing.
 */
public final class ScriptedModel implements LanguageModel {
    private static final int LETTERS_A_TOKEN = 4;

    private final BiFunction<String, String, Double> opinion;

    /**
     * @param opinion from the text that was read and a question (with the option, for questions that are not yes or no)
     *     to the probability of yes or of that option, in [0, 1]
     */
    public ScriptedModel(BiFunction<String, String, Double> opinion) {
        this.opinion = opinion;
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
            return new Completion("", 0, 0, count(text), Ending.MODEL, List.of());
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
