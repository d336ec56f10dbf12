package warrant.graph.neo4j.server;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import warrant.graph.StoreException;
import warrant.graph.neo4j.Neo4jAccess;
import warrant.graph.neo4j.Neo4jPing;

/**
 * A Neo4j Community server that Warrant starts and stops, as its own process on the loopback address. Whoever holds
 * this object holds the folder: another Warrant is told to wait. A server that a killed Warrant left behind in the
 * folder is used again if it answers, and ended otherwise.
 */
public final class ManagedNeo4j implements Neo4jServer {
    /** Below the ports that the system hands out, so that the port is still free after a restart. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 12_000;
    private static final Duration GENTLE_STOP = Duration.ofSeconds(10);
    /** A server that takes connections gets so long to answer before it is ended. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LINE_OF_PROGRESS = Duration.ofSeconds(5);

    private final ServerHome home;
    private final ServerSettings settings;
    private final Consumer<String> progress;
    private final FolderLock lock;
    private final String classPath;
    private @Nullable ProcessHandle process;
    private Neo4jAccess access;

    private ManagedNeo4j(
            ServerHome home, ServerSettings settings, Consumer<String> progress, FolderLock lock, String classPath)
            throws IOException {
        this.home = home;
        this.settings = settings;
        this.progress = progress;
        this.lock = lock;
        this.classPath = classPath;
        this.access = access(home.port().orElse(FIRST_PORT), home.password());
    }

    /**
     * Starts a server, or finds the one that runs in the folder already.
     *
     * @param progress gets a line at least every few seconds while this takes
     * @throws StoreException in one sentence: no Maven, no network, no space, an unusable folder, a folder in use
     */
    public static ManagedNeo4j start(ServerSettings settings, Consumer<String> progress) {
        ServerHome home = new ServerHome(settings);
        @Nullable FolderLock lock = null;
        boolean started = false;
        try {
            home.create();
            lock = FolderLock.take(settings.folder());
            String classPath = new ServerJars(settings, progress).classPath();
            ManagedNeo4j server = new ManagedNeo4j(home, settings, progress, lock, classPath);
            server.ensureRunning();
            started = true;
            return server;
        } catch (IOException e) {
            throw unusable(settings, e);
        } finally {
            if (lock != null && !started) {
                lock.close();
            }
        }
    }

    private static StoreException unusable(ServerSettings settings, IOException e) {
        return new StoreException(
                "The folder " + settings.folder() + " cannot be used for Neo4j: " + reason(e)
                        + ". Make it writable, free space, or choose another data folder.",
                false,
                e);
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e.getMessage() == null ? kind : kind + " " + e.getMessage();
    }

    @Override
    public synchronized Neo4jAccess access() {
        return access;
    }

    /** @return the number of the server's process */
    public synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    @Override
    public synchronized Neo4jAccess ensureRunning() {
        try {
            Optional<ProcessHandle> running = running();
            if (running.isPresent() && ask(running.get()) == Neo4jPing.ANSWERS) {
                process = running.get();
                return access;
            }
            running.ifPresent(this::end);
            launch();
            return access;
        } catch (IOException e) {
            throw unusable(settings, e);
        }
    }

    /** The server of this folder, whoever started it: its command line names the folder's file of arguments. */
    private Optional<ProcessHandle> running() {
        if (process != null && process.isAlive()) {
            return Optional.of(process);
        }
        String mark = "@" + home.arguments();
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(other -> other.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(mark))
                        .orElse(false))
                .findFirst();
    }

    /** Waits while a server is on its way up; one that listens and says nothing is given up after a while. */
    private Neo4jPing ask(ProcessHandle server) {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        long line = System.nanoTime() + LINE_OF_PROGRESS.toNanos();
        boolean listening = false;
        while (server.isAlive() && System.nanoTime() < deadline) {
            if (listens()) {
                Neo4jPing said = Neo4jPing.of(access);
                if (said != Neo4jPing.SILENT) {
                    return said;
                }
                deadline = listening ? deadline : Math.min(deadline, System.nanoTime() + LONGEST_SILENCE.toNanos());
                listening = true;
            }
            if (System.nanoTime() > line) {
                progress.accept("Waiting for Neo4j to start");
                line = System.nanoTime() + LINE_OF_PROGRESS.toNanos();
            }
            pause();
        }
        return Neo4jPing.SILENT;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
            socket.connect(address, (int) POLL.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private int port() {
        return Integer.parseInt(access.uri().substring(access.uri().lastIndexOf(':') + 1));
    }

    private void launch() throws IOException {
        home.create();
        access = access(freePort(), home.password());
        home.configure(port(), classPath);
        progress.accept("Starting Neo4j Community " + ServerJars.VERSION);
        ProcessBuilder builder = new ProcessBuilder(settings.java().toString(), "@" + home.arguments())
                .directory(home.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(home.console().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NEO4J") || name.startsWith("JDK_JAVA"));
        ProcessHandle launched = builder.start().toHandle();
        process = launched;
        home.note(launched);
        Neo4jPing said = ask(launched);
        if (said != Neo4jPing.ANSWERS) {
            boolean ended = !launched.isAlive();
            end(launched);
            throw said == Neo4jPing.REFUSES ? refused() : silent(ended);
        }
    }

    private StoreException refused() {
        return new StoreException(
                "The Neo4j in " + home.folder() + " does not take the password in the file 'password' there."
                        + " Restore that file, or move the folder away to begin anew.",
                false);
    }

    private StoreException silent(boolean ended) {
        String words = home.lastWords();
        return new StoreException(
                "Neo4j " + (ended ? "ended while it started: " : "did not answer in time: ") + words
                        + (words.endsWith(".") ? "" : ".") + " Its logs lie in "
                        + home.console().getParent() + ".",
                words.contains("already in use"));
    }

    /** The port of last time if nobody else took it, so that connections find the server again. */
    private int freePort() throws IOException {
        SecureRandom random = new SecureRandom();
        int port = home.port().orElseGet(() -> FIRST_PORT + random.nextInt(PORTS));
        for (int attempt = 0; attempt < 100; attempt++) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                port = FIRST_PORT + random.nextInt(PORTS);
            }
        }
        throw new IOException("no free port on the loopback address");
    }

    private static Neo4jAccess access(int port, String password) {
        return new Neo4jAccess("bolt://127.0.0.1:" + port, ServerHome.USER, password);
    }

    private void end(ProcessHandle server) {
        server.destroy();
        if (!ended(server, GENTLE_STOP)) {
            server.destroyForcibly();
            if (!ended(server, GENTLE_STOP)) {
                throw new StoreException("Neo4j (process " + server.pid() + ") does not end. End it by hand.", false);
            }
        }
    }

    private static boolean ended(ProcessHandle server, Duration patience) {
        try {
            server.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !server.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !server.isAlive();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while Neo4j was starting", true, e);
        }
    }

    /** Stops the server, and gives the folder free. */
    @Override
    public synchronized void close() {
        try {
            running().ifPresent(this::end);
            process = null;
        } finally {
            lock.close();
        }
    }
}
