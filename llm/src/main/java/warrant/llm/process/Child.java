package warrant.llm.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import warrant.llm.Context;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.encoder.MiniLm;
import warrant.llm.encoder.TextEncoder;
import warrant.llm.torch.Place;
import warrant.llm.torch.Precision;
import warrant.llm.torch.Settings;
import warrant.llm.torch.TorchLanguageModel;

/** The child: does what it is asked for, each request on a thread of its own, until the connection ends. */
public final class Child {
    private final Wire wire;
    private final Opening opening;
    private final Map<Long, Thread> working = new ConcurrentHashMap<>();
    private final Map<Long, Context> contexts = new ConcurrentHashMap<>();
    private final AtomicLong contextsMade = new AtomicLong();
    private @Nullable LanguageModel model;
    private @Nullable Encoder encoder;

    /** How a child comes by a language model. */
    interface Opening {
        LanguageModel open(Request.OpenModel request);
    }

    private Child(Wire wire, Opening opening) {
        this.wire = wire;
        this.opening = opening;
    }

    /** @param arguments the path of the socket on which the parent listens */
    public static void main(String[] arguments) {
        serve(Path.of(arguments[0]), Child::load);
    }

    /** Returns never: the process ends with the connection, at the next pause of what it is doing then. */
    static void serve(Path socket, Opening opening) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            new Child(new Wire(channel), opening).run();
        } catch (IOException parentIsGone) {
            System.exit(1);
        }
        System.exit(0);
    }

    static LanguageModel load(Request.OpenModel request) {
        Settings settings = new Settings(
                request.name(),
                Optional.ofNullable(request.sha256()),
                Optional.ofNullable(request.precision()).map(Precision::valueOf),
                Optional.ofNullable(request.writing()).map(Precision::valueOf),
                Optional.ofNullable(request.device()).map(Place::of),
                request.threads(),
                request.window());
        return TorchLanguageModel.open(Path.of(request.file()), settings);
    }

    private void run() throws IOException {
        for (Optional<Wire.Asked> next = receive(); next.isPresent(); next = receive()) {
            Wire.Asked asked = next.get();
            if (asked.request() instanceof Request.Cancel cancel) {
                Optional.ofNullable(working.get(cancel.id())).ifPresent(Thread::interrupt);
            } else {
                Thread thread = Thread.ofPlatform().daemon().unstarted(() -> work(asked));
                working.put(asked.id(), thread);
                thread.start();
            }
        }
    }

    private Optional<Wire.Asked> receive() throws IOException {
        return wire.receive(Wire.Asked.class);
    }

    private void work(Wire.Asked asked) {
        try {
            wire.send(answer(asked));
        } catch (IOException parentIsGone) {
            throw new UncheckedIOException(parentIsGone);
        } finally {
            working.remove(asked.id());
        }
    }

    private Wire.Answered answer(Wire.Asked asked) {
        try {
            return new Wire.Answered(asked.id(), false, Wire.tree(value(asked)), null, null);
        } catch (ModelException refused) {
            return new Wire.Answered(asked.id(), false, null, refused.code().name(), refused.getMessage());
        } catch (RuntimeException | OutOfMemoryError failure) {
            return new Wire.Answered(asked.id(), false, null, Code.US.name(), "the model's process failed: " + failure);
        }
    }

    private Object value(Wire.Asked asked) {
        return switch (asked.request()) {
            case Request.OpenModel open -> open(open);
            case Request.OpenEncoder open -> open(open);
            case Request.Read read -> keep(model().read(read.system(), read.text()));
            case Request.Choose choose -> context(choose.context()).choose(choose.questions());
            case Request.Score score -> context(score.context()).score(score.questions());
            case Request.Converse converse -> keep(model().converse(converse.messages()));
            case Request.Complete c ->
                context(c.context()).complete(c.question(), c.lead(), c.how(), piece -> tell(asked.id(), piece));
            case Request.Forget forget -> forget(forget.context());
            case Request.Count count -> model().count(count.text());
            case Request.Encode encode -> Vectors.of(encoder().encode(encode.texts()));
            case Request.Cancel cancel -> throw new IllegalStateException("not answered: " + cancel);
        };
    }

    private void tell(long id, Context.Piece piece) {
        try {
            wire.send(new Wire.Answered(id, true, Wire.tree(piece), null, null));
        } catch (IOException parentIsGone) {
            throw new UncheckedIOException(parentIsGone);
        }
    }

    private synchronized Object open(Request.OpenModel request) {
        LanguageModel opened = opening.open(request);
        model = opened;
        return opened.profile();
    }

    private synchronized Object open(Request.OpenEncoder request) {
        Encoder opened = request.folder() == null
                ? MiniLm.open(request.threads())
                : TextEncoder.open(Path.of(request.folder()), request.threads());
        encoder = opened;
        return opened.dimension();
    }

    private synchronized LanguageModel model() {
        return opened(model);
    }

    private synchronized Encoder encoder() {
        return opened(encoder);
    }

    private static <T> T opened(@Nullable T model) {
        if (model == null) {
            throw new IllegalStateException("no such model was opened");
        }
        return model;
    }

    private long keep(Context context) {
        long name = contextsMade.incrementAndGet();
        contexts.put(name, context);
        return name;
    }

    private Context context(long name) {
        return opened(contexts.get(name));
    }

    private boolean forget(long name) {
        Context context = contexts.remove(name);
        if (context != null) {
            context.close();
        }
        return context != null;
    }
}
