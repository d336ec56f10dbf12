package warrant.orchestrator.matter;

import java.time.Duration;
import java.util.List;
import warrant.extraction.read.Settings;

/**
 * How much of a file is read, and with how much memory, as {@code reading} in matter.yaml says.
 *
 * @param fileMebibytes larger files are refused
 * @param memoryMebibytes heap of the process that reads files
 * @param seconds longest time that one file may take
 * @param pages most pages of a file; the rest is left out with a warning, as it is of all that follows
 * @param characters most characters of a file
 * @param rows most rows of a sheet
 * @param statementsPerTable most statements that one table yields
 */
public record ReadingLimits(
        int fileMebibytes,
        int memoryMebibytes,
        int seconds,
        int pages,
        int characters,
        int rows,
        int statementsPerTable) {
    public static final ReadingLimits DEFAULT = new ReadingLimits(
            (int) (Settings.DEFAULT.bytes() >> 20),
            768,
            (int) Settings.DEFAULT.deadline().toSeconds(),
            Settings.DEFAULT.pages(),
            Settings.DEFAULT.characters(),
            Settings.DEFAULT.rows(),
            100_000);

    private static final int LARGEST_FILE = 1_024;

    public ReadingLimits {
        if (fileMebibytes > LARGEST_FILE) {
            throw new IllegalArgumentException("a file of more than " + LARGEST_FILE + " MiB is never read");
        }
        if (memoryMebibytes < 2 * fileMebibytes) {
            throw new IllegalArgumentException(
                    "reading files of " + fileMebibytes + " MiB needs memory_mib of at least " + 2 * fileMebibytes);
        }
    }

    /** @return the same as the reader takes it */
    public Settings settings(List<String> passwords) {
        return new Settings(
                (long) fileMebibytes << 20,
                Settings.DEFAULT.unpackedBytes(),
                pages,
                characters,
                rows,
                Duration.ofSeconds(seconds),
                passwords);
    }
}
