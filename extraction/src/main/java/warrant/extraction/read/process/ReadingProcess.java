package warrant.extraction.read.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.DocumentReader;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Readings;
import warrant.extraction.read.Settings;

/**
 * Reads files in a child process. The child has so much memory and no more, is ended when a file takes longer than the
 * deadline and some seconds, and is started anew for the next file; what it leaves in its folder for temporary files is
 * removed with it. Files are read one at a time.
 */
public final class ReadingProcess implements DocumentReader, AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** How a Java process ends that was told to end when its memory is used up. */
    private static final int OUT_OF_MEMORY = 3;

    private final String classPath;
    private final Settings limits;
    private final int mebibytes;
    private @Nullable Child child;
    private volatile boolean slow;

    /** A running child and its folder. */
    private record Child(Process process, DataInputStream in, DataOutputStream out, Path folder) {}

    /**
     * Nothing is started yet.
     *
     * @param classPath of the child, as {@code java -cp} takes it
     * @param mebibytes of heap, over all that one file needs at once
     */
    public ReadingProcess(String classPath, Settings limits, int mebibytes) {
        this.classPath = classPath;
        this.limits = limits;
        this.mebibytes = mebibytes;
    }

    @Override
    public Reading read(String name, byte[] bytes) throws ReadException {
        List<Reading> documents = readAll(name, bytes).documents();
        if (documents.isEmpty() || !documents.getFirst().document().name().equals(name)) {
            throw new ReadException(name + " holds no text of its own, only other files.");
        }
        return documents.getFirst();
    }

    @Override
    public synchronized Readings readAll(String name, byte[] bytes) throws ReadException {
        if (bytes.length > limits.bytes()) {
            throw new ReadException(
                    ReadException.Who.LIMIT,
                    name + " has " + (bytes.length >> 20) + " MiB, more than the limit of " + (limits.bytes() >> 20)
                            + ": split it, or raise the limit.");
        }
        Child running = running();
        slow = false;
        ReadException refusal;
        Thread watch = Thread.ofVirtual().start(() -> endLate(running.process()));
        try {
            ReadingCodec.text(name, running.out());
            running.out().writeInt(bytes.length);
            running.out().write(bytes);
            running.out().flush();
            byte answer = running.in().readByte();
            if (answer == ReadingChild.READ) {
                return ReadingCodec.read(running.in());
            }
            refusal = new ReadException(ReadingCodec.who(running.in()), ReadingCodec.text(running.in()));
            if (answer == ReadingChild.GIVEN_UP) {
                close();
            }
        } catch (IOException died) {
            throw dead(name, running, died);
        } finally {
            watch.interrupt();
        }
        throw refusal;
    }

    private void endLate(Process process) {
        try {
            Thread.sleep(limits.deadline().plus(GRACE));
            slow = true;
            process.destroyForcibly();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        }
    }

    private ReadException dead(String name, Child running, IOException cause) {
        int code = end(running);
        child = null;
        if (slow) {
            return new ReadException(
                    ReadException.Who.LIMIT,
                    name + " took longer than " + limits.deadline().toSeconds()
                            + " s to read and was given up: split it, or raise the limit.",
                    cause);
        }
        String why = code == OUT_OF_MEMORY
                ? " needs more than " + mebibytes + " MiB of memory to be read: split it, or raise the limit."
                : " ended the process that read it (code " + code
                        + "): it is damaged or made to do harm; open it in its own program, save it again and add that.";
        return new ReadException(
                code == OUT_OF_MEMORY ? ReadException.Who.LIMIT : ReadException.Who.USER, name + why, cause);
    }

    private Child running() throws ReadException {
        Child now = child;
        if (now == null || !now.process().isAlive()) {
            try {
                now = start();
                child = now;
            } catch (IOException failure) {
                throw new ReadException(
                        ReadException.Who.UPSTREAM,
                        "the process that reads files cannot be started: " + failure.getMessage(),
                        failure);
            }
        }
        return now;
    }

    private Child start() throws IOException {
        Path folder = Leftovers.folder();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + mebibytes + "m",
                        "-Xss4m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-UsePerfData",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        classPath,
                        ReadingChild.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        ReadingChild.write(limits, out);
        out.flush();
        return new Child(process, in, out, folder);
    }

    /** @return with which code the child ended */
    private static int end(Child running) {
        try {
            if (!running.process().waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                running.process().destroyForcibly().waitFor();
            }
            Leftovers.remove(running.folder());
            return running.process().exitValue();
        } catch (InterruptedException stopped) {
            running.process().destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Ends the child, if one runs. */
    @Override
    public synchronized void close() {
        Child now = child;
        child = null;
        if (now != null) {
            now.process().destroyForcibly();
            end(now);
        }
    }
}
