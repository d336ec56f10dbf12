package warrant.llm.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.torch.Settings;

/**
 * Runs models in a child process, so that a defect of native code ends the child and not who uses it. A child that died
 * is started anew; the calls that it left without an answer are asked once more and, if the second child dies as well,
 * answered with an error. Safe for many threads.
 *
 * <p>The connection is a Unix domain socket in a folder that only this user can enter. The child ends when the
 * connection does, so it never outlives its parent, however that ended.
 */
public final class ModelProcess implements AutoCloseable {
    private static final int SECONDS_TO_CONNECT = 60;

    private final String classPath;
    private final String main;
    private @Nullable Link link;
    private boolean closed;

    /**
     * Nothing is started yet.
     *
     * @param classPath of the child, as {@code java -cp} takes it
     */
    public ModelProcess(String classPath) {
        this(classPath, Child.class.getName());
    }

    ModelProcess(String classPath, String main) {
        this.classPath = classPath;
        this.main = main;
    }

    /**
     * Starts the child if it does not run, and loads a model there.
     *
     * @throws ModelException as {@link warrant.llm.torch.TorchLanguageModel#open} says; with code {@code US} or
     *     {@code LIMIT} if the child dies of it
     */
    public LanguageModel model(Path file, Settings settings) {
        return ProcessModel.open(this, file, settings);
    }

    /**
     * Starts the child if it does not run, and loads an encoder there.
     *
     * @param folder of the encoder, empty for {@link warrant.llm.encoder.MiniLm}
     * @param threads native threads, for all that the child computes
     */
    public Encoder encoder(Optional<Path> folder, int threads) {
        return ProcessEncoder.open(this, folder, threads);
    }

    /** Does work that asks the child; if the child dies of it or before it, once more with a new child. */
    <T> T attempt(Function<Link, T> work) {
        try {
            return work.apply(running());
        } catch (Link.Gone died) {
            try {
                return work.apply(running());
            } catch (Link.Gone again) {
                throw new ModelException(again.code(), again.getMessage() + ", twice during the same call", again);
            }
        }
    }

    private synchronized Link running() {
        if (closed) {
            throw new ModelException(Code.USER, "the model has been closed");
        }
        Link now = link;
        if (now == null || now.isOver()) {
            now = start();
            link = now;
        }
        return now;
    }

    /** @return the process id of the child that runs; 0: none does */
    synchronized long pid() {
        return link == null || link.isOver() ? 0 : link.pid();
    }

    private Link start() {
        try {
            Path folder = Files.createTempDirectory("warrant-llm");
            Path socket = folder.resolve("socket");
            try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                server.bind(UnixDomainSocketAddress.of(socket));
                return connect(server, command(socket).start());
            } finally {
                Files.deleteIfExists(socket);
                Files.deleteIfExists(folder);
            }
        } catch (ClosedByInterruptException stop) {
            throw new ModelException(Code.LIMIT, "interrupted while the model's process was started", stop);
        } catch (IOException failure) {
            throw new ModelException(
                    Code.UPSTREAM, "the model's process cannot be started: " + failure.getMessage(), failure);
        }
    }

    private ProcessBuilder command(Path socket) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "warrant-llm-crash-%p.log"),
                "-cp",
                classPath,
                main,
                socket.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // the libraries read these when they are loaded: threads that wait must not spin, primitives must stay
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "65536");
        return builder;
    }

    private static Link connect(ServerSocketChannel server, Process process) throws IOException {
        Thread.ofVirtual().start(() -> closeUnlessConnected(server, process));
        try {
            return new Link(process, new Wire(server.accept()));
        } catch (ClosedByInterruptException stop) {
            process.destroyForcibly();
            throw stop;
        } catch (ClosedChannelException notConnected) {
            process.destroyForcibly();
            throw new IOException("it ended or did not answer at once", notConnected);
        }
    }

    /** Ends the waiting for a child that ended before it connected, or takes too long. */
    private static void closeUnlessConnected(ServerSocketChannel server, Process process) {
        try {
            process.waitFor(SECONDS_TO_CONNECT, TimeUnit.SECONDS);
            server.close();
        } catch (IOException | InterruptedException closed) {
            process.destroyForcibly();
        }
    }

    /** Ends the child. */
    @Override
    public synchronized void close() {
        closed = true;
        if (link != null) {
            link.close();
        }
    }
}
