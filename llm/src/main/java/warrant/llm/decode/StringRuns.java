package warrant.llm.decode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * Accepts a run of a text, from one of its beginnings to one of its ends; where the text has white space, one space
 * will do. Each way in which the bytes so far can be read is one reading.
 */
final class StringRuns implements Acceptor {
    private static final BitSet NONE = new BitSet();
    private static final Octets SPACE = Octets.only(' ');

    private final List<Run> runs;
    private final boolean spaceFirst;

    /**
     * The bytes of a text and where a run may begin and end; {@code words} is the number of words that begin before.
     */
    private static final class Run {
        private final byte[] bytes;
        private final int[] starts;
        private final boolean[] ends;
        private final int[] words;
        private final int maxWords;
        private final @Nullable Map<Integer, BitSet> only;

        /** @param only for each start the ends that a run from there may have; null for all */
        Run(
                byte[] bytes,
                int[] starts,
                boolean[] ends,
                int[] words,
                int maxWords,
                @Nullable Map<Integer, BitSet> only) {
            this.bytes = bytes;
            this.starts = starts;
            this.ends = ends;
            this.words = words;
            this.maxWords = maxWords;
            this.only = only;
        }

        boolean mayEnd(int start, int at) {
            return at > start
                    && (only == null ? ends[at] : only.getOrDefault(start, NONE).get(at));
        }

        /** Whether the byte at a place may be read; of white space, whether the word behind it may. */
        boolean mayReach(int at, int start) {
            int word = at;
            while (word < bytes.length && space(bytes[word])) {
                word++;
            }
            boolean within = only == null || at < only.getOrDefault(start, NONE).length() - 1;
            return within && word < bytes.length && words[word] - words[start] < maxWords;
        }

        /** @return this run as if it could only be what matches */
        Run matching(String expression) {
            Pattern pattern = Pattern.compile(expression);
            Map<Integer, BitSet> allowed = new LinkedHashMap<>();
            for (int start : starts) {
                for (int at = start + 1; at <= bytes.length && mayReach(at - 1, start); at++) {
                    if (ends[at]
                            && pattern.matcher(new String(bytes, start, at - start, StandardCharsets.UTF_8))
                                    .matches()) {
                        allowed.computeIfAbsent(start, first -> new BitSet()).set(at);
                    }
                }
            }
            int[] left = allowed.keySet().stream().mapToInt(Integer::intValue).toArray();
            return new Run(bytes, left, ends, words, maxWords, allowed);
        }
    }

    /** At a place of a run that began at {@code start}. */
    private record Reading(Run run, int start, int at) {}

    private StringRuns(List<Run> runs, boolean spaceFirst) {
        this.runs = runs;
        this.spaceFirst = spaceFirst;
    }

    /** @param spaceFirst whether a space may come before the string, as after a colon; it is no part of the answer */
    static Acceptor oneOf(List<String> strings, boolean spaceFirst) {
        List<Run> runs = new ArrayList<>();
        for (String string : strings) {
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            boolean[] ends = new boolean[bytes.length + 1];
            ends[bytes.length] = true;
            runs.add(new Run(bytes, new int[] {0}, ends, new int[bytes.length + 1], 1, null));
        }
        return new StringRuns(runs, spaceFirst);
    }

    /**
     * @param maxWords most words, separated by white space, that a run may hold
     * @param matching what a run must match, unless it is empty
     * @throws ModelException with code {@code USER} if no run does, or it is no regular expression
     */
    static Acceptor spanOf(String text, int maxWords, String matching, boolean spaceFirst) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean[] ends = new boolean[bytes.length + 1];
        int[] words = new int[bytes.length + 1];
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at <= bytes.length; at++) {
            boolean before = at > 0 && !space(bytes[at - 1]);
            boolean here = at < bytes.length && !space(bytes[at]);
            words[at] = (at == 0 ? 0 : words[at - 1]) + (here && !before ? 1 : 0);
            if (here && opens(bytes, at)) {
                starts.add(at);
            }
            ends[at] = before && closes(bytes, at);
        }
        int[] first = starts.stream().mapToInt(Integer::intValue).toArray();
        Run run = new Run(bytes, first, ends, words, maxWords, null);
        try {
            Run left = matching.isEmpty() ? run : run.matching(matching);
            if (left.starts.length == 0) {
                throw new ModelException(Code.USER, "no run of the text's words matches " + matching);
            }
            return new StringRuns(List.of(left), spaceFirst);
        } catch (PatternSyntaxException failure) {
            throw new ModelException(Code.USER, "this is no regular expression: " + matching, failure);
        }
    }

    /** Whether a word begins here: after white space or after nothing but the punctuation before a word. */
    private static boolean opens(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && !space(bytes[from - 1]) && !letter(bytes[from - 1])) {
            from--;
        }
        boolean first = from == 0 || space(bytes[from - 1]);
        return first && (from == at || letter(bytes[at]));
    }

    /** Whether a word ends here: nothing but punctuation or an 's follows before white space. */
    private static boolean closes(byte[] bytes, int at) {
        int to = at;
        while (to < bytes.length && !space(bytes[to]) && !letter(bytes[to])) {
            to++;
        }
        if (to == at + 1 && bytes[at] == '\'' && to < bytes.length && bytes[to] == 's') {
            return letter(bytes[at - 1]);
        }
        boolean last = to == bytes.length || space(bytes[to]);
        return last && (to == at || letter(bytes[at - 1]));
    }

    private static boolean space(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f';
    }

    /** Whether a byte belongs to a word: letters, digits, all that is not ASCII. */
    private static boolean letter(byte b) {
        return b < 0 || Character.isLetterOrDigit(b);
    }

    @Override
    public State start() {
        List<Reading> readings = new ArrayList<>();
        for (Run run : runs) {
            for (int start : run.starts) {
                readings.add(new Reading(run, start, start));
            }
        }
        return new Readings(readings, spaceFirst);
    }

    private record Readings(List<Reading> readings, boolean spaceFirst) implements State {
        @Override
        public @Nullable State next(int octet) {
            if (spaceFirst && octet == ' ') {
                return new Readings(readings, false);
            }
            List<Reading> next = new ArrayList<>();
            for (Reading reading : readings) {
                step(reading, (byte) octet, next);
            }
            return next.isEmpty() ? null : new Readings(next, false);
        }

        @Override
        public Octets begins() {
            Octets begins = spaceFirst ? SPACE : Octets.NONE;
            for (Reading reading : readings) {
                Run run = reading.run();
                if (reading.at() < run.bytes.length) {
                    int octet = run.bytes[reading.at()] & 0xFF;
                    begins = begins.or(Octets.only(octet));
                    begins = space((byte) octet) ? begins.or(SPACE) : begins;
                }
            }
            return begins;
        }

        private static void step(Reading reading, byte octet, List<Reading> next) {
            Run run = reading.run();
            int at = reading.at();
            if (at == run.bytes.length) {
                return;
            }
            int behind = at + 1;
            if (run.bytes[at] != octet) {
                if (octet != ' ' || !space(run.bytes[at])) {
                    return;
                }
                while (behind < run.bytes.length && space(run.bytes[behind])) {
                    behind++;
                }
            }
            if (run.mayReach(at, reading.start())) {
                next.add(new Reading(run, reading.start(), behind));
                if (octet == ' ' && behind == at + 1 && behind < run.bytes.length && space(run.bytes[behind])) {
                    step(new Reading(run, reading.start(), behind), octet, next);
                }
            }
        }

        private static boolean ends(Reading reading) {
            return reading.run().mayEnd(reading.start(), reading.at());
        }

        @Override
        public boolean complete() {
            return readings.stream().anyMatch(Readings::ends);
        }

        @Override
        public boolean onlyComplete() {
            return readings.stream().allMatch(reading -> ends(reading) && reading.at() == reading.run().bytes.length);
        }

        @Override
        public Optional<String> text() {
            Reading best = readings.stream().filter(Readings::ends).findFirst().orElse(readings.get(0));
            byte[] bytes = Arrays.copyOfRange(best.run().bytes, best.start(), best.at());
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
