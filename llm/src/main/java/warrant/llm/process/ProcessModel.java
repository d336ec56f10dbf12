package warrant.llm.process;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import warrant.llm.Context;
import warrant.llm.Generation;
import warrant.llm.LanguageModel;
import warrant.llm.Message;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.ModelProfile;
import warrant.llm.torch.Place;
import warrant.llm.torch.Settings;

/** A language model in a child process. */
final class ProcessModel implements LanguageModel {
    private final ModelProcess process;
    private final Request.OpenModel open;
    private final ModelProfile profile;
    private volatile boolean closed;

    private ProcessModel(ModelProcess process, Request.OpenModel open, ModelProfile profile) {
        this.process = process;
        this.open = open;
        this.profile = profile;
    }

    static ProcessModel open(ModelProcess process, Path file, Settings settings) {
        Request.OpenModel open = new Request.OpenModel(
                file.toAbsolutePath().toString(),
                settings.name(),
                settings.sha256().orElse(null),
                settings.precision().map(Enum::name).orElse(null),
                settings.writing().map(Enum::name).orElse(null),
                settings.place().map(Place::id).orElse(null),
                settings.threads(),
                settings.window());
        return new ProcessModel(process, open, process.attempt(link -> link.open(open, ModelProfile.class)));
    }

    @Override
    public ModelProfile profile() {
        return profile;
    }

    /** Does work with a child that has this model, and the same one: other weights would give other numbers. */
    private <T> T attempt(Function<Link, T> work) {
        if (closed) {
            throw new ModelException(Code.USER, "the model has been closed");
        }
        return process.attempt(link -> {
            ModelProfile now = link.open(open, ModelProfile.class);
            if (!now.equals(profile)) {
                throw new ModelException(
                        Code.USER, "the model's file has changed: it was " + profile.id() + " and is " + now.id());
            }
            return work.apply(link);
        });
    }

    @Override
    public Context read(String system, String text) {
        return context(new Request.Read(system, text));
    }

    @Override
    public Context converse(List<Message> messages) {
        return context(new Request.Converse(messages));
    }

    private Context context(Request reading) {
        return attempt(link -> new ProcessContext(reading, link, link.call(reading, Long.class)));
    }

    @Override
    public int count(String text) {
        return attempt(link -> link.call(new Request.Count(text), Integer.class));
    }

    @Override
    public void close() {
        closed = true;
    }

    /** A text that a child has read; if that child died, another one reads it again. */
    private final class ProcessContext implements Context {
        private final Request reading;
        private Link reader;
        private long name;

        private ProcessContext(Request reading, Link reader, long name) {
            this.reading = reading;
            this.reader = reader;
            this.name = name;
        }

        private synchronized long name(Link link) {
            if (link != reader) {
                name = link.call(reading, Long.class);
                reader = link;
            }
            return name;
        }

        @Override
        public List<double[]> choose(List<Question> questions) {
            double[][] chosen = attempt(link -> link.call(new Request.Choose(name(link), questions), double[][].class));
            return Arrays.asList(chosen);
        }

        @Override
        public List<List<Score>> score(List<Question> questions) {
            Score[][] scores = attempt(link -> link.call(new Request.Score(name(link), questions), Score[][].class));
            return Arrays.stream(scores).map(List::of).toList();
        }

        @Override
        public Completion complete(String question, String lead, Generation how, Consumer<Piece> listener) {
            AtomicInteger told = new AtomicInteger();
            return attempt(link -> {
                // a second child writes the same text from its beginning: what was told is not told again
                AtomicInteger written = new AtomicInteger();
                return link.call(new Request.Complete(name(link), question, lead, how), Completion.class, part -> {
                    if (written.getAndIncrement() == told.get()) {
                        told.incrementAndGet();
                        listener.accept(Wire.value(part, Piece.class));
                    }
                });
            });
        }

        @Override
        public synchronized void close() {
            try {
                if (!reader.isOver()) {
                    reader.tell(new Request.Forget(name));
                }
            } catch (Link.Gone nothingLeftToClose) {
                name = 0;
            }
        }
    }
}
