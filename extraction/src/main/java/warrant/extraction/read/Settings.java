package warrant.extraction.read;

import java.time.Duration;
import java.util.List;

/**
 * Limits on reading one file.
 *
 * @param bytes largest file
 * @param unpackedBytes most that the members of a packed file may unpack to, together
 * @param pages most pages or sheets that are read; the rest is left out with a warning
 * @param characters most characters that are read over all pages; the rest is left out with a warning
 * @param rows most rows of one sheet that are read; the rest is left out with a warning
 * @param deadline longest time that reading may take
 * @param passwords tried on files that are protected by one
 */
public record Settings(
        long bytes,
        long unpackedBytes,
        int pages,
        int characters,
        int rows,
        Duration deadline,
        List<String> passwords) {
    public static final Settings DEFAULT =
            new Settings(256L << 20, 256L << 20, 5_000, 16_000_000, 50_000, Duration.ofMinutes(2));

    public Settings {
        passwords = List.copyOf(passwords);
    }

    public Settings(long bytes, long unpackedBytes, int pages, int characters, int rows, Duration deadline) {
        this(bytes, unpackedBytes, pages, characters, rows, deadline, List.of());
    }

    /** @return the same limits, with passwords to try */
    public Settings with(List<String> known) {
        return new Settings(bytes, unpackedBytes, pages, characters, rows, deadline, known);
    }
}
