package warrant.extraction.read;

import java.time.Duration;

/**
 * Limits on reading one file.
 *
 * @param bytes largest file
 * @param unpackedBytes most that the members of a packed file may unpack to, together
 * @param pages most pages or sheets that are read; the rest is left out with a warning
 * @param characters most characters that are read over all pages; the rest is left out with a warning
 * @param rows most rows of one sheet that are read; the rest is left out with a warning
 * @param deadline longest time that reading may take
 */
public record Settings(long bytes, long unpackedBytes, int pages, int characters, int rows, Duration deadline) {
    public static final Settings DEFAULT =
            new Settings(100L << 20, 256L << 20, 1_000, 4_000_000, 50_000, Duration.ofMinutes(2));
}
