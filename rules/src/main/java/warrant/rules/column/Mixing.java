package warrant.rules.column;

/** How hash tables of numbers spread and grow. */
final class Mixing {
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

    /** @return the length of an array that was full */
    static int grown(int length) {
        return length + (length >> 1) + 16;
    }
}
