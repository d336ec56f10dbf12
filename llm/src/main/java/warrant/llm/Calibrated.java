package warrant.llm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warrant.llm.Context.Question;

/**
 * Closed questions answered above what the model would answer anyway: contextual calibration (Zhao et al. 2021, section
 * 4). Each option's probability is divided by what it is over a text that says nothing, and the quotients are made to
 * sum to 1. A model that says yes to everything then has to say it louder than usual.
 *
 * <p>What a model answers anyway is asked once a question and kept. Safe for many threads.
 */
public final class Calibrated implements AutoCloseable {
    private static final String NOTHING = "N/A";
    private static final int MOST = 10_000;
    /** No option is so unlikely that a little more would be everything. */
    private static final double FLOOR = 1e-3;

    private final Context nothing;
    private final Map<Question, double[]> usual = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, double[]> eldest) {
            return size() > MOST;
        }
    };

    /** @param system message that stands before every text */
    public Calibrated(LanguageModel model, String system) {
        this.nothing = model.read(system, NOTHING);
    }

    /**
     * @param context a text that the same model has read under the same system message
     * @return for each question, in order, the calibrated probability of each of its options; sums to 1
     */
    public List<double[]> choose(Context context, List<Question> questions) {
        List<double[]> answers = context.choose(questions);
        List<double[]> before = usual(questions);
        List<double[]> calibrated = new ArrayList<>();
        for (int q = 0; q < answers.size(); q++) {
            calibrated.add(above(answers.get(q), before.get(q)));
        }
        return calibrated;
    }

    private synchronized List<double[]> usual(List<Question> questions) {
        List<Question> unknown = questions.stream()
                .filter(question -> !usual.containsKey(question))
                .distinct()
                .toList();
        Map<Question, double[]> known = new LinkedHashMap<>(usual);
        if (!unknown.isEmpty()) {
            List<double[]> answers = nothing.choose(unknown);
            for (int i = 0; i < answers.size(); i++) {
                known.put(unknown.get(i), answers.get(i));
                usual.put(unknown.get(i), answers.get(i));
            }
        }
        return questions.stream()
                .map(question -> known.getOrDefault(question, new double[0]))
                .toList();
    }

    private static double[] above(double[] answer, double[] usual) {
        double[] shares = new double[answer.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = answer[i] / Math.max(usual[i], FLOOR);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = sum == 0 ? 1.0 / shares.length : shares[i] / sum;
        }
        return shares;
    }

    @Override
    public void close() {
        nothing.close();
    }
}
