package warrant.llm.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One character of a set, in UTF-8 (RFC 3629).
 *
 * @param ranges of code points, each with its ends, ascending and apart
 * @param length of the character that has begun, in bytes, 0 before the first
 * @param left bytes that are still to come
 * @param begun the bits of the bytes so far
 */
record Letters(List<Range> ranges, int length, int left, int begun) implements Grammar {
    private static final int LAST = 0x10FFFF;
    /** Bytes of a character behind its first. */
    private static final Octets TAILS = Octets.between(0x80, 0xBF);

    /** Code points that are no characters by themselves (RFC 3629, section 3). */
    private static final Range SURROGATES = new Range(0xD800, 0xDFFF);
    /** The least code point of each length; shorter ones would be overlong. */
    private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x10000};

    /** From and to, both within. */
    record Range(int first, int last) {}

    Letters {
        ranges = List.copyOf(ranges);
    }

    /** @return a character of these ranges */
    static Letters of(List<Range> ranges) {
        List<Range> others = new ArrayList<>(others(ranges));
        others.add(SURROGATES);
        return new Letters(others(others), 0, 0, 0);
    }

    static Letters any() {
        return not(List.of());
    }

    /** @return a character of none of these ranges */
    static Letters not(List<Range> ranges) {
        return of(others(ranges));
    }

    /** @return what lies between the ranges */
    static List<Range> others(List<Range> ranges) {
        List<Range> others = new ArrayList<>();
        int from = 0;
        for (Range range : joined(ranges)) {
            if (range.first() > from) {
                others.add(new Range(from, range.first() - 1));
            }
            from = range.last() + 1;
        }
        if (from <= LAST) {
            others.add(new Range(from, LAST));
        }
        return others;
    }

    private static List<Range> joined(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>();
        ranges.stream().sorted(Comparator.comparingInt(Range::first)).forEach(range -> {
            if (!sorted.isEmpty() && sorted.getLast().last() >= range.first() - 1) {
                Range before = sorted.removeLast();
                sorted.add(new Range(before.first(), Math.max(before.last(), range.last())));
            } else {
                sorted.add(range);
            }
        });
        return sorted;
    }

    private boolean has(int from, int to) {
        return ranges.stream().anyMatch(range -> range.first() <= to && range.last() >= from);
    }

    @Override
    public @Nullable Grammar next(int octet) {
        if (length > 0) {
            return (octet & 0xC0) == 0x80 ? after(length, left - 1, (begun << 6) | (octet & 0x3F)) : null;
        }
        if (octet < 0x80) {
            return after(1, 0, octet);
        }
        if (octet < 0xC2 || octet > 0xF4) {
            return null;
        }
        return octet < 0xE0
                ? after(2, 1, octet & 0x1F)
                : octet < 0xF0 ? after(3, 2, octet & 0x0F) : after(4, 3, octet & 0x07);
    }

    /** Only what can become a character of the set is gone on with. */
    private @Nullable Grammar after(int total, int more, int bits) {
        int from = Math.max(bits << (6 * more), LEAST[total]);
        int to = (bits << (6 * more)) | ((1 << (6 * more)) - 1);
        if (from > to || !has(from, to)) {
            return null;
        }
        if (more == 0) {
            return Literal.END;
        }
        boolean whole = from == bits << (6 * more)
                && ranges.stream().anyMatch(range -> range.first() <= from && range.last() >= to);
        return whole ? new Rest(more) : new Letters(ranges, total, more, bits);
    }

    /** The last bytes of a character of which every one will do: so that all such places are one. */
    private record Rest(int left) implements Grammar {
        @Override
        public @Nullable Grammar next(int octet) {
            return (octet & 0xC0) != 0x80 ? null : left == 1 ? Literal.END : new Rest(left - 1);
        }

        @Override
        public Octets begins() {
            return TAILS;
        }

        @Override
        public boolean complete() {
            return false;
        }
    }

    @Override
    public Octets begins() {
        return length > 0 ? TAILS : Octets.of(octet -> octet >= 0x80 || has(octet, octet));
    }

    @Override
    public boolean complete() {
        return false;
    }
}
