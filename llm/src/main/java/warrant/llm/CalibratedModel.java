package warrant.llm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A model whose closed questions are answered above what it would answer anyway ({@link Calibrated}); all else is the
 * model's. What it would answer is kept for each system message, of which there are few.
 */
public final class CalibratedModel implements LanguageModel {
    private final LanguageModel model;
    private final Map<String, Calibrated> calibrated = new HashMap<>();

    /** @param model belongs to this from now on */
    public CalibratedModel(LanguageModel model) {
        this.model = model;
    }

    /** Other numbers than the model's, so another profile. */
    @Override
    public ModelProfile profile() {
        ModelProfile profile = model.profile();
        return new ModelProfile(
                profile.name(), profile.weights(), profile.precision() + "-calibrated", profile.kernels());
    }

    @Override
    public Context read(String system, String text) {
        return new CalibratedContext(of(system), model.read(system, text));
    }

    private synchronized Calibrated of(String system) {
        return calibrated.computeIfAbsent(system, message -> new Calibrated(model, message));
    }

    @Override
    public Context converse(List<Message> messages) {
        return model.converse(messages);
    }

    @Override
    public int count(String text) {
        return model.count(text);
    }

    @Override
    public synchronized void close() {
        calibrated.values().forEach(Calibrated::close);
        model.close();
    }

    private record CalibratedContext(Calibrated calibrated, Context context) implements Context {
        @Override
        public List<double[]> choose(List<Question> questions) {
            return calibrated.choose(context, questions);
        }

        @Override
        public List<List<Score>> score(List<Question> questions) {
            return context.score(questions);
        }

        @Override
        public Completion complete(String question, String lead, Generation how, Consumer<Piece> listener) {
            return context.complete(question, lead, how, listener);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
