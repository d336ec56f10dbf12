package warrant.extraction.alike;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A sketch of a text by which its likeness to others is estimated: for each of some hash functions the least hash of
 * its runs of words (Broder 1997). The share of equal places of two sketches estimates the Jaccard index of their runs,
 * with a standard error of at most {@code 0.5 / sqrt(SIZE)}.
 */
final class MinHash {
    static final int SIZE = 128;

    /** Words that stand together in a run. */
    private static final int RUN = 4;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private MinHash() {}

    /** @return {@link #SIZE} numbers; all equal for a text without words */
    static long[] of(String text) {
        String[] words = words(text);
        long[] least = new long[SIZE];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int i = 0; i + Math.min(RUN, words.length) <= words.length && words.length > 0; i++) {
            long run = 0;
            for (int j = i; j < Math.min(i + RUN, words.length); j++) {
                run = mixed(run + words[j].hashCode());
            }
            for (int h = 0; h < SIZE; h++) {
                least[h] = Math.min(least[h], mixed(run + ODD * (h + 1)));
            }
        }
        return least;
    }

    /** Scripts without blanks between words are cut into characters. */
    private static String[] words(String text) {
        String spaced = text.toLowerCase(Locale.ROOT).replaceAll("(\\p{IsHan})", " $1 ");
        return Arrays.stream(NO_WORD.split(spaced))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    /** @return the estimated Jaccard index, from 0 to 1 */
    static double likeness(long[] a, long[] b) {
        int equal = 0;
        for (int h = 0; h < SIZE; h++) {
            equal += a[h] == b[h] ? 1 : 0;
        }
        return (double) equal / SIZE;
    }

    /** The finalizer of SplitMix64 (Steele et al. 2014). */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
