package warrant.llm;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A model whose work is counted, in tokens: those of texts once a text, those of questions and their options each time.
 * Templates around them are not counted.
 */
public final class MeteredModel implements LanguageModel {
    private final LanguageModel inner;
    private final AtomicLong tokens;

    /**
     * @param inner stays open when this is closed
     * @param tokens is raised by what is read and written
     */
    public MeteredModel(LanguageModel inner, AtomicLong tokens) {
        this.inner = inner;
        this.tokens = tokens;
    }

    @Override
    public ModelProfile profile() {
        return inner.profile();
    }

    @Override
    public Context read(String system, String text) {
        tokens.addAndGet(inner.count(system + "\n" + text));
        return new MeteredContext(inner.read(system, text));
    }

    @Override
    public Context converse(List<Message> messages) {
        return new MeteredContext(inner.converse(messages));
    }

    @Override
    public int count(String text) {
        return inner.count(text);
    }

    @Override
    public void close() {}

    /** Counts what is asked. */
    private final class MeteredContext implements Context {
        private final Context context;

        private MeteredContext(Context context) {
            this.context = context;
        }

        @Override
        public List<double[]> choose(List<Question> questions) {
            meter(questions);
            return context.choose(questions);
        }

        @Override
        public List<List<Score>> score(List<Question> questions) {
            meter(questions);
            return context.score(questions);
        }

        private void meter(List<Question> questions) {
            tokens.addAndGet(inner.count(questions.stream()
                    .map(q -> q.text() + "\n" + q.lead() + String.join("\n", q.options()))
                    .collect(Collectors.joining("\n"))));
        }

        @Override
        public Completion complete(String question, String lead, Generation how, Consumer<Piece> listener) {
            Completion done = context.complete(question, lead, how, listener);
            tokens.addAndGet((long) inner.count(question + "\n" + lead) + done.tokens());
            return done;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
