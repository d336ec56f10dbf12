package warrant.rules.column;

/** How hash tables of numbers spread and grow. */
final class Mixing {
    /** What virtual machines make at most. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private Mixing() {}

    /** @return the number with its bits mixed (the finalizer of MurmurHash3, Appleby 2011) */
    static int of(int value) {
        int mixed = value;
        mixed ^= mixed >>> 16;
        mixed *= 0x85EBCA6B;
        mixed ^= mixed >>> 13;
        mixed *= 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    static int of(int one, int other) {
        return of(one * 0x9E3779B9 + other);
    }

    /**
     * @return the length of an array that was full
     * @throws OutOfMemoryError where no longer array can be had
     */
    static int grown(int length) {
        if (length < 0 || length >= MOST) {
            throw new OutOfMemoryError("more than " + MOST + " entries in a column");
        }
        return (int) Math.min(MOST, 16L + length + (length >> 1));
    }

    /**
     * @return the length of a hash table that was full: the next power of two
     * @throws OutOfMemoryError where no larger table can be had
     */
    static int doubled(int length) {
        if (length >= 1 << 30) {
            throw new OutOfMemoryError("more than " + (1 << 29) + " entries in a hash table");
        }
        return 2 * length;
    }
}
