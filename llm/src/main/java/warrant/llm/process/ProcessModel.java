package warrant.llm.process;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.LanguageModel;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.ModelProfile;
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
        return attempt(link -> new ProcessContext(system, text, link, read(link, system, text)));
    }

    private static long read(Link link, String system, String text) {
        return link.call(new Request.Read(system, text), Long.class);
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
        private final String system;
        private final String text;
        private Link reader;
        private long name;

        private ProcessContext(String system, String text, Link reader, long name) {
            this.system = system;
            this.text = text;
            this.reader = reader;
            this.name = name;
        }

        private synchronized long name(Link link) {
            if (link != reader) {
                name = read(link, system, text);
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
        public Completion complete(String question, String lead, Constraint constraint, int maxTokens) {
            return attempt(link -> link.call(
                    new Request.Complete(name(link), question, lead, constraint, maxTokens), Completion.class));
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
