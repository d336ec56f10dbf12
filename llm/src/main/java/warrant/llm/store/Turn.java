package warrant.llm.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** One at a time fetches a file, of all threads and processes of this machine; the others wait. */
final class Turn {
    /** A lock of a file is held by a process as a whole, so its threads take turns by themselves. */
    private static final Map<Path, Semaphore> HERE = new ConcurrentHashMap<>();

    private Turn() {}

    /** What is done alone. */
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /** @param lock a file that stands for what is fetched; it is made, and stays */
    static <T> T alone(Path lock, Work<T> work) throws IOException, InterruptedException {
        Semaphore here = HERE.computeIfAbsent(lock.toAbsolutePath().normalize(), unknown -> new Semaphore(1));
        here.acquire();
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("the lock " + lock + " was lost");
            }
            return work.run();
        } finally {
            here.release();
        }
    }
}
