package warrant.llm.decode;

import java.util.function.IntPredicate;

/** A set of bytes, as bits: 0 to 63, 64 to 127 and so on. */
public record Octets(long first, long second, long third, long fourth) {
    static final Octets NONE = new Octets(0, 0, 0, 0);
    static final Octets ALL = new Octets(-1, -1, -1, -1);

    /** @return those between two bytes, both within */
    static Octets between(int from, int to) {
        return of(octet -> octet >= from && octet <= to);
    }

    static Octets of(String letters) {
        return of(octet -> letters.indexOf(octet) >= 0);
    }

    static Octets of(IntPredicate wanted) {
        long[] bits = new long[4];
        for (int octet = 0; octet < 256; octet++) {
            if (wanted.test(octet)) {
                bits[octet >>> 6] |= 1L << octet;
            }
        }
        return new Octets(bits[0], bits[1], bits[2], bits[3]);
    }

    static Octets only(int octet) {
        long bit = 1L << octet;
        return switch (octet >>> 6) {
            case 0 -> new Octets(bit, 0, 0, 0);
            case 1 -> new Octets(0, bit, 0, 0);
            case 2 -> new Octets(0, 0, bit, 0);
            default -> new Octets(0, 0, 0, bit);
        };
    }

    Octets or(Octets other) {
        return new Octets(first | other.first, second | other.second, third | other.third, fourth | other.fourth);
    }

    boolean has(int octet) {
        long bits = octet < 128 ? (octet < 64 ? first : second) : (octet < 192 ? third : fourth);
        return (bits >>> octet & 1) != 0;
    }

    int count() {
        return Long.bitCount(first) + Long.bitCount(second) + Long.bitCount(third) + Long.bitCount(fourth);
    }
}
