package warrant.orchestrator.owner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.config.DataFolder;
import warrant.orchestrator.owner.OwnerException.Who;

/**
 * The right to work on a data folder. The operating system takes it back when the process ends, however it ends, so a
 * lock is never stale.
 */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder, making it if it is missing.
     *
     * @return empty if another process has it
     * @throws OwnerException if the folder cannot be written or its layout is of another version
     */
    public static Optional<FolderLock> take(DataFolder folder) {
        try {
            Files.createDirectories(folder.root());
            protect(folder.root());
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            checkSchema(folder);
            return Optional.of(new FolderLock(channel));
        } catch (IOException e) {
            throw new OwnerException(
                    Who.USER, "the data folder " + folder.root() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void protect(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void checkSchema(DataFolder folder) throws IOException {
        Path file = folder.schema();
        if (!Files.exists(file)) {
            Files.writeString(file, DataFolder.SCHEMA + "\n");
            return;
        }
        String found = Files.readString(file).strip();
        if (!found.equals(Integer.toString(DataFolder.SCHEMA))) {
            throw new OwnerException(
                    Who.USER,
                    "the data folder " + folder.root() + " has layout " + found + ", but this version knows layout "
                            + DataFolder.SCHEMA + " only; use the version that made it, or another folder (--data)");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
