package warrant.llm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import warrant.llm.ModelException.Code;

/**
 * Numbers by key, on disk, in a folder that one process holds at a time. Safe for many threads.
 *
 * <p>Two files of frames that only grow. When the newer one is full it takes the place of the older one, whose numbers
 * are forgotten; what is found in the older one is copied to the newer. So what is used stays, and the size has a
 * limit. A frame is its length, the CRC-32C of its content, and the content: entries of a key (16 bytes), the number of
 * numbers, and the numbers (8 bytes each). A frame goes to the file in one write: a process that is killed leaves at
 * worst half a frame at the end, which is cut off when the folder is opened next. Nothing is forced to the medium,
 * because what a power failure takes is only asked again.
 */
final class Decisions implements AutoCloseable {
    private static final int FRAME_HEAD = 8;
    private static final int ENTRY_HEAD = 20;

    private final Path newer;
    private final Path older;
    private final long bytes;
    private final FileChannel lock;
    private Map<Key, double[]> recent;
    private Map<Key, double[]> old;
    private FileChannel file;

    /** Half of a SHA-256: two that differ do not meet by chance. */
    record Key(long high, long low) {}

    private Decisions(Path folder, long bytes, FileChannel lock) throws IOException {
        this.newer = folder.resolve("recent");
        this.older = folder.resolve("older");
        this.bytes = bytes;
        this.lock = lock;
        this.file = open(newer);
        this.recent = read(file);
        try (FileChannel before = open(older)) {
            this.old = read(before);
        }
    }

    /**
     * @param bytes most that the files may hold together
     * @throws ModelException with code {@code USER} if another process holds the folder, {@code UPSTREAM} if the disk
     *     refuses
     */
    static Decisions open(Path folder, long bytes) {
        try {
            Files.createDirectories(folder);
            FileChannel lock = open(folder.resolve("lock"));
            if (!isTaken(lock)) {
                lock.close();
                throw new ModelException(Code.USER, "another process keeps its decisions in " + folder);
            }
            return new Decisions(folder, bytes, lock);
        } catch (IOException failure) {
            throw failed(folder, failure);
        }
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException mine) {
            return false;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Reads all whole frames and leaves the file at the end of the last one, with nothing behind it. */
    private static Map<Key, double[]> read(FileChannel file) throws IOException {
        Map<Key, double[]> found = new HashMap<>();
        ByteBuffer content = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
        int whole = 0;
        while (content.remaining() >= FRAME_HEAD) {
            int length = content.getInt();
            int check = content.getInt();
            if (length <= 0
                    || length > content.remaining()
                    || check(content.slice().limit(length)) != check) {
                break;
            }
            entries(content.slice().limit(length), found);
            whole = content.position() + length;
            content.position(whole);
        }
        file.truncate(whole);
        file.position(whole);
        return found;
    }

    private static void entries(ByteBuffer frame, Map<Key, double[]> into) {
        while (frame.hasRemaining()) {
            Key key = new Key(frame.getLong(), frame.getLong());
            double[] numbers = new double[frame.getInt()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = frame.getDouble();
            }
            into.put(key, numbers);
        }
    }

    private static int check(ByteBuffer content) {
        CRC32C check = new CRC32C();
        check.update(content);
        return (int) check.getValue();
    }

    /** @return the numbers that were put, in an array of their own */
    synchronized Optional<double[]> find(Key key) {
        double @Nullable [] found = recent.get(key);
        if (found == null) {
            found = old.get(key);
            if (found != null) {
                put(Map.of(key, found));
            }
        }
        return Optional.ofNullable(found).map(double[]::clone);
    }

    /** Puts numbers together: either all of them are there after a crash, or none. */
    synchronized void put(Map<Key, double[]> entries) {
        int length = entries.values().stream()
                .mapToInt(numbers -> ENTRY_HEAD + Double.BYTES * numbers.length)
                .sum();
        if (length == 0) {
            return;
        }
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD + length).position(FRAME_HEAD);
        entries.forEach((key, numbers) -> {
            frame.putLong(key.high()).putLong(key.low()).putInt(numbers.length);
            for (double number : numbers) {
                frame.putDouble(number);
            }
        });
        frame.putInt(0, length).putInt(Integer.BYTES, check(frame.slice(FRAME_HEAD, length)));
        try {
            makeRoom(frame.capacity());
            append(frame.flip());
        } catch (IOException failure) {
            throw failed(newer, failure);
        }
        entries.forEach((key, numbers) -> recent.put(key, numbers.clone()));
    }

    private void append(ByteBuffer frame) throws IOException {
        long begin = file.position();
        try {
            while (frame.hasRemaining()) {
                file.write(frame);
            }
        } catch (IOException full) {
            // a part of a frame would hide all that is written behind it
            file.truncate(begin);
            file.position(begin);
            throw full;
        }
    }

    private void makeRoom(int length) throws IOException {
        if (file.position() > 0 && file.position() + length > bytes / 2) {
            file.close();
            Files.move(newer, older, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            file = open(newer);
            old = recent;
            recent = new HashMap<>();
        }
    }

    private static ModelException failed(Path where, IOException failure) {
        return new ModelException(
                Code.UPSTREAM, "decisions cannot be kept in " + where + ": " + failure.getMessage(), failure);
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
            lock.close();
        } catch (IOException failure) {
            throw failed(newer, failure);
        }
    }
}
