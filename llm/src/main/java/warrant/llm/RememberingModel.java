package warrant.llm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model that never decides the same twice: what {@link Context#choose} and {@link Context#score} gave is kept on disk
 * under the model's profile, the text that was read, the question and its options, and survives the process. Made for
 * work that is resumed or run again; what a text's author wrote is not kept, only numbers under a hash.
 *
 * <p>A text is read only when something is asked that is not known, so a text that does not fit is refused then.
 * Answers that are written out are not kept.
 */
public final class RememberingModel implements LanguageModel {
    /** Most that is kept: about 900,000 decisions between two options. */
    private static final long BYTES = 32L << 20;

    private final LanguageModel inner;
    private final Decisions decisions;
    private final AtomicLong remembered = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();

    /**
     * @param inner answers what is not known; stays open when this is closed
     * @param folder of its own, made if missing; one process at a time can use it
     * @throws ModelException with code {@code USER} if the folder is in use, {@code UPSTREAM} if the disk refuses
     */
    public RememberingModel(LanguageModel inner, Path folder) {
        this.inner = inner;
        this.decisions = Decisions.open(folder, BYTES);
    }

    @Override
    public ModelProfile profile() {
        return inner.profile();
    }

    @Override
    public Context read(String system, String text) {
        return new RememberingContext(system, text);
    }

    @Override
    public Context converse(List<Message> messages) {
        return inner.converse(messages);
    }

    @Override
    public int count(String text) {
        return inner.count(text);
    }

    /** @return questions that were answered from memory since this was made */
    public long remembered() {
        return remembered.get();
    }

    /** @return questions that the inner model answered since this was made */
    public long asked() {
        return asked.get();
    }

    /** Lets the folder go. */
    @Override
    public void close() {
        decisions.close();
    }

    /** What is about to be asked about a text. */
    private final class RememberingContext implements Context {
        private final String system;
        private final String text;
        private final byte[] prefix;
        private @Nullable Context read;

        private RememberingContext(String system, String text) {
            this.system = system;
            this.text = text;
            this.prefix = digest(new byte[0], profile().id(), system, text);
        }

        private synchronized Context inner() {
            Context context = read;
            if (context == null) {
                context = inner.read(system, text);
                read = context;
            }
            return context;
        }

        @Override
        public List<double[]> choose(List<Question> questions) {
            return answers("choose", questions, missing -> inner().choose(missing));
        }

        @Override
        public List<List<Score>> score(List<Question> questions) {
            return answers(
                            "score",
                            questions,
                            missing -> inner().score(missing).stream()
                                    .map(RememberingModel::numbers)
                                    .toList())
                    .stream()
                    .map(RememberingModel::scores)
                    .toList();
        }

        /** All that a call leaves to ask goes to the inner model in one call, in the order in which it came. */
        private List<double[]> answers(
                String verb, List<Question> questions, Function<List<Question>, List<double[]>> ask) {
            List<Decisions.Key> keys = questions.stream().map(q -> key(verb, q)).toList();
            Map<Decisions.Key, double[]> known = new LinkedHashMap<>();
            Map<Decisions.Key, Question> missing = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                Decisions.Key key = keys.get(i);
                decisions.find(key).ifPresent(numbers -> known.put(key, numbers));
                if (!known.containsKey(key)) {
                    missing.putIfAbsent(key, questions.get(i));
                }
            }
            remembered.addAndGet(questions.size() - (long) missing.size());
            asked.addAndGet(missing.size());
            known.putAll(fresh(missing, ask));
            List<double[]> answers = new ArrayList<>();
            for (Decisions.Key key : keys) {
                answers.add(known.getOrDefault(key, new double[0]).clone());
            }
            return answers;
        }

        private Map<Decisions.Key, double[]> fresh(
                Map<Decisions.Key, Question> missing, Function<List<Question>, List<double[]>> ask) {
            Map<Decisions.Key, double[]> fresh = new LinkedHashMap<>();
            if (!missing.isEmpty()) {
                List<double[]> answers = ask.apply(List.copyOf(missing.values()));
                int next = 0;
                for (Decisions.Key key : missing.keySet()) {
                    fresh.put(key, answers.get(next++));
                }
                decisions.put(fresh);
            }
            return fresh;
        }

        private Decisions.Key key(String verb, Question question) {
            List<String> parts = new ArrayList<>(List.of(verb, question.text(), question.lead()));
            parts.addAll(question.options());
            ByteBuffer hash = ByteBuffer.wrap(digest(prefix, parts.toArray(String[]::new)));
            return new Decisions.Key(hash.getLong(), hash.getLong());
        }

        @Override
        public Completion complete(String question, String lead, Generation how, Consumer<Piece> listener) {
            return inner().complete(question, lead, how, listener);
        }

        @Override
        public synchronized void close() {
            Context context = read;
            read = null;
            if (context != null) {
                context.close();
            }
        }
    }

    private static double[] numbers(List<Context.Score> scores) {
        return scores.stream()
                .flatMapToDouble(score -> java.util.stream.DoubleStream.of(score.logProbability(), score.tokens()))
                .toArray();
    }

    private static List<Context.Score> scores(double[] numbers) {
        List<Context.Score> scores = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            scores.add(new Context.Score(numbers[i], (int) numbers[i + 1]));
        }
        return List.copyOf(scores);
    }

    /** Each part goes in with its length, so that no two lists of parts look alike. */
    private static byte[] digest(byte[] before, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            for (String part : parts) {
                byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, utf8.length));
                digest.update(utf8);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
